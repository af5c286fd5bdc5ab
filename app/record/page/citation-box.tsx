import { Link } from 'react-router';
import { useMessages } from '../../locales/locale-context.tsx';
import type { RecordView } from '../present/present-record.ts';
import { CopiedText } from './copied-text.tsx';
import { ProseText } from './prose-text.tsx';

/** The citation, ready to be copied, and the address that stays. */
export function CitationBox({ citation }: { citation: RecordView['citation'] }) {
  const { recordPage, citePage } = useMessages();
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
      <p className="mt-3 text-[0.9375rem]" data-screen-only="">
        <Link to={citation.more}>{citePage.other}</Link>
      </p>
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
