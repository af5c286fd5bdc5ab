import writeXlsxFile from 'write-excel-file/node';
import { type SheetName, sheetNames, sheets } from './columns.ts';

const words = {
  en: {
    readMe: 'Read me',
    sheet: 'Sheet',
    column: 'Column',
    needed: 'Needed',
    help: 'What stands there',
    example: 'Example',
    yes: 'yes',
  },
  fr: {
    readMe: 'Lisez-moi',
    sheet: 'Feuille',
    column: 'Colonne',
    needed: 'Obligatoire',
    help: 'Ce qui s’y trouve',
    example: 'Exemple',
    yes: 'oui',
  },
};

/**
 * The template of the spreadsheet as a workbook: a sheet that explains the columns, with an example of each, and the
 * empty sheets.
 */
export function spreadsheetTemplate(language: 'en' | 'fr'): Promise<Uint8Array> {
  const text = words[language];
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const explained = sheetNames.flatMap((name) =>
    sheets[name].columns.map((column) => [
      { value: sheets[name][language] },
      { value: column[language] },
      { value: column.required ? text.yes : '' },
      { value: column.help[language] },
      { value: column.example ?? '' },
    ]),
  );
  const head = [text.sheet, text.column, text.needed, text.help, text.example].map(bold);
  const empty = (name: SheetName) => ({
    sheet: sheets[name][language],
    data: [sheets[name].columns.map((column) => bold(column[language]))],
    columns: sheets[name].columns.map(() => ({ width: 20 })),
    stickyRowsCount: 1,
  });
  return writeXlsxFile([
    ...sheetNames.map(empty),
    {
      sheet: text.readMe,
      data: [head, ...explained],
      columns: [18, 22, 12, 60, 40].map((width) => ({ width })),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}
