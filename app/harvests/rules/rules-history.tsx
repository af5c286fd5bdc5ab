import { Form, Link } from 'react-router';
import { useDeskMessages } from '../texts.ts';
import type { VersionRow } from './present-versions.ts';
import { useRuleTexts } from './texts.ts';

/** The rules as they were saved, each time: any of them can be taken into the draft, tried, and saved again. */
export function RulesHistory({
  versions,
  shown,
}: {
  versions: readonly VersionRow[];
  shown: number | undefined;
}) {
  const texts = useRuleTexts();
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="rule-history" className="mt-10">
      <h2 id="rule-history" className="section-title">
        {texts.history.title}
      </h2>
      <p className="mt-1 max-w-[52rem] text-soft">{texts.history.lead}</p>
      <Form method="post">
        <ol className="mt-3 border-t border-line" reversed start={versions.length - 1}>
          {versions.map((row) => (
            <li
              key={row.version}
              className="grid gap-x-8 gap-y-2 border-b border-line py-3 lg:grid-cols-[minmax(0,1fr)_auto]"
            >
              <Version row={row} />
              {row.version === shown ? (
                <p className="self-start text-soft">{texts.history.shown}</p>
              ) : (
                <button
                  type="submit"
                  name="intent"
                  value={`version:${row.version}`}
                  className="button justify-self-start self-start"
                  aria-label={texts.named(
                    texts.history.take,
                    row.version === 0 ? texts.history.none : texts.history.version(row.version),
                  )}
                >
                  {texts.history.take}
                </button>
              )}
            </li>
          ))}
        </ol>
      </Form>
    </section>
  );
}

function Version({ row }: { row: VersionRow }) {
  const { history: texts } = useRuleTexts();
  const { harvestPages } = useDeskMessages();
  const { version, moment, by, rules, added, removed, changed, otherFilter, isInForce, same, undoes } = row;
  const lists = [
    [texts.added, added],
    [texts.removed, removed],
    [texts.changed, changed],
  ] as const;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{version === 0 ? texts.none : texts.version(version)}</span>
        {version > 0 && <span>{texts.count(rules)}</span>}
        {isInForce && <span className="tag">{texts.inForce}</span>}
      </p>
      {moment !== undefined && by !== undefined && (
        <p className="text-sm text-soft">
          {texts.saved(moment)} {texts[by]}
        </p>
      )}
      {undoes !== undefined && (
        <p className="text-sm">
          {texts.undoes} <Link to={`/admin/runs/${undoes}`}>{harvestPages.anotherRun}</Link>
        </p>
      )}
      {same !== undefined && <p className="text-sm text-soft">{texts.same(same)}</p>}
      {lists.map(([label, ids]) =>
        ids.length === 0 ? null : (
          <p key={label} className="text-sm wrap-anywhere">
            {label} <code>{ids.join(', ')}</code>
          </p>
        ),
      )}
      {otherFilter && <p className="text-sm">{texts.otherFilter}</p>}
    </div>
  );
}
