import { Link } from 'react-router';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../locales/locale-context.tsx';
import { CopiedText } from '../page/copied-text.tsx';
import type { PageText } from '../texts.ts';
import type { CiteView, TakenDocument } from './present-cite.ts';

/** One record in the usual styles of citation, and as files for reference managers. */
export function CitePage({ id, title, view }: { id: string; title: PageText; view: CiteView }) {
  const { citePage } = useMessages();
  return (
    <main id="content" className="column">
      <PageHead
        title={citePage.title}
        kicker={
          <Link to={`/records/${id}`} lang={title.lang}>
            {title.text}
          </Link>
        }
        lead={<p>{view.citations.length > 0 ? citePage.lead : citePage.untitled}</p>}
      />
      {view.citations.length > 0 && (
        <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <section aria-labelledby="styles-title">
            <h2 id="styles-title" className="section-title">
              {citePage.styles}
            </h2>
            <ul className="divide-y divide-line">
              {view.citations.map(({ style, title: name, text }) => (
                <li key={style} className="py-4">
                  <h3 className="lettered text-base">{name}</h3>
                  <CopiedText text={text} what={name} />
                </li>
              ))}
            </ul>
            <p className="mt-4 text-sm text-soft">
              <a href="https://citationstyles.org/" rel="noopener">
                {citePage.credit}
              </a>
            </p>
          </section>
          <div className="grid content-start gap-10">
            <Documents id="references" title={citePage.references} documents={view.references} />
            <Documents id="documents" title={citePage.documents} documents={view.documents} />
          </div>
        </div>
      )}
    </main>
  );
}

type DocumentsProps = { id: string; title: string; documents: readonly TakenDocument[] };

function Documents({ id, title, documents }: DocumentsProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="section-title">
        {title}
      </h2>
      <ul className="divide-y divide-line">
        {documents.map(({ href, title: name, mediaType }) => (
          <li key={href} className="py-3">
            <a href={href} className="font-medium" download="">
              {name}
            </a>
            <p className="text-sm break-words text-soft">{mediaType}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
