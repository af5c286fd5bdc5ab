import type { SourceDeskView } from './present-source-desk.ts';
import { useDeskMessages } from './texts.ts';

/** What a centre needs that sends its documents: where to, and with what. */
export function Sending({ sending }: { sending: NonNullable<SourceDeskView['sending']> }) {
  const { harvestPages } = useDeskMessages();
  const texts = harvestPages.sending;
  return (
    <div className="mt-3 space-y-4">
      <p>{texts.lead}</p>
      <Part title={texts.address} code={sending.address} />
      <Part title={texts.token} hint={texts.tokenHint} code={sending.tokenCommand} />
      <Part title={texts.example} code={sending.example} />
      <p>
        {texts.guide} <code>docs/push.md</code>
      </p>
    </div>
  );
}

function Part({ title, hint, code }: { title: string; hint?: string; code: string }) {
  return (
    <div>
      <h3 className="font-medium">{title}</h3>
      {hint !== undefined && <p className="text-sm text-soft">{hint}</p>}
      <pre className="mt-1 bg-shallow px-3 py-2 text-sm wrap-anywhere whitespace-pre-wrap">
        <code>{code}</code>
      </pre>
    </div>
  );
}
