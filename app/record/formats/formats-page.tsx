import { Link } from 'react-router';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../locales/locale-context.tsx';
import type { PageText } from '../texts.ts';
import { FormatsTable } from './formats-table.tsx';
import type { FormatRow } from './present-formats.ts';

type FormatsPageProps = { id: string; title: PageText; formats: readonly FormatRow[] };

/** The ways to take one record, and what each leaves out of it. */
export function FormatsPage({ id, title, formats }: FormatsPageProps) {
  const { formatsPage } = useMessages();
  return (
    <main id="content" className="column">
      <PageHead
        title={formatsPage.title}
        kicker={
          <Link to={`/records/${id}`} lang={title.lang}>
            {title.text}
          </Link>
        }
        lead={<p>{formatsPage.lead}</p>}
      />
      <div className="max-w-[64rem] border-t border-edge">
        <FormatsTable formats={formats} />
      </div>
      <p className="mt-6 text-[0.9375rem] text-soft">
        {formatsPage.forPrograms}{' '}
        <a href={`/api/records/${id}/losses`}>
          <code className="break-all">/api/records/{id}/losses</code>
        </a>
      </p>
    </main>
  );
}
