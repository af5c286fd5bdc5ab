export { type XmlAttribute, XmlElement } from './element.ts';
export { decodeDocument } from './encoding.ts';
export { largestDocument, type ParsedXml, parseXml } from './parse.ts';
export { escapeAttribute, escapeText, serialiseElement } from './serialise.ts';
export { xpathOf } from './xpath.ts';
