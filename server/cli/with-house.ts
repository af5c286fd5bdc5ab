import { readConfiguration } from '#runtime/config';
import { createLog } from '#runtime/log';
import { growHeapSlowly } from '../heap-growth.ts';
import { type House, openHouse } from '../house.ts';

/**
 * Opens the house for one command and closes it whatever happens. Commands log warnings only, so that their own words
 * stay readable; LOG_LEVEL=debug shows more.
 */
export async function withHouse<Result>(use: (house: House) => Promise<Result>): Promise<Result> {
  growHeapSlowly();
  const config = readConfiguration(process.env);
  const house = await openHouse(
    config,
    createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, 'command'),
  );
  try {
    return await use(house);
  } finally {
    await house.close();
  }
}
