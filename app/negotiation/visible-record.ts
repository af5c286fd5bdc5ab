import type { StoredRecord } from '#ledger';
import { errorPage } from '../errors/error-data.ts';
import { formatDate } from '../locales/format.ts';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import { sentenceOrOwnWords } from '../phrases/index.ts';
import { citationOf } from '../record/citation.ts';
import { plainText } from '../record/texts.ts';
import type { PortalServices } from '../services.ts';
import { pageUrl } from './written-formats.ts';

/**
 * The record that an address names, for the public.
 * @throws the error page of 404 for an id that was never given, of 410 with a tombstone for a withdrawn record
 */
export async function visibleRecord(
  request: Request,
  id: string,
  { records, config }: Pick<PortalServices, 'records' | 'config'>,
): Promise<StoredRecord> {
  const stored = await records.get(id, 'public');
  if (stored === null) throw errorPage({ code: 'not-found' });
  if (!stored.deleted) return stored;
  const locale = localeOf(request);
  const messages = messagesIn(locale);
  const { resource } = stored.record;
  throw errorPage({
    code: 'gone',
    tombstone: {
      title: plainText(resource.titles, locale) ?? messages.recordPage.untitled,
      citation: citationOf(resource, pageUrl(config.publicUrl, stored.id), locale, messages),
      ...(stored.withdrawnReason ? { reason: sentenceOrOwnWords(locale, stored.withdrawnReason) } : {}),
      since: formatDate(stored.datestamp, locale),
    },
  });
}
