import { Link } from 'react-router';
import { useMessages } from '../locales/locale-context.tsx';
import type { ReportedView } from './present-report.ts';
import { useReportTexts } from './texts.ts';

/** Records with what one rule finds in them, and where: a list to work through. */
export function ReportedRecords({ records }: { records: readonly ReportedView[] }) {
  const texts = useReportTexts();
  const { recordPage } = useMessages();
  return (
    <ul className="divide-y divide-line">
      {records.map(({ id, identifier, title, problems, more }) => (
        <li key={id} className="py-3">
          <p>
            <Link to={`/records/${id}`} lang={title?.lang}>
              {title?.text ?? texts.untitled}
            </Link>
            <code className="ml-3 text-sm break-all text-soft">{identifier}</code>
          </p>
          <ul>
            {problems.map(({ path, line, message }) => (
              <li key={`${path} ${line} ${message}`} className="mt-1 text-[0.9375rem]">
                <span className="break-words">{message}</span>
                {(line !== undefined || path.length > 1) && (
                  <span className="block text-sm break-all text-soft">
                    {line !== undefined && recordPage.line(line)}
                    {line !== undefined && path.length > 1 && ' · '}
                    {path.length > 1 && <code>{path}</code>}
                  </span>
                )}
              </li>
            ))}
          </ul>
          {more > 0 && <p className="mt-1 text-sm text-soft">{texts.morePlaces(more)}</p>}
        </li>
      ))}
    </ul>
  );
}
