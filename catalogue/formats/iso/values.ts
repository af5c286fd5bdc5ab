import { type LanguageMap, readDate } from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import type { Codelist } from './codelists.ts';
import { hnapMeaning } from './hnap.ts';
import type { Reading } from './reading.ts';

/**
 * The element that holds the value of a property: gco:CharacterString, gmx:Anchor, a code of some list (SeaDataNet puts
 * its own there), gmd:URL… Translations are beside it; a property with bare text is its own value.
 */
export function valueElement(property: XmlElement): XmlElement {
  let first: XmlElement | undefined;
  for (const child of property.children) {
    if (typeof child === 'string' || child.name === 'PT_FreeText') continue;
    if (child.children.length > 0) return child;
    first ??= child;
  }
  return first ?? property;
}

/** The address that a value is anchored to (`gmx:Anchor xlink:href`). */
export function anchorOf(property: XmlElement): string | undefined {
  return valueElement(property).attribute('href')?.trim() || undefined;
}

/** Text of a property without translations, white space collapsed; `undefined` when there is none. */
export function readString(property: XmlElement): string | undefined {
  return line(valueElement(property).text) || undefined;
}

/** A text of one line, such as a title or a name, in all its languages. */
export function readLine(property: XmlElement, reading: Reading): LanguageMap | undefined {
  return readTexts(property, reading, line);
}

/** A text of several lines, such as an abstract, in all its languages; only its ends are trimmed. */
export function readProse(property: XmlElement, reading: Reading): LanguageMap | undefined {
  return readTexts(property, reading, (text) => text.trim());
}

/** White space that is not one plain blank between words. */
const untidy = /^\s|\s$|\s\s|[^\S ]/;
const line = (text: string) => (untidy.test(text) ? text.replace(/\s+/g, ' ').trim() : text);

function readTexts(
  property: XmlElement,
  reading: Reading,
  tidy: (text: string) => string,
): LanguageMap | undefined {
  const texts: LanguageMap = {};
  const main = property.child('PT_FreeText') === property.children[0] ? undefined : valueElement(property);
  const text =
    main && main.name !== 'PT_FreeText' ? tidy(main === property ? bareText(property) : main.text) : '';
  if (text) texts[reading.language] = text;
  for (const child of property.children) {
    if (typeof child === 'string' || child.name !== 'PT_FreeText') continue;
    for (const group of child.elements()) {
      for (const localised of group.elements()) {
        const translation = tidy(localised.text);
        if (!translation) continue;
        const tag = reading.locale(localised.attribute('locale') ?? '', localised);
        texts[tag] ??= translation;
      }
    }
  }
  for (const _ in texts) return texts;
  return undefined;
}

/** A text of one line, and what it is in other languages; a text in other languages only is told by the first. */
export function readTranslations(
  property: XmlElement,
  reading: Reading,
): { text?: string; others?: LanguageMap } {
  const { [reading.language]: main, ...others } = readLine(property, reading) ?? {};
  const [first] = Object.values(others);
  const text = main ?? first;
  if (text === undefined) return {};
  return first === undefined ? { text } : { text, others };
}

function bareText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : '')).join('');
}

/**
 * A value of a codelist: `codeListValue`, else the text. Canadian codes (`RI_414`) and addresses of register entries are
 * reduced to the word that they stand for; what the list does not hold is kept and reported.
 */
export function readCode(property: XmlElement, codelist: Codelist, reading: Reading): string | undefined {
  const element = valueElement(property);
  const whole = element.text;
  const direct = codelist.find(element.attribute('codeListValue') ?? whole);
  if (direct !== undefined) return direct;
  const text = line(whole);
  const given = element.attribute('codeListValue')?.trim() || text || element.attribute('href')?.trim();
  if (!given) return undefined;
  const word = /^RI_\d+$/.test(given) ? hnapMeaning(given, text) : lastSegment(given);
  const known = codelist.find(word);
  if (known !== undefined) return known;
  reading.report(
    'info',
    'code-unknown',
    element,
    `"${given}" is not a value of ${codelist.name}; it was kept as it is.`,
    `Use a value of ${codelist.name}.`,
  );
  return word;
}

/** `…/gmxCodelists.xml#CI_RoleCode_author` and `CI_RoleCode_author` stand for `author`. */
function lastSegment(code: string): string {
  const segment = /^https?:\/\//.test(code)
    ? code
        .replace(/[#/]+$/, '')
        .split(/[#/]/)
        .at(-1)
    : code;
  return (segment ?? code).replace(/^[A-Z]{2}_\w+Code_(?=\w)/, '');
}

/** A date or date-time; what is wrong with it is reported. */
export function readDateOf(property: XmlElement, reading: Reading): string | undefined {
  const element = valueElement(property);
  // An empty property with a nilReason says that there is no date: nothing is amiss.
  if (element === property && property.attribute('nilReason') !== undefined && !property.text.trim())
    return undefined;
  return dateOfText(element.text, element, reading);
}

/** Reads the text of a date and reports at `element` what is wrong with it. */
export function dateOfText(text: string, element: XmlElement, reading: Reading): string | undefined {
  const { date, problem } = readDate(text);
  if (problem) reading.report(problem.severity, problem.code, element, problem.message, problem.hint);
  return date;
}

/** A decimal number; a comma is understood and reported, anything else is an error. */
export function readNumber(property: XmlElement, reading: Reading): number | undefined {
  const element = valueElement(property);
  return numberOfText(element.text, element, reading);
}

/** Reads the text of a number and reports at `element` what is wrong with it; an empty text is no number. */
export function numberOfText(text: string, element: XmlElement, reading: Reading): number | undefined {
  const written = text.trim();
  if (written === '') return undefined;
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(written)) return Number(written);
  if (/^[+-]?\d+,\d+$/.test(written)) {
    reading.report(
      'warning',
      'number-with-comma',
      element,
      `"${written}" has a decimal comma; it was read as ${written.replace(',', '.')}.`,
      'Write decimals with a point.',
    );
    return Number(written.replace(',', '.'));
  }
  reading.report(
    'error',
    'number-unreadable',
    element,
    `"${written}" is not a number.`,
    'Write a decimal number.',
  );
  return undefined;
}

/** The address in a linkage property: gmd:URL, a character string, the first of the localised ones (Swiss profile). */
export function addressOf(property: XmlElement): string | undefined {
  let found = valueElement(property);
  for (let inner = firstTold(found); inner; inner = firstTold(inner)) found = inner;
  return found.text.trim() || undefined;
}

function firstTold(element: XmlElement): XmlElement | undefined {
  for (const child of element.elements()) if (child.text.trim() !== '') return child;
  return undefined;
}
