import { isIP } from 'node:net';
import { maskCredentials } from '../credentials/index.ts';
import { mayReach } from '../fetching/address-guard.ts';

/** Names that mean something within a house only (RFC 6762, RFC 8375, and what people use). */
const internalName = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private)$/i;

const hidden = '***';

/** Scheme, then host, then port of the addresses in a text. */
const urlHost = /(\bhttps?:\/\/)(\[[\da-f:.]+\]|[^\s/?#:"'<>()[\]]+)(?::\d+)?/gi;

/** Whether a host belongs to the inside of somebody's network, as far as its name or number tells. */
export function isInternal(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(name)) return !mayReach(name, false);
  return internalName.test(name) || !name.includes('.');
}

/**
 * A text as anybody may read it: without credentials, without servers of private networks, and without the folder of this
 * machine that a source may be.
 * @param endpoint address or folder of the source that the text is about
 */
export function discreet(text: string, endpoint = ''): string {
  const isFolder = endpoint.length > 1 && !/^https?:/i.test(endpoint);
  const withoutFolder = isFolder ? text.replaceAll(endpoint.replace(/\/+$/, ''), hidden) : text;
  return maskCredentials(withoutFolder)
    .replace(urlHost, (whole: string, scheme: string, host: string) =>
      isInternal(host.replace(/^.*@/, '')) ? `${scheme}${hidden}` : whole,
    )
    .replace(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?![\d.])/g, (number) =>
      isIP(number.replace(/:\d+$/, '')) && isInternal(number.replace(/:\d+$/, '')) ? hidden : number,
    )
    .replace(/\blocalhost(?::\d+)?\b/gi, hidden);
}
