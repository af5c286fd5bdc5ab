import { useRef, useState } from 'react';
import { useMessages } from '../../locales/locale-context.tsx';
import type { RecordView } from '../present/present-record.ts';
import { ProseText } from './prose-text.tsx';

/** The citation, ready to be copied, and the address that stays. */
export function CitationBox({ citation }: { citation: RecordView['citation'] }) {
  const { recordPage } = useMessages();
  return (
    <section
      id="cite"
      aria-labelledby="cite-title"
      className="scroll-mt-4 self-start border border-line border-l-4 border-l-overprint bg-sheet p-5"
    >
      <h2 id="cite-title" className="text-xl">
        {recordPage.citation}
      </h2>
      <p className="lettered">{recordPage.citeHint}</p>
      <CopiedText text={citation.text} />
      <h3 className="lettered mt-5 text-base">{recordPage.address}</h3>
      <p>
        <a href={citation.address} rel="noopener" className="break-all">
          {citation.address}
        </a>
      </p>
      {citation.asked && (
        <>
          <h3 className="lettered mt-5 text-base">{recordPage.citeAsked}</h3>
          <ProseText prose={citation.asked} className="text-[0.9375rem]" />
        </>
      )}
    </section>
  );
}

function CopiedText({ text }: { text: string }) {
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
        </button>
        <span role="status" className={state === 'failed' ? 'text-sm text-warn' : 'text-sm text-good'}>
          {state === 'copied' && recordPage.copied}
          {state === 'failed' && recordPage.copyFailed}
        </span>
      </p>
    </>
  );
}
