import { type ExampleCentre, startExampleCentres } from '#examples';
import type { SourceStore } from '#harvesters';
import type { Log } from '#runtime/log';

/** Port that the example data centres prefer: their addresses then stay the same from start to start. */
const besidePortal = 1;

export type RunningExamples = { sourceIds: string[]; close(): Promise<void> };

/**
 * Starts the example data centres on this machine and keeps a source for each.
 * @param portalPort port of the portal; the centres take the next one, or any when that is taken
 */
export async function startExamples(
  sources: SourceStore,
  portalPort: number,
  log: Log,
): Promise<RunningExamples> {
  const running = await startExampleCentres({ port: portalPort === 0 ? 0 : portalPort + besidePortal }).catch(
    (error: unknown) => {
      log.info({ err: error }, 'the port beside the portal is taken; the example centres use another');
      return startExampleCentres();
    },
  );
  for (const centre of running.centres) await keepSource(sources, centre);
  return { sourceIds: running.centres.map((centre) => centre.id), close: running.close };
}

async function keepSource(sources: SourceStore, centre: ExampleCentre): Promise<void> {
  const known = await sources.get(centre.id);
  await sources.save({
    id: centre.id,
    names: centre.name,
    descriptions: centre.description,
    homepage: centre.homepage,
    contactEmail: centre.contactEmail,
    location: centre.location,
    protocol: centre.protocol,
    url: centre.url,
    options: centre.options,
    enabled: known?.enabled ?? true,
    allowPrivateAddresses: true,
    createdAt: known?.createdAt ?? new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    ...(known?.schedule ? { schedule: known.schedule } : {}),
    ...(known?.policy ? { policy: known.policy } : {}),
    ...(known?.rules ? { rules: known.rules } : {}),
    ...(known?.ownerId ? { ownerId: known.ownerId } : {}),
    ...(known?.themes ? { themes: known.themes } : {}),
    ...(known?.precedence === undefined ? {} : { precedence: known.precedence }),
  });
}
