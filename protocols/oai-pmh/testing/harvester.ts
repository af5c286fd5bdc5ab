import type { Answer, TestRepository } from './repository.ts';
import { all, errorCode, texts } from './repository.ts';

/** One record as a harvester holds it: its title in Dublin Core, `null` once it was deleted. */
export type HarvestedRecord = { identifier: string; datestamp: string; title: string | null };

/** One page of ListRecords in oai_dc. */
export type HarvestedPage = { records: HarvestedRecord[]; token: string | null; answer: Answer };

/**
 * A harvester of oai_dc that goes from page to page as its caller likes, by the rules of the protocol.
 * @param selection arguments beside verb and prefix
 */
export async function* harvest(
  repository: TestRepository,
  selection: Record<string, string> = {},
): AsyncGenerator<HarvestedPage> {
  let answer = await repository.ask({ verb: 'ListRecords', metadataPrefix: 'oai_dc', ...selection });
  for (;;) {
    const page = readPage(answer);
    yield page;
    if (!page.token) return;
    answer = await repository.ask({ verb: 'ListRecords', resumptionToken: page.token });
  }
}

function readPage(answer: Answer): HarvestedPage {
  if (errorCode(answer) === 'noRecordsMatch') return { records: [], token: null, answer };
  if (errorCode(answer)) throw new Error(answer.text);
  const records = all(answer.root, 'record').map((record) => ({
    identifier: texts(record, 'identifier')[0] ?? '',
    datestamp: texts(record, 'datestamp')[0] ?? '',
    title:
      record.child('header')?.attribute('status') === 'deleted' ? null : (texts(record, 'title')[0] ?? ''),
  }));
  return { records, token: texts(answer.root, 'resumptionToken')[0] || null, answer };
}
