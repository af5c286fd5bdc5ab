import {
  type Citation,
  type Identifier,
  type LanguageMap,
  parseIdentifier,
  type ResourceDate,
} from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, date, line, many, readOnly, string } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { seaDataNetUri } from '../seadatanet.ts';
import { type Field, table } from '../table.ts';
import { addressOf, anchorOf, readString, valueElement } from '../values.ts';
import type { Content, Node, Writing } from '../writing.ts';

/** CI_Date */
export const datedEvent = table<{ date?: string; type?: string }>()('datedEvent', () => ({}), {
  date: date('date'),
  dateType: code('type', codelists.dateType),
});

const resourceDateKind = {
  read(property: XmlElement, reading: Reading): ResourceDate | undefined {
    const element = reading.classElement(property);
    if (!element) return undefined;
    const { date: day, type } = reading.object(datedEvent, element);
    if (day === undefined) return undefined;
    if (type === undefined) {
      reading.report(
        'info',
        'date-type-missing',
        element,
        `The date ${day} does not say what it is the date of.`,
        'Give the type of the date: creation, publication or revision.',
      );
    }
    return { type: type !== undefined && codelists.dateType.find(type) ? type : 'other', date: day };
  },
  write: (event: ResourceDate, writing: Writing): Content => ({
    children: [writing.object(datedEvent, event)],
  }),
};

/** Dates of a citation with what they are dates of. */
export const dates = <K extends string>(key: K) => many(key, resourceDateKind);

export type IdentifierParts = {
  code?: string | undefined;
  uri?: string | undefined;
  codeSpace?: string | undefined;
  authority?: LanguageMap | undefined;
  version?: string | undefined;
  description?: LanguageMap | undefined;
};

/** MD_Identifier, RS_Identifier */
export const identifierParts = table<IdentifierParts>()('identifierParts', () => ({}), {
  authority: readOnly(line('authority').read),
  code: anchoredCode(),
  codeSpace: string('codeSpace'),
  version: string('version'),
  description: line('description'),
});

function anchoredCode(): Field<IdentifierParts> {
  return {
    read(properties, model) {
      for (const property of properties) {
        const text = readString(property);
        const uri = anchorOf(property);
        if (text === undefined || model.code !== undefined) continue;
        model.code = text;
        if (uri !== undefined) model.uri = uri;
      }
    },
    write: ({ code: text, uri }, writing) => (text === undefined ? [] : [writing.string(text, uri)]),
  };
}

const identifierKind = {
  read(property: XmlElement, reading: Reading): Identifier | undefined {
    const element = reading.classElement(property);
    if (!element) return undefined;
    // Some exporters write the code straight into the property.
    const parts: IdentifierParts =
      element === valueElement(property) && !element.children.some((child) => typeof child !== 'string')
        ? { code: element.text.trim() }
        : reading.object(identifierParts, element);
    return parts.code ? identifierOf(parts) : undefined;
  },
  write: (identifier: Identifier, writing: Writing): Content => ({
    children: [writeIdentifier(anchoredParts(identifier), writing)],
  }),
};

/** An identifier; only RS_Identifier has a code space in ISO 19115:2003. */
export function writeIdentifier(parts: IdentifierParts, writing: Writing, isReferenceSystem = false): Node {
  const wantsSpace = parts.codeSpace !== undefined || parts.version !== undefined;
  return writing.object(identifierParts, parts, wantsSpace || isReferenceSystem ? 1 : 0);
}

/** An identifier of the model from its parts in ISO. */
export function identifierOf(parts: IdentifierParts): Identifier {
  const identifier = parseIdentifier(parts.code ?? '', parts.codeSpace);
  if (identifier.scheme === 'other' && parts.uri) {
    const { scheme } = parseIdentifier(parts.uri);
    return { ...identifier, scheme: scheme === 'uri' ? 'other' : scheme, uri: parts.uri };
  }
  return identifier;
}

/** An anchor is needed only where the code does not lead to the address by itself. */
function anchoredParts({ code: text, codeSpace, uri }: Identifier): IdentifierParts {
  const derived = parseIdentifier(text, codeSpace).uri;
  return { code: text, codeSpace, uri: uri === derived ? undefined : uri };
}

export const identifiers = <K extends string>(key: K) => many(key, identifierKind);

/** CI_Citation where no more is wanted of it than what it names: a thesaurus, a specification, a source. */
export const citation = table<Citation>()('citation', () => ({ titles: {}, identifiers: [], dates: [] }), {
  title: anchoredTitle(),
  dates: dates('dates'),
  identifiers: many('identifiers', {
    read: (property, reading) => identifierKind.read(property, reading)?.code,
    write: (text: string, writing) => identifierKind.write(parseIdentifier(text), writing),
  }),
  linkage: { ...linkage('url'), reference: true },
});

export const isCited = ({ titles, identifiers: codes, url }: Citation) =>
  Object.keys(titles).length > 0 || codes.length > 0 || url !== undefined;

/** The title of a citation; the address that it is anchored to is the address of what is cited. */
function anchoredTitle(): Field<Citation> {
  const { read } = line('titles');
  return {
    read(properties, model, reading) {
      read(properties, model, reading);
      for (const property of properties) {
        const uri = anchorOf(property) ?? seaDataNetUri(valueElement(property));
        if (uri !== undefined) model.url ??= uri;
      }
    },
    write({ titles, url }, writing) {
      const text = writing.text(titles, url);
      return text ? [text] : [];
    },
  };
}

/** The address of an online resource, read only: what is written is anchored to it. */
function linkage(key: 'url'): Field<Citation> {
  return readOnly((properties, model) => {
    for (const property of properties) model[key] ??= addressOf(property);
    if (model[key] === undefined) delete model[key];
  });
}
