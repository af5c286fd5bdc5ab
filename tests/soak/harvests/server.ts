import { honestOai, sampleRecords } from '../../../harvesters/testing/index.ts';

/**
 * A repository in a process of its own, so that its memory is not counted with ours. Argument: number of records. Tells its
 * address to its parent; each message from there is the number of a round, in which one record of fifty is another.
 */
const records = sampleRecords(Number(process.argv[2] ?? 2000));
let round = 0;
const server = await honestOai(
  () =>
    records.map((record, index) => ({
      ...record,
      datestamp: '2024-01-01T00:00:00Z',
      title: index % 50 === round % 50 ? `${record.title}, round ${round}` : record.title,
    })),
  { deletedRecord: 'no', pageSize: 100 },
);
process.on('message', (message) => {
  round = Number(message);
  process.send?.('ready');
});
process.once('disconnect', () => process.exit());
process.send?.(server.url);
