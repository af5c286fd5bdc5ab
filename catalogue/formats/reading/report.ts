import { normaliseLanguage, type Problem, type ProblemSeverity, readDate } from '../../model/index.ts';

/** Where in the document something stands. */
export type Place = { path: string; line?: number };

/** Characters of a message: a quoted value may be the whole document. */
const longest = 500;

/** Collects the problems of one document; reads the values that every format writes in its own bad ways. */
export class Report {
  readonly problems: Problem[] = [];

  /** Adds a problem; a problem that was already told of the same place is not told twice. */
  add(severity: ProblemSeverity, code: string, place: Place, text: string, hint: string): void {
    const message = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
    const known = this.problems.some(
      (problem) => problem.code === code && problem.path === place.path && problem.message === message,
    );
    if (known) return;
    this.problems.push({ severity, code, path: place.path || '/', ...lineOf(place), message, hint });
  }

  error(code: string, place: Place, message: string, hint: string): void {
    this.add('error', code, place, message, hint);
  }

  warning(code: string, place: Place, message: string, hint: string): void {
    this.add('warning', code, place, message, hint);
  }

  info(code: string, place: Place, message: string, hint: string): void {
    this.add('info', code, place, message, hint);
  }

  /** The date of a text as ISO 8601, `undefined` (and a problem) where it is none. */
  date(text: string, place: Place): string | undefined {
    const { date, problem } = readDate(text);
    if (problem) this.add(problem.severity, problem.code, place, problem.message, problem.hint);
    return date;
  }

  /** The BCP 47 tag of a language code, `undefined` (and a problem) where it is none; empty codes say nothing. */
  language(code: string, place: Place): string | undefined {
    if (code.trim() === '') return undefined;
    const tag = normaliseLanguage(code);
    if (tag === undefined)
      this.warning(
        'language-unknown',
        place,
        `"${code.trim()}" is not a language code.`,
        'Use a code of ISO 639 or a BCP 47 tag, such as "fre" or "fr".',
      );
    return tag;
  }

  /** A decimal number; `undefined` (and a problem) where the text is none. A decimal comma is understood. */
  number(text: string, place: Place): number | undefined {
    const written = text.trim();
    if (written === '') return undefined;
    const value = Number(/^[+-]?\d+,\d+$/.test(written) ? written.replace(',', '.') : written);
    if (Number.isFinite(value)) return value;
    this.warning(
      'number-unreadable',
      place,
      `"${written}" is not a number.`,
      'Write digits with a decimal point.',
    );
    return undefined;
  }
}

function lineOf(place: Place): { line?: number } {
  return place.line !== undefined && place.line > 0 ? { line: place.line } : {};
}
