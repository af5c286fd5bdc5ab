import { useMessages } from '../../locales/locale-context.tsx';
import type { Detail } from '../present/details.ts';
import type { FundingView } from '../present/funding.ts';
import { Linked } from './linked.tsx';

/** What is left to say, as a table of labels and values. */
export function DetailsList({ details }: { details: readonly Detail[] }) {
  return (
    <dl className="grid gap-x-10 md:grid-cols-2">
      {details.map(({ label, values }) => (
        <div key={label} className="grid grid-cols-[9.5rem_minmax(0,1fr)] gap-x-4 border-b border-line py-2">
          <dt className="lettered">{label}</dt>
          <dd className="break-words">
            {values.map(({ text, lang, href }) => (
              <span key={text} className="block">
                <Linked text={text} lang={lang} href={href} />
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Who paid. */
export function FundingList({ funding }: { funding: readonly FundingView[] }) {
  const { recordPage } = useMessages();
  return (
    <ul className="space-y-1.5">
      {funding.map(({ funder, award, number }) => (
        <li key={`${funder.text} ${award?.text} ${number}`}>
          <Linked {...funder} className="font-medium" />
          {award && (
            <>
              {', '}
              <Linked {...award} />
            </>
          )}
          {number && <span className="text-soft">, {recordPage.award(number)}</span>}
        </li>
      ))}
    </ul>
  );
}
