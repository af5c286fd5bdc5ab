import { normaliseLanguage } from '../../model/index.ts';
import { type XmlElement, xpathOf } from '../../xml/index.ts';
import { oneLine, type Place, type Report } from '../reading/index.ts';

/** What the parts of the Dublin Core readers need: the root for paths, where problems go, the language of untagged text. */
export type DublinCoreReading = { root: XmlElement; report: Report; language: string };

/** Where an element stands; the path is only worked out when a problem is told of it. */
export function place(element: XmlElement, reading: DublinCoreReading): Place {
  return {
    get path() {
      return xpathOf(reading.root, element);
    },
    line: element.line,
  };
}

/**
 * The term that an element stands for, whatever prefix and spelling of the namespace the document has.
 * @returns `dc:title`, `dct:abstract`, `ows:BoundingBox`…, `undefined` for elements of other vocabularies
 */
export function termOf(element: XmlElement): string | undefined {
  if (/\/dc\/elements\/1\.[01]\/?$/.test(element.namespace)) return `dc:${element.name}`;
  if (/\/dc\/terms\/?$/.test(element.namespace)) return `dct:${element.name}`;
  if (/^http:\/\/www\.opengis\.net\/ows(\/|$)/.test(element.namespace)) return `ows:${element.name}`;
  return undefined;
}

/** Language of an element's text: its xml:lang, else that of the document. */
export function languageOf(element: XmlElement, reading: DublinCoreReading): string {
  const tag = element.attribute('lang', 'http://www.w3.org/XML/1998/namespace')?.trim();
  if (!tag) return reading.language;
  return normaliseLanguage(tag) ?? tag;
}

/** Text of an element in one line, `''` for an empty one. */
export function textOf(element: XmlElement): string {
  return oneLine(element.text);
}
