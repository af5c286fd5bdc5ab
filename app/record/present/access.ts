import { type AccessKind, accessKinds, type Distribution, type Resource } from '#catalogue/model';
import { formatBytes } from '../../locales/format.ts';
import type { Locale } from '../../locales/index.ts';
import { type PageText, pageText } from '../texts.ts';
import { hostOf, webAddress } from './address.ts';
import { type Prose, prose } from './prose.ts';

export type AccessLink = {
  label: PageText;
  /** Absent for what is no web address: shown as it was given. */
  href?: string;
  address: string;
  host?: string;
  description?: Prose;
  /** Protocol in a reader's words. */
  protocol?: string;
  format?: string;
  size?: string;
  checksum?: string;
};
export type AccessGroup = { kind: AccessKind; links: AccessLink[] };

/** Links by what one can do with them, what leads to the data first; the same address of one kind stands once. */
export function accessGroups({ distributions }: Resource, locale: Locale): AccessGroup[] {
  return accessKinds.flatMap((kind) => {
    const ofKind = distributions.filter((distribution) => distribution.kind === kind);
    const links = new Map(
      ofKind.map((distribution) => [keyOf(distribution), accessLink(distribution, locale)]),
    );
    return links.size === 0 ? [] : [{ kind, links: [...links.values()] }];
  });
}

function keyOf({ url, names, protocol }: Distribution): string {
  return JSON.stringify([url, names, protocol]);
}

function accessLink(distribution: Distribution, locale: Locale): AccessLink {
  const { url, names, descriptions, mediaType, format, byteSize, checksum } = distribution;
  const href = webAddress(url);
  const name = pageText(names, locale);
  const description = pageText(descriptions, locale);
  const protocol = protocolName(distribution.protocol ?? distribution.protocolAsGiven);
  const formatName = format ? [format.name, format.version].filter(Boolean).join(' ') : mediaType;
  return {
    label: name ?? { text: href ? shortAddress(href) : url },
    ...(href ? { href, host: hostOf(href) } : {}),
    address: url,
    ...(description && description.text !== name?.text
      ? { description: prose(description.text, description.lang) }
      : {}),
    ...(protocol ? { protocol } : {}),
    ...(formatName ? { format: formatName } : {}),
    ...(byteSize === undefined ? {} : { size: formatBytes(byteSize, locale) }),
    ...(checksum ? { checksum: `${checksum.algorithm} ${checksum.value}` } : {}),
  };
}

/** `OGC:WMS` is "WMS" to a reader; that a link is a link goes without saying. */
function protocolName(protocol: string | undefined): string | undefined {
  if (protocol === undefined || /^WWW:|^https?$|link/i.test(protocol)) return undefined;
  const [, name = protocol] = /^(?:OGC|ESRI|OPeNDAP|UNIDATA|WWW)[:-](.+)$/i.exec(protocol) ?? [];
  return name;
}

/** Host and last part of the path: "sextant.ifremer.fr/…/ctd.nc". */
function shortAddress(href: string): string {
  const { pathname } = new URL(href);
  const last = pathname.split('/').filter(Boolean).at(-1);
  if (!last) return hostOf(href);
  const name = last.length > 60 ? `${last.slice(0, 59)}…` : last;
  return `${hostOf(href)}/${pathname.split('/').filter(Boolean).length > 1 ? '…/' : ''}${name}`;
}
