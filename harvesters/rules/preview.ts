import type { CatalogueRecord } from '#catalogue/model';
import { compileRules } from './apply.ts';
import type { Change, RecordAbout } from './change.ts';
import type { SourceRules } from './source-rules.ts';

/** A record as its document says it, before rules. */
export type PreviewRecord = RecordAbout & { record: CatalogueRecord };

/** What rules would do to records. */
export type RulesPreview = {
  /** Records that were looked at. */
  records: number;
  /** Records that would say something else than their documents. */
  overlaid: number;
  /** Every rule, in order, also those that change nothing. */
  rules: { id: string; changed: number; examples: (Change & { identifier: string })[] }[];
  excluded: { count: number; examples: { identifier: string; reason: string }[] };
  refused: { count: number; examples: { identifier: string; reason: string; remedy: string }[] };
};

/** Examples of each; a record gives one to each rule at most. */
const mostExamples = 5;

/**
 * Tells what rules would do to records, without storing anything.
 * @param records as read, without rules; taken one by one, so that there may be any number
 * @param rules as validated by `parseSourceRules`
 */
export async function previewRules(
  records: Iterable<PreviewRecord> | AsyncIterable<PreviewRecord>,
  rules: SourceRules,
): Promise<RulesPreview> {
  const apply = compileRules(rules);
  const preview: RulesPreview = {
    records: 0,
    overlaid: 0,
    rules: rules.rules.map(({ id }) => ({ id, changed: 0, examples: [] })),
    excluded: { count: 0, examples: [] },
    refused: { count: 0, examples: [] },
  };
  const byId = new Map(preview.rules.map((told) => [told.id, told]));
  for await (const { record, identifier, format } of records) {
    preview.records += 1;
    const { overlaid, trace, excluded, refused } = apply(record, { identifier, format });
    if (excluded !== undefined) {
      add(preview.excluded, { identifier, reason: excluded });
      continue;
    }
    if (overlaid) preview.overlaid += 1;
    for (const { rule, changes } of trace) {
      const told = byId.get(rule);
      const [first] = changes;
      if (!told || !first) continue;
      told.changed += 1;
      if (told.examples.length < mostExamples) told.examples.push({ identifier, ...first });
    }
    if (refused) add(preview.refused, { identifier, reason: refused.message, remedy: refused.hint });
  }
  return preview;
}

function add<Example>(list: { count: number; examples: Example[] }, example: Example): void {
  list.count += 1;
  if (list.examples.length < mostExamples) list.examples.push(example);
}
