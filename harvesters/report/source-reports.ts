import { linkProblem } from '#assessment/links';
import type { Problem } from '#catalogue/model';
import type { RecordId, RecordReader } from '#ledger';
import type { ReportStore } from './ports.ts';
import type { ReportedPage, ReportedRecord, ReportQuery } from './types.ts';

export type SourceReports = Pick<ReportStore, 'rules' | 'standing' | 'days' | 'refusals'> & {
  /** A page of the records of a source that have something amiss, as the public may see them. */
  records(sourceId: string, query: ReportQuery): Promise<ReportedPage>;
  /** All of them, one after the other; @param code of this rule only */
  allRecords(sourceId: string, code?: string): AsyncGenerator<ReportedRecord>;
  /** What is amiss with the links of one record. */
  linkProblems(recordId: RecordId): Promise<Problem[]>;
};

const recordsAtOnce = 200;

/** Builds the reports of sources: what their records have amiss now, for whoever can mend it. */
export function createSourceReports(
  store: ReportStore,
  reader: Pick<RecordReader, 'getMany'>,
): SourceReports {
  async function linkProblemsOf(ids: readonly RecordId[]): Promise<Map<RecordId, Problem[]>> {
    const found = new Map<RecordId, Problem[]>();
    for (const { recordId, path, check } of await store.linksAmiss(ids)) {
      const problem = linkProblem(check, path);
      if (problem) found.set(recordId, [...(found.get(recordId) ?? []), problem]);
    }
    return found;
  }

  async function page(sourceId: string, { code, after, limit }: ReportQuery): Promise<ReportedPage> {
    const asked = { after, limit: limit + 1, ...(code === undefined ? {} : { code }) };
    const ids = await store.recordsWithProblems(sourceId, asked);
    const shown = ids.slice(0, limit);
    const [stored, ofLinks] = await Promise.all([reader.getMany(shown, 'public'), linkProblemsOf(shown)]);
    const last = shown.at(-1);
    return {
      records: stored.map(({ id, upstreamIdentifier, record, problems }) => ({
        id,
        upstreamIdentifier,
        titles: record.resource.titles,
        problems: [...problems, ...(ofLinks.get(id) ?? [])].filter(
          (problem) => code === undefined || problem.code === code,
        ),
      })),
      ...(ids.length > limit && last !== undefined ? { next: last } : {}),
    };
  }

  return {
    rules: store.rules,
    standing: store.standing,
    days: store.days,
    refusals: store.refusals,
    records: page,
    async *allRecords(sourceId, code) {
      let after: RecordId | undefined = '';
      while (after !== undefined) {
        const query: ReportQuery = { after, limit: recordsAtOnce, ...(code === undefined ? {} : { code }) };
        const found: ReportedPage = await page(sourceId, query);
        yield* found.records;
        after = found.next;
      }
    },
    async linkProblems(recordId) {
      return (await linkProblemsOf([recordId])).get(recordId) ?? [];
    },
  };
}
