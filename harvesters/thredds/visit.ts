import { z } from 'zod';
import { splitThredds } from '#catalogue/formats/thredds';
import { type FileFound, memorable, unchangedIn } from '../asking/index.ts';
import type { RememberedFile } from '../ports.ts';
import type { ListingContext } from '../protocol.ts';
import type { HarvestedDocument, HarvestSource } from '../types.ts';
import { askCatalog, type CatalogAnswer, offersMore, type References, referencesOf } from './catalog.ts';

/** Datasets of one catalogue that are taken at once. */
const mostAtOnce = 1000;

/** Where a catalogue leads, as it is remembered; and what was wanted of it then. */
const leads = z.object({ own: z.array(z.string()), foreign: z.number(), wanted: z.string() });

/** What a catalogue gives. */
export type Visit = {
  /** At once. */
  found: FileFound;
  /** Datasets that a service may describe more fully, or too many to be taken at once. */
  listed: HarvestedDocument[];
  /** Whether a service may. */
  isMore: boolean;
  references: References;
  /** Bytes of the catalogue that were sent. */
  size: number;
};

/**
 * Visits a catalogue; one whose datasets no service describes is asked for on condition that it changed.
 * @param isFirst of the walk: that it lists nothing is told
 * @throws DomainError `upstream` when the address gives no catalogue
 */
export async function visit(
  source: HarvestSource,
  context: ListingContext,
  address: string,
  isFirst: boolean,
): Promise<Visit> {
  const known = (await context.files?.remembered([address]))?.get(address);
  const led = leads.safeParse(known?.leads === undefined ? undefined : JSON.parse(known.leads)).data;
  const held = known && led?.wanted === wantedOf(source) ? { known, led } : undefined;
  const answer = await askCatalog(source, context, address, held?.known);
  return answer === 'unchanged' ? unchangedVisit(held) : visited(source, address, answer, isFirst);
}

function unchangedVisit(held: { known: RememberedFile; led: References } | undefined): Visit {
  const { own = [], foreign = 0 } = held?.led ?? {};
  const found = held ? unchangedIn(held.known) : { documents: [], problems: [] };
  return { found, listed: [], isMore: false, references: { own, foreign }, size: 0 };
}

function visited(
  source: HarvestSource,
  address: string,
  { root, bytes, validator }: CatalogAnswer,
  isFirst: boolean,
): Visit {
  const { parts, problems: told } = splitThredds(root);
  // A catalogue below that lists nothing is an empty folder.
  const problems = told.filter(
    ({ code, severity }) => code !== 'catalogue-empty' || (isFirst && severity === 'error'),
  );
  const listed = parts.map(
    (part): HarvestedDocument => ({ ...part, mediaType: 'application/xml', url: address }),
  );
  const references = referencesOf(root, address);
  const isMore = listed.length > 0 && wantedOf(source) !== 'no no' && offersMore(root);
  const common = { isMore, references, size: bytes.length };
  if (isMore || listed.length > mostAtOnce) return { ...common, listed, found: { documents: [], problems } };
  const leading = JSON.stringify({ ...references, wanted: wantedOf(source) } satisfies z.infer<typeof leads>);
  return {
    ...common,
    listed: [],
    found: memorable({ documents: listed, problems }, address, validator, leading),
  };
}

/** The options that decide whether services are asked. */
function wantedOf({ options }: HarvestSource): string {
  return `${options['iso'] ?? ''} ${options['header'] ?? ''}`;
}
