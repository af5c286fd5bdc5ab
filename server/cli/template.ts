import { writeFile } from 'node:fs/promises';
import { spreadsheetTemplate } from '#harvesters';
import type { Output } from '../progress.ts';

/** `halocline template`: the spreadsheet that describes datasets, empty, with its columns explained. */
export async function writeTemplate(file: string, language: string, output: Output): Promise<void> {
  await writeFile(file, await spreadsheetTemplate(language === 'fr' ? 'fr' : 'en'), { flag: 'wx' });
  output.line(`Wrote ${file}.`);
}
