import { type CheckReport, type RuleSetName, ruleSetNames } from '#catalogue/checks';
import { isDomainError } from '#runtime/errors';
import { formText } from '../account/form-text.ts';
import type { Locale } from '../locales/index.ts';
import type { PortalServices } from '../services.ts';

/** Bytes of a document that the page checks. */
export const largestForm = 5 * 1024 * 1024;

/** Characters of a text that come back with the report: a longer one is at hand where it was copied from. */
const longestEcho = 500_000;

/** What came of a form; `text` comes back so that it can be mended and sent again. */
export type Checked = {
  text: string;
  sets: RuleSetName[];
  report?: CheckReport;
  refused?: 'none' | 'tooLarge' | 'tooSlow' | 'busy';
};

/** Checks the document of a form: the file where one was chosen, else the text. */
export async function checkFormData(
  form: FormData,
  { check }: Pick<PortalServices, 'check'>,
  language: Locale,
): Promise<Checked> {
  const text = formText(form, 'document');
  const asked = form.getAll('rules');
  const sets = ruleSetNames.filter((name) => asked.includes(name));
  const said = { text: text.length > longestEcho ? '' : text, sets };
  const file = form.get('file');
  const sent = file instanceof File && file.size > 0 ? file : undefined;
  const bytes = sent ? new Uint8Array(await sent.arrayBuffer()) : new TextEncoder().encode(text);
  if (bytes.length > largestForm) return { ...said, text: '', refused: 'tooLarge' };
  if (bytes.length === 0 || (!sent && text.trim() === '')) return { ...said, refused: 'none' };
  const mediaType = sent?.type.split(';')[0]?.trim();
  try {
    const report = await check(bytes, { sets, language, ...(mediaType ? { mediaType } : {}) });
    return { ...said, report };
  } catch (error) {
    if (isDomainError(error) && error.code === 'too-large') return { ...said, refused: 'tooSlow' };
    if (isDomainError(error) && error.code === 'unavailable') return { ...said, refused: 'busy' };
    throw error;
  }
}
