import { createHash } from 'node:crypto';
import type { Among, StoredRecord } from '#ledger';
import { discreet } from '#runtime/discretion';
import { errorPage } from '../errors/error-data.ts';
import { type Locale, type Messages, messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import { httpDate, matchesEtag } from '../negotiation/etag.ts';
import { documentHeaders } from '../negotiation/metadata-document.ts';
import { sentenceOrOwnWords } from '../phrases/index.ts';
import { pageText } from '../record/texts.ts';
import type { PortalServices } from '../services.ts';
import { type AtomEntry, type AtomLink, writeAtom } from './atom.ts';

const entriesPerPage = 50;
const longestSummary = 600;
const atomType = 'application/atom+xml';

/** A portal without any record is as old as this. */
const beginning = '2026-01-01T00:00:00Z';

/** A part of the catalogue that has a feed of its own. */
export type FeedOf = {
  /** Address of its page. */
  path: string;
  name: string;
  /** How old the feed is as long as nothing changed. */
  since?: string;
  sourceId?: string;
  among?: Among;
};

/**
 * Answers with the changes of the catalogue, or of a part of it, as a paged feed (RFC 5005, 3): those that changed last
 * first, each record once, as it stands now; `before` is the revision that a page begins behind.
 * @throws the error page 404 for a page that can't be
 */
export async function changesFeed(
  request: Request,
  services: PortalServices,
  part?: FeedOf,
): Promise<Response> {
  const { records, config } = services;
  const locale = localeOf(request);
  const messages = messagesIn(locale);
  const asked = new URL(request.url).searchParams;
  const before = asked.get('before');
  if (before !== null && !/^\d{1,15}$/.test(before)) throw errorPage({ code: 'not-found' });
  const found = await records.lastChanged(
    {
      limit: entriesPerPage + 1,
      ...(before === null ? {} : { beforeRevision: Number(before) }),
      ...(part?.sourceId === undefined ? {} : { sourceId: part.sourceId }),
      ...(part?.among ? { among: part.among } : {}),
    },
    'public',
  );
  const shown = found.slice(0, entriesPerPage);
  const last = shown.at(-1);
  const path = part?.path ?? '';
  const feedUrl = `${config.publicUrl}${path}/feed.atom`;
  const address = (parameters: Record<string, string>) => {
    const query = new URLSearchParams({
      ...(asked.has('lang') ? { lang: locale } : {}),
      ...parameters,
    }).toString();
    return query ? `${feedUrl}?${query}` : feedUrl;
  };
  const updated = shown[0]?.datestamp ?? part?.since ?? beginning;
  const headers = new Headers({
    ...documentHeaders,
    'Content-Type': `${atomType}; charset=utf-8`,
    'Content-Language': locale,
    'Last-Modified': httpDate(updated),
    ETag: `W/"${createHash('sha256')
      .update(JSON.stringify([config, locale, part?.name, found.map(({ id, revision }) => [id, revision])]))
      .digest('base64url')
      .slice(0, 22)}"`,
    Vary: 'Accept-Language, Cookie',
  });
  if (matchesEtag(request, headers)) return new Response(null, { status: 304, headers });
  const links: AtomLink[] = [
    { rel: 'self', href: address(before === null ? {} : { before }), type: atomType },
    { rel: 'alternate', href: `${config.publicUrl}${path || '/'}`, type: 'text/html' },
    { rel: 'first', href: address({}), type: atomType },
    ...(last && found.length > entriesPerPage
      ? [{ rel: 'next', href: address({ before: String(last.datestampRevision) }), type: atomType }]
      : []),
  ];
  const body = writeAtom({
    id: feedUrl,
    language: locale,
    title: part ? messages.feed.titleOfSource(part.name, config.name) : messages.feed.title(config.name),
    subtitle: messages.feed.subtitle,
    updated,
    author: { name: config.name, email: config.contact },
    generator: { name: 'Halocline', version: config.version },
    links,
    entries: shown.map((record) => entryOf(record, config.publicUrl, locale, messages)),
  });
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}

function entryOf(
  { id, record, deleted, withdrawnReason, createdAt, datestamp }: StoredRecord,
  publicUrl: string,
  locale: Locale,
  { feed }: Messages,
): AtomEntry {
  const page = `${publicUrl}/records/${id}`;
  const change = deleted ? 'withdrawn' : createdAt === datestamp ? 'created' : 'updated';
  const about = {
    id: page,
    title: pageText(record.resource.titles, locale) ?? { text: feed.untitled },
    updated: datestamp,
    published: createdAt,
    categories: [{ term: change, label: feed.changes[change] }],
    links: [{ rel: 'alternate', href: page, type: 'text/html' }],
  };
  if (deleted) {
    const text = withdrawnReason
      ? feed.withdrawnBecause(discreet(sentenceOrOwnWords(locale, withdrawnReason)))
      : feed.withdrawn;
    return { ...about, summary: { text } };
  }
  const abstract = pageText(record.resource.abstracts, locale);
  return abstract ? { ...about, summary: { ...abstract, text: shorten(abstract.text) } } : about;
}

function shorten(text: string): string {
  if (text.length <= longestSummary) return text;
  return `${text.slice(0, longestSummary).replace(/\s+\S*$/, '')}…`;
}
