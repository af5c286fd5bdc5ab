import { persistentIdentifier, type ServedEvidence } from '#catalogue/fair';
import type { MetadataFormat } from '#catalogue/formats';
import type { Distribution } from '#catalogue/model';
import type { StoredRecord } from '#ledger';
import type { LinkChecker } from '../links/index.ts';
import type { LinkQuestion } from '../links/link-checker.ts';
import { type AskPortal, negotiate, readDocuments } from './served-documents.ts';
import { readServedPage } from './served-page.ts';

/** A record with hundreds of files is judged by some of them: nobody's server is asked for all. */
const mostLinks = 20;

export type GatherPorts = {
  /** Public address of the portal, without a slash at the end. */
  publicUrl: string;
  ask: AskPortal;
  links: LinkChecker;
  formats: readonly MetadataFormat[];
};

export type GatherOptions = {
  /** Whether foreign addresses may be asked; else only what is remembered of them counts. */
  askLinks: boolean;
  allowPrivate: boolean;
  signal: AbortSignal;
};

/** What was observed, and when some foreign address is to be asked again (milliseconds since 1970). */
export type Gathered = { served: ServedEvidence; nextCheckAt?: number };

/**
 * Looks at what is served of a record: our own page and documents, as a stranger sees them, and the foreign addresses
 * that the record names.
 * @throws the reason of `signal`; what our own portal throws
 */
export async function gather(
  stored: StoredRecord,
  ports: GatherPorts,
  options: GatherOptions,
): Promise<Gathered> {
  const { record } = stored;
  const url = `${ports.publicUrl}/records/${stored.id}`;
  const page = await readServedPage(
    url,
    await ports.ask(new Request(url, { headers: { accept: 'text/html', 'accept-language': 'en' } })),
  );
  const documents = await readDocuments(page, record, ports.ask, ports.formats);
  const negotiated = await negotiate(page, ports.ask);
  const original = await ports.ask(new Request(`${url}/original`));
  await original.arrayBuffer();

  const { resource } = record;
  const identifier = persistentIdentifier(resource.identifiers)?.uri;
  const licence = resource.licences.find(({ uri }) => uri !== undefined)?.uri;
  const files = dataQuestions(stored.visibility === 'metadata-only' ? [] : resource.distributions);
  const checked = await ports.links.check(
    [
      ...(identifier ? [{ url: identifier, look: true }] : []),
      ...files,
      ...(licence ? [{ url: licence, look: false }] : []),
    ],
    { ask: options.askLinks, allowPrivate: options.allowPrivate, signal: options.signal },
  );
  const observed = (address: string) => ({
    url: address,
    observation: checked.get(address)?.observation ?? { outcome: 'not-checked' as const },
  });
  const next = [...checked.values()].flatMap(({ nextCheckAt }) => nextCheckAt ?? []);
  return {
    served: {
      page,
      documents,
      negotiated,
      original: original.status,
      links: files.map((file) => observed(file.url)),
      ...(identifier ? { identifier: observed(identifier) } : {}),
      ...(licence ? { licence: observed(licence) } : {}),
    },
    ...(next.length > 0 ? { nextCheckAt: Math.min(...next) } : {}),
  };
}

/** Files are looked into; of services, it is enough that they answer. */
function dataQuestions(distributions: readonly Distribution[]): LinkQuestion[] {
  const wanted = distributions
    .filter(({ kind, url }) => ['download', 'subset', 'view', 'service'].includes(kind) && URL.canParse(url))
    .map(({ kind, url }) => ({ url, look: kind === 'download' }));
  const files = wanted.toSorted((one, other) => Number(other.look) - Number(one.look));
  return [...new Map(files.map((file) => [file.url, file])).values()].slice(0, mostLinks);
}
