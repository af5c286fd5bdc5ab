import type { SearchDocument } from '../../engine.ts';
import { createSqliteSearch } from '../index.ts';

/** A process that writes batches of 40 documents for ever, to be killed. Tells its parent of each. */
const [file = ''] = process.argv.slice(2);
const engine = createSqliteSearch({ file });
for (let through = 40; ; through += 40) {
  const put = Array.from({ length: 40 }, (_, index): SearchDocument => {
    const number = through - 39 + index;
    return {
      id: `r${number}`,
      revision: number,
      visible: 'public',
      titles: { en: `Document ${number}` },
      alternateTitles: [],
      abstracts: { en: 'Text enough to take some pages of the file. '.repeat(20) },
      keywords: [],
      parties: [],
      variables: [],
      identifiers: [`10.1/${number}`],
      facets: { source: [`source ${number % 3}`] },
      boxes: [],
      periods: [],
      depths: [],
      datestamp: '2024-01-01T00:00:00Z',
      sortDate: '2024',
    };
  });
  await engine.apply({ put, remove: [], throughRevision: through });
  process.send?.(through);
}
