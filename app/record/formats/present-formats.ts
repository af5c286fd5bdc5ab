import type { Loss } from '#catalogue/formats/losses';
import type { StoredRecord } from '#ledger';
import { type Locale, type Messages, messagesIn } from '../../locales/index.ts';
import { allLosses, type Fidelity, type Reporting } from '../../negotiation/loss-reports.ts';

/** Losses of one kind at one field, whatever the item of a list. */
export type LossRow = {
  label: string;
  /** Fields below, as the model names them: `thesaurus.identifier`. */
  within?: string;
  kind: Loss['kind'];
  /** How many items lose it. */
  count: number;
  /** What is lost, of the first of them. */
  value: string;
  /** What is said instead, or where. */
  instead?: string;
};

/** One way to take a record, and what it leaves out. */
export type FormatRow = {
  title: string;
  mediaType: string;
  href: string;
  losses: LossRow[];
  basis: Fidelity['basis'];
};

/** The ways to take a record with what each leaves out; those that can't say it at all are not there. */
export async function presentFormats(
  stored: StoredRecord,
  locale: Locale,
  services: Reporting,
): Promise<FormatRow[]> {
  const messages = messagesIn(locale);
  return (await allLosses(stored, services))
    .filter(({ report }) => report.expressible)
    .map(({ writer, report }) => ({
      title: writer.title,
      mediaType: writer.mediaType,
      href: `/records/${stored.id}.${writer.suffix}`,
      losses: lossRows(report.losses, messages),
      basis: report.basis,
    }));
}

/** Losses gathered by field and kind, in the order in which they were found. */
export function lossRows(losses: readonly Loss[], messages: Messages): LossRow[] {
  const rows = new Map<string, LossRow>();
  for (const loss of losses) {
    const { path, kind, value } = loss;
    const plain = path.replace(/\[\d+\]/g, '');
    const key = `${plain} ${kind}${path === '' ? ` ${loss.note}` : ''}`;
    const known = rows.get(key);
    if (known) {
      known.count += 1;
      continue;
    }
    const [field = '', ...within] = plain.replace(/^resource\./, '').split('.');
    const instead = insteadOf(loss, messages);
    rows.set(key, {
      label: fieldLabel(field, messages),
      ...(within.length > 0 ? { within: within.join('.') } : {}),
      kind,
      count: 1,
      value: withoutAddresses(value, messages),
      ...(instead ? { instead } : {}),
    });
  }
  return [...rows.values()];
}

/** E-mail addresses are spelt out, as everywhere on the pages. */
function withoutAddresses(text: string, { recordPage }: Messages): string {
  return text.replace(/(\S+)@(?=[\w-]+\.)/g, `$1 [${recordPage.emailAt}] `);
}

function fieldLabel(field: string, { formatsPage, modelFields }: Messages): string {
  const label = Object.entries(modelFields).find(([name]) => name === field)?.[1];
  return label ?? (field === '' ? formatsPage.general : field);
}

/** What the comparison notes, in words. */
function insteadOf({ kind, note, path }: Loss, messages: Messages): string | undefined {
  const { formatsPage } = messages;
  if (note === undefined || path === '') return note;
  if (kind === 'dropped') return undefined;
  if (note === 'order') return formatsPage.otherOrder;
  if (/^language: /.test(note)) return formatsPage.languageLost;
  if (kind === 'changed') return formatsPage.instead(withoutAddresses(note, messages));
  const field = note.replace(/^resource\./, '').split('.')[0] ?? '';
  return formatsPage.saidIn(fieldLabel(field, messages));
}
