import { readConfiguration } from '#runtime/config';
import { isDomainError } from '#runtime/errors';
import { createLog } from '#runtime/log';
import { startExamples } from './examples.ts';
import { harvestSources } from './harvest-sources.ts';
import { openHouse } from './house.ts';
import { createOutput, describeRun } from './progress.ts';
import { supervise } from './supervisor.ts';

const output = createOutput(process.stdout, process.stderr);

/** npm start: migrates, harvests the examples the first time, then keeps the web and worker processes running. */
async function main(): Promise<void> {
  const config = readConfiguration(process.env);
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, 'start');
  const house = await openHouse(config, log);
  const examples = config.examples ? await startExamples(house.stores.sources, config.port, log) : undefined;
  await harvestTheFirstTime(house, examples?.sourceIds ?? []);
  const setup = await house.accounts.setupLink();
  await house.close();

  const processes = supervise(
    [
      { name: 'web', script: './cli.js', args: ['serve'] },
      { name: 'worker', script: './cli.js', args: ['worker'] },
    ],
    log,
  );
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await processes.stop();
    await examples?.close();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  try {
    await processes.ready;
  } catch (error) {
    output.error(error instanceof Error ? error.message : String(error));
    await processes.stop();
    process.exit(1);
  }
  if (setup) output.line(`No administrator yet. Make the first one, within 24 hours, at ${setup}`);
  output.line(`Halocline is at ${config.publicUrl} (data in ${config.dataFolder}; Ctrl-C stops it)`);
}

async function harvestTheFirstTime(
  house: Awaited<ReturnType<typeof openHouse>>,
  sourceIds: readonly string[],
): Promise<void> {
  const fresh: string[] = [];
  for (const id of sourceIds) if (!(await house.stores.runs.lastSuccessful(id))) fresh.push(id);
  if (fresh.length > 0) {
    output.error(`Harvesting ${fresh.length} example data centres…`);
    const runs = await harvestSources(house, fresh, {}, output);
    for (const run of runs) output.error(`  ${describeRun(run)}`);
  }
  await house.indexer.catchUp({});
}

main().catch((error: unknown) => {
  output.error(
    isDomainError(error)
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error),
  );
  process.exit(1);
});
