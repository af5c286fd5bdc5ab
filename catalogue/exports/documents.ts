import writeXlsxFile from 'write-excel-file/node';
import { type CslItem, formatCitation } from '../citations/index.ts';
import { type CatalogueRecord, localise } from '../model/index.ts';
import { metadataRows } from './rows.ts';

/** What the documents that people take along are made of. */
export type Sheet = {
  record: CatalogueRecord;
  item: CslItem;
  pageUrl: string;
  language: string;
  /** What each field of a resource is called. */
  labels: Readonly<Record<string, string>>;
};

const words = {
  en: {
    citation: 'Citation',
    page: 'Page',
    field: 'Field',
    value: 'Value',
    language: 'Language',
    metadata: 'Metadata',
  },
  fr: {
    citation: 'Citation',
    page: 'Page',
    field: 'Champ',
    value: 'Valeur',
    language: 'Langue',
    metadata: 'Métadonnées',
  },
};
const wordsOf = (language: string) => (language === 'fr' ? words.fr : words.en);

/** Metadata as plain text, in UTF-8. */
export function plainTextOf({ record, item, pageUrl, language, labels }: Sheet): string {
  const { citation, page } = wordsOf(language);
  const lines = metadataRows(record, language, labels).map(
    (row) =>
      `${row.field}${row.language ? ` (${row.language})` : ''}: ${row.value.replace(/\s*\n\s*/g, '\n  ')}`,
  );
  return [
    item.title,
    '='.repeat(Math.min(78, item.title.length)),
    '',
    `${citation}: ${formatCitation(item, 'apa', language)}`,
    `${page}: ${pageUrl}`,
    '',
    ...lines,
    '',
  ].join('\n');
}

/** Metadata as a text document (RTF 1.9), which every word processor opens. */
export function richTextOf({ record, item, pageUrl, language, labels }: Sheet): string {
  const { citation, page } = wordsOf(language);
  const line = (field: string, value: string) =>
    `{\\pard\\sa120 {\\b ${escapeRtf(field)}} ${escapeRtf(value)}\\par}`;
  return [
    '{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\fswiss Helvetica;}}\\f0\\fs22',
    `{\\info{\\title ${escapeRtf(item.title)}}}`,
    `{\\pard\\sa240 {\\b\\fs32 ${escapeRtf(item.title)}}\\par}`,
    line(citation, formatCitation(item, 'apa', language)),
    line(page, pageUrl),
    ...metadataRows(record, language, labels).map((row) =>
      line(row.language ? `${row.field} (${row.language})` : row.field, row.value),
    ),
    '}',
    '',
  ].join('\n');
}

/** Signs beyond ASCII as \uN with a question mark for programs that know none (RTF 1.9, Unicode RTF). */
function escapeRtf(text: string): string {
  let escaped = '';
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10) escaped += '\\line ';
    else if (code === 92 || code === 123 || code === 125) escaped += `\\${text[index]}`;
    else if (code >= 32 && code < 127) escaped += text[index];
    else if (code > 127) escaped += `\\u${code > 32_767 ? code - 65_536 : code}?`;
  }
  return escaped;
}

/** A cell of a spreadsheet holds no more. */
const mostCharacters = 32_767;

/** Metadata as a workbook: all fields, then variables and links as tables of their own. */
export async function workbookOf({ record, item, pageUrl, language, labels }: Sheet): Promise<Uint8Array> {
  const { field, value, language: tongue, metadata, citation, page } = wordsOf(language);
  const head = (...names: string[]) => names.map((name) => ({ value: name, fontWeight: 'bold' as const }));
  const cell = (text: string | number | undefined) =>
    text === undefined || text === ''
      ? null
      : typeof text === 'number'
        ? { value: text, type: Number }
        : // Text, never a formula, whatever it begins with.
          { value: text.slice(0, mostCharacters), type: String, wrap: true };
  const { variables, distributions } = record.resource;
  const text = (map: Record<string, string>) => localise(map, language, 'en')?.text;
  const sheets = [
    {
      sheet: metadata,
      columns: [{ width: 28 }, { width: 100 }, { width: 10 }],
      data: [
        head(field, value, tongue),
        [cell(citation), cell(formatCitation(item, 'apa', language))],
        [cell(page), cell(pageUrl)],
        ...metadataRows(record, language, labels).map((row) => [
          cell(row.field),
          cell(row.value),
          cell(row.language),
        ]),
      ],
    },
    {
      sheet: 'Variables',
      columns: [{ width: 40 }, { width: 16 }, { width: 40 }, { width: 16 }, { width: 60 }],
      data: [
        head('Name', 'Short name', 'Standard name', 'Unit', 'URI', 'Minimum', 'Maximum'),
        ...variables.map((variable) => [
          cell(text(variable.names)),
          cell(variable.shortName),
          cell(variable.standardName),
          cell(variable.unit),
          cell(variable.uri),
          cell(variable.minimum),
          cell(variable.maximum),
        ]),
      ],
    },
    {
      sheet: french(language) ? 'Liens' : 'Links',
      columns: [{ width: 40 }, { width: 80 }, { width: 20 }, { width: 24 }, { width: 16 }],
      data: [
        head('Name', 'URL', 'Kind', 'Protocol', 'Media type', 'Bytes'),
        ...distributions.map((link) => [
          cell(text(link.names)),
          cell(link.url),
          cell(link.kind),
          cell(link.protocol),
          cell(link.mediaType),
          cell(link.byteSize),
        ]),
      ],
    },
  ];
  return writeXlsxFile(sheets).toBuffer();
}

const french = (language: string) => language === 'fr';
