import type { CatalogueRecord, Distribution } from '../model/index.ts';
import {
  type FileFormat,
  formatOfAddress,
  formatOfMediaType,
  formatOfName,
  isPackage,
  isVague,
} from './file-formats.ts';
import { type Evidence, unknown } from './metric.ts';
import type { LinkObservation, ServedEvidence } from './served.ts';

/**
 * What an answer means for somebody who wants the data: `guarded` asks who comes, `page` gives a web page where a file
 * was promised, `broken` says that nothing is there, `unknown` says nothing.
 */
export type LinkState = 'works' | 'guarded' | 'page' | 'broken' | 'unknown';

/** A way to the data with what came of asking it. */
export type DataLink = { distribution: Distribution; observation: LinkObservation; state: LinkState };

const notChecked: LinkObservation = { outcome: 'not-checked' };

/** The ways of a record that lead to data (not to documentation or a page about them), each as it was observed. */
export function dataLinks(record: CatalogueRecord, served: ServedEvidence): DataLink[] {
  return record.resource.distributions
    .filter(({ kind, url }) => leadsToData(kind) && /^[a-z]+:\/\//i.test(url))
    .map((distribution) => {
      const observation = served.links.find(({ url }) => url === distribution.url)?.observation ?? notChecked;
      return { distribution, observation, state: stateOf(distribution, observation) };
    });
}

function leadsToData(kind: Distribution['kind']): boolean {
  return ['download', 'subset', 'view', 'service'].includes(kind);
}

/** Judges an answer; a server that is busy or faulty for the moment (429, 5xx) tells nothing. */
export function stateOf(
  distribution: Pick<Distribution, 'kind' | 'url' | 'mediaType' | 'format'>,
  observation: LinkObservation,
): LinkState {
  if (observation.outcome !== 'answered') return 'unknown';
  const { status, content, mediaType } = observation;
  if (status === 401 || status === 403 || content === 'login') return 'guarded';
  if (status === 429 || status >= 500) return 'unknown';
  if (status >= 400) return 'broken';
  const html = content === undefined ? formatOfMediaType(mediaType)?.name === 'HTML' : content === 'html';
  if (distribution.kind === 'download' && html && claimedFormat(distribution)?.name !== 'HTML') return 'page';
  return 'works';
}

/** The format that the record says a file is in. */
export function claimedFormat({
  mediaType,
  format,
  url,
}: Pick<Distribution, 'mediaType' | 'format' | 'url'>): FileFormat | undefined {
  return (
    (mediaType ? formatOfMediaType(mediaType.toLowerCase()) : undefined) ??
    (format ? formatOfName(format.name) : undefined) ??
    formatOfAddress(url)
  );
}

/**
 * Whether a file is what the record says. The first bytes count before the header, since servers label files carelessly.
 * @returns `undefined` where nothing was claimed or nothing can be told
 */
export function typeMatches(link: DataLink): boolean | undefined {
  const claimed = claimedFormat(link.distribution);
  const { observation } = link;
  if (!claimed || observation.outcome !== 'answered') return undefined;
  const { content, mediaType } = observation;
  if (content === 'html' || content === 'login') return claimed.name === 'HTML';
  if (content !== undefined && content !== 'binary' && content !== 'zip' && content !== 'gzip')
    return claimed.contents.includes(content);
  if (isVague(mediaType) || isPackage(mediaType))
    return content === 'binary' ? claimed.contents.includes('binary') || undefined : undefined;
  const served = formatOfMediaType(mediaType);
  if (served === undefined) return undefined;
  // Plain text is how many servers label CSV and the like.
  return served === claimed || (served.name === 'Text' && claimed.contents.includes('text'));
}

/** The format that a file is really in: what is served wins over what is claimed. */
export function realFormat(link: DataLink): FileFormat | undefined {
  const claimed = claimedFormat(link.distribution);
  if (link.observation.outcome !== 'answered' || link.state !== 'works') return claimed;
  return typeMatches(link) === false ? formatOfMediaType(link.observation.mediaType) : claimed;
}

/** Evidence that nothing is known of an address: nobody asked, nobody answered, or the server was busy. */
export function notKnown(worth: number, url: string, observation: LinkObservation = notChecked): Evidence {
  if (observation.outcome === 'answered') return unknown(worth, 'busy', { url, status: observation.status });
  if (observation.outcome === 'not-checked') return unknown(worth, 'not-checked', { url });
  return unknown(worth, observation.outcome, { url, reason: observation.reason });
}
