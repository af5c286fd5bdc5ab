import { useRef, useState } from 'react';
import { useMessages } from '../../locales/locale-context.tsx';

/**
 * A text with a button that copies it.
 * @param what names it for those who hear the buttons one after the other
 */
export function CopiedText({ text, what }: { text: string; what?: string }) {
  const { recordPage } = useMessages();
  const [state, setState] = useState<'waiting' | 'copied' | 'failed'>('waiting');
  const shown = useRef<HTMLParagraphElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // Not every browser or context allows it: the text stands selected, ready for the keyboard.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setState('failed');
    }
  };
  return (
    <>
      <p ref={shown} className="mt-2 text-[0.9375rem] [overflow-wrap:anywhere]">
        {text}
      </p>
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1" data-screen-only="">
        <button type="button" className="button" data-small="" onClick={copy}>
          {recordPage.copy}
          {what && <span className="sr-only"> {what}</span>}
        </button>
        <span role="status" className={state === 'failed' ? 'text-sm text-warn' : 'text-sm text-good'}>
          {state === 'copied' && recordPage.copied}
          {state === 'failed' && recordPage.copyFailed}
        </span>
      </p>
    </>
  );
}
