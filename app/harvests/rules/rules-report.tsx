import { useDeskMessages } from '../texts.ts';
import type { RulesView } from './present-rules.ts';
import { useRuleTexts } from './texts.ts';

type Preview = NonNullable<RulesView['preview']>;

/** What the draft would do to the records that are held: how often each rule changes something, with examples. */
export function RulesReport({ preview, held }: { preview: Preview; held: number }) {
  const texts = useRuleTexts();
  const { records, overlaid, rules, excluded, refused } = preview;
  return (
    <section aria-labelledby="rule-preview" className="mt-10">
      <h2 id="rule-preview" tabIndex={-1} className="section-title">
        {texts.report}
      </h2>
      <p className="mt-1">{held === 0 ? texts.reportNone : texts.reportLead(records, held, overlaid)}</p>
      <ul className="mt-3 border-t border-line">
        {rules.map(({ id, changed, examples }) => (
          <li key={id} className="border-b border-line py-3">
            <p>
              <code>{id}</code> {texts.reportRule(changed)}
            </p>
            {examples.length > 0 && (
              <details open={rules.length < 4}>
                <summary className="inline-flex min-h-11 items-center text-link underline">
                  {texts.examples}
                </summary>
                <ul className="grid gap-3 border-l-2 border-edge pl-4">
                  {examples.map((example) => (
                    <Example key={example.identifier} example={example} />
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
      {(
        [
          [texts.excluded(excluded.count), excluded.examples],
          [
            texts.refusedCount(refused.count),
            refused.examples.map(({ remedy, reason, ...rest }) => ({
              ...rest,
              reason: `${reason} ${remedy}`,
            })),
          ],
        ] as const
      ).map(([title, examples]) => {
        return examples.length === 0 ? null : (
          <details key={title} className="border-b border-line py-1">
            <summary className="inline-flex min-h-11 items-center font-medium underline">{title}</summary>
            <ul className="grid gap-2 border-l-2 border-edge pl-4">
              {examples.map((example) => (
                <li key={example.identifier}>
                  <span className="text-sm break-all text-soft">{example.identifier}</span>
                  <span className="block text-[0.9375rem]">{example.reason}</span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

function Example({ example }: { example: Preview['rules'][number]['examples'][number] }) {
  const texts = useRuleTexts();
  const { harvestPages, modelFields } = useDeskMessages();
  const { identifier, path, before, after } = example;
  const names: Record<string, string> = modelFields;
  const [field = '', ...within] = path.replace(/^resource\./, '').split(/[.[]/);
  return (
    <li>
      <p>
        {names[field] ?? field}{' '}
        {within.length > 0 && <code className="text-sm text-soft">{path.replace(/^resource\./, '')}</code>}
      </p>
      <p className="text-sm break-all text-soft">{identifier}</p>
      <div className="mt-1 grid gap-x-6 gap-y-1 md:grid-cols-2">
        {([harvestPages.before, harvestPages.after] as const).map((label, order) => {
          const value = order === 0 ? before : after;
          const tone = order === 0 ? 'bg-bad-wash' : 'bg-good-wash';
          return (
            <p key={label} className={`px-2 py-1 break-words ${value === undefined ? '' : tone}`}>
              <span className="lettered block text-sm">{label}</span>
              {value ?? <span className="text-soft">{texts.nothing}</span>}
            </p>
          );
        })}
      </div>
    </li>
  );
}
