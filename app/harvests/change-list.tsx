import { Link, useSearchParams } from 'react-router';
import { formatNumber } from '../locales/format.ts';
import { useLocale } from '../locales/locale-context.tsx';
import type { FieldDifference } from './difference.ts';
import type { ChangesView, ChangeView } from './present-changes.ts';
import { useDeskMessages } from './texts.ts';

const outcomes = ['created', 'updated', 'renamed', 'moved', 'restored', 'withdrawn'] as const;

/** What a run would change or has changed, page by page; what waits can be filtered. */
export function ChangeList({ changes }: { changes: ChangesView }) {
  const { harvestPages: texts } = useDeskMessages();
  const locale = useLocale();
  const href = useHref();
  const { kind, total, counts, outcome, shown, after, next } = changes;
  if (kind === 'forgotten') return <p className="mt-3">{texts.forgotten}</p>;
  if (total === 0)
    return <p className="mt-3">{kind === 'staged' ? texts.approveNone : texts.changedNothing}</p>;
  return (
    <>
      {kind === 'staged' && (
        <nav aria-label={texts.filter} className="mt-3 flex flex-wrap gap-2">
          <FilterLink to={href({})} current={outcome === undefined}>
            {texts.all} {formatNumber(total, locale)}
          </FilterLink>
          {outcomes.map((name) =>
            (counts[name] ?? 0) > 0 ? (
              <FilterLink key={name} to={href({ outcome: name })} current={outcome === name}>
                {texts.outcomes[name]} {formatNumber(counts[name] ?? 0, locale)}
              </FilterLink>
            ) : null,
          )}
        </nav>
      )}
      <ol className="mt-3 border-t border-line">
        {shown.map((change) => (
          <Change key={change.position} change={change} />
        ))}
      </ol>
      <p className="mt-3 flex gap-5">
        {after > 0 && <Link to={href({ outcome })}>{texts.first}</Link>}
        {next !== undefined && <Link to={href({ outcome, after: String(next) })}>{texts.nextPage}</Link>}
      </p>
    </>
  );
}

/** Addresses of this page with other changes in view; the choice of problems stays. */
function useHref() {
  const [asked] = useSearchParams();
  return (changes: { outcome?: string | undefined; after?: string }) => {
    const parameters = new URLSearchParams(asked);
    for (const name of ['outcome', 'after']) parameters.delete(name);
    for (const [name, value] of Object.entries(changes)) if (value) parameters.set(name, value);
    return `?${parameters}#changes`;
  };
}

function FilterLink({ to, current, children }: { to: string; current: boolean; children: React.ReactNode }) {
  return (
    <Link
      to={to}
      preventScrollReset
      className="button"
      data-small=""
      {...(current ? { 'aria-current': 'true', 'data-pressed': '' } : {})}
    >
      {children}
    </Link>
  );
}

function Change({ change }: { change: ChangeView }) {
  const { harvestPages: texts } = useDeskMessages();
  const { identifier, formerly, recordId, title, outcome, reason, difference } = change;
  const words = outcome in texts.revisionChanges ? texts.revisionChanges[outcome] : outcome;
  const name = title?.text ?? texts.untitled;
  return (
    <li className="border-b border-line py-3">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="tag">{words}</span>
        <span className="font-medium break-words" lang={title?.lang}>
          {recordId ? <Link to={`/records/${recordId}`}>{name}</Link> : name}
        </span>
      </p>
      <p className="text-sm break-all text-soft">
        {formerly !== undefined && <>{formerly} → </>}
        {identifier}
      </p>
      {reason !== undefined && <p className="text-sm">{reason}</p>}
      {difference &&
        (difference.total === 0 ? (
          <p className="text-sm">{texts.sameRecord}</p>
        ) : (
          <details>
            <summary className="inline-flex min-h-11 cursor-pointer items-center text-link underline">
              {texts.differences(difference.total)}
            </summary>
            <Differences shown={difference.shown} total={difference.total} />
          </details>
        ))}
    </li>
  );
}

function Differences({ shown, total }: { shown: readonly FieldDifference[]; total: number }) {
  const { harvestPages: texts, modelFields } = useDeskMessages();
  const names: Record<string, string> = modelFields;
  return (
    <>
      <dl className="mt-1 grid gap-y-3 border-l-2 border-edge pl-4">
        {shown.map(({ field, path, before, after }) => (
          <div key={`${field} ${path}`}>
            <dt>
              {names[field] ?? field} {path !== '' && <code className="text-sm text-soft">{path}</code>}
            </dt>
            <dd className="grid gap-x-6 gap-y-1 md:grid-cols-2">
              <Side label={texts.before} value={before} tone="bg-bad-wash" />
              <Side label={texts.after} value={after} tone="bg-good-wash" />
            </dd>
          </div>
        ))}
      </dl>
      {shown.length < total && (
        <p className="mt-2 text-sm text-soft">{texts.moreDifferences(shown.length)}</p>
      )}
    </>
  );
}

function Side({ label, value, tone }: { label: string; value: string | undefined; tone: string }) {
  const { harvestPages: texts } = useDeskMessages();
  return (
    <p className={`px-2 py-1 break-words whitespace-pre-wrap ${value === undefined ? '' : tone}`}>
      <span className="lettered block text-sm">{label}</span>
      {value ?? <span className="text-soft">{texts.absent}</span>}
    </p>
  );
}
