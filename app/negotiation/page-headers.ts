import { createHash } from 'node:crypto';
import type { StoredRecord } from '#ledger';
import type { Locale } from '../locales/index.ts';
import type { RecordView } from '../record/present/present-record.ts';
import { httpDate } from './etag.ts';
import { linkHeader } from './link-header.ts';

/**
 * Headers of a record's page. The entity tag names the revision, the language, and what the page shows of others (its
 * source, related records, its score, its links); the build is added where the page is rendered.
 */
export function pageHeaders(
  stored: StoredRecord,
  view: RecordView,
  locale: Locale,
  version: string,
): Headers {
  const { source, related, copies, timeline, fair, problems } = view;
  const others = createHash('sha256')
    .update(JSON.stringify([version, source, related, copies, timeline, fair, problems]))
    .digest('base64url')
    .slice(0, 10);
  return new Headers({
    'Cache-Control': 'no-cache',
    ETag: `W/"${stored.revision}.${locale}.${others}"`,
    'Last-Modified': httpDate(stored.datestamp),
    Link: linkHeader([
      ...(view.head.canonical ? [{ rel: 'canonical', href: view.head.canonical }] : []),
      ...view.head.links,
    ]),
  });
}
