import {
  type Citation,
  type CitedIdentifier,
  type Identifier,
  type OnlineReference,
  type PlainCitation,
  parseIdentifier,
  type ResourceDate,
  type Responsibility,
} from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import {
  code,
  codeKind,
  date,
  editionDate,
  line,
  lineKind,
  many,
  object,
  proseKind,
  some,
  string,
  translated,
} from '../fields.ts';
import type { Reading } from '../reading.ts';
import { seaDataNetUri } from '../seadatanet.ts';
import { type Field, table } from '../table.ts';
import { addressOf, anchorOf, valueElement } from '../values.ts';
import type { Content, Node, Writing } from '../writing.ts';
import { anchoredCode, identifierCode } from './identifier.ts';
import { onlineReference } from './online.ts';
import { readResponsibilities, writeResponsibility } from './responsibility.ts';

/** CI_Date */
export const datedEvent = table<{ date?: string; type?: string }>()('datedEvent', () => ({}), {
  date: date('date'),
  dateType: code('type', codelists.dateType),
});

/** A date with what it is the date of; `other` where the document's word is in no list. */
export const resourceDateKind = {
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
    if (type !== undefined && codelists.dateType.find(type)) return { type, date: day };
    return { type: 'other', date: day, ...(type ? { information: type } : {}) };
  },
  write({ type, date: day, information }: ResourceDate, writing: Writing): Content {
    // A word that no list has is written again as it was; other words are no code.
    const word = information && /^[\w$-]+$/.test(information) ? { type: information } : {};
    return { children: [writing.object(datedEvent, { date: day, ...(type === 'other' ? word : { type }) })] };
  },
};

/** Dates of a citation with what they are dates of. */
export const dates = <K extends string>(key: K) => many(key, resourceDateKind);

/** CI_Series */
export const series = table<NonNullable<PlainCitation['series']>>()('series', () => ({}), {
  name: string('name'),
  issue: string('issue'),
  page: string('page'),
});

/** Parties under a key that is absent where there are none. */
export function someParties<K extends string>(key: K): Field<{ [P in K]?: Responsibility[] | undefined }> {
  return {
    read(properties, model, reading) {
      const found: Responsibility[] = [...(model[key] ?? [])];
      for (const property of properties) {
        const element = reading.classElement(property);
        if (element) found.push(...readResponsibilities(element, reading));
      }
      if (found.length > 0) model[key] = found;
    },
    write: (model, writing) =>
      (model[key] ?? []).map((one: Responsibility) => writeResponsibility(one, writing)),
  };
}

const emptyPlainCitation = (): PlainCitation => ({ titles: {}, identifiers: [], dates: [] });

const plainFields = {
  title: anchoredTitle(),
  alternateTitle: some('alternateTitles', lineKind),
  dates: dates('dates'),
  edition: string('edition'),
  editionDate: editionDate('editionDate'),
  responsibilities: someParties('responsibilities'),
  presentationForms: some('presentationForms', codeKind(codelists.presentationForm)),
  series: object('series', series),
  otherDetails: some('otherDetails', proseKind),
  collectiveTitle: line('collectiveTitle'),
  linkage: linkage(),
} as const satisfies Record<string, Field<PlainCitation>>;

/** CI_Citation of what is itself only named in passing: an authority. */
export const plainCitation = table<PlainCitation>()('plainCitation', emptyPlainCitation, {
  ...plainFields,
  identifiers: many('identifiers', {
    read(property, reading) {
      const element = reading.classElement(property);
      return element && reading.object(identifierCode, element).code;
    },
    write: (text: string, writing): Content => ({
      children: [writing.object(identifierCode, { code: text })],
    }),
  }),
});

export type IdentifierParts = Partial<CitedIdentifier>;

/** MD_Identifier, RS_Identifier */
export const identifierParts = table<IdentifierParts>()('identifierParts', () => ({}), {
  authority: object('authority', plainCitation, isCited),
  code: translatedCode(),
  codeSpace: string('codeSpace'),
  version: string('version'),
  description: line('description'),
});

/** A code with its anchor and, strange as it is, its translations. */
function translatedCode(): Field<IdentifierParts> {
  const plain = anchoredCode();
  const { read } = translated('code');
  return {
    read(properties, model, reading) {
      const texts: IdentifierParts = {};
      read(properties, texts, reading);
      plain.read(properties, model, reading);
      if (texts.translations && model.code !== undefined) model.translations = texts.translations;
    },
    write(model, writing) {
      const [translation] = model.translations?.['code'] ?? [];
      if (model.code === undefined || !translation) return plain.write(model, writing);
      const text = writing.text({ ...translation, [writing.language]: model.code }, model.uri);
      return text ? [text] : [];
    },
  };
}

/** Reads an identifier; some exporters write the code straight into the property. */
function readParts(property: XmlElement, reading: Reading): IdentifierParts | undefined {
  const element = reading.classElement(property);
  if (!element) return undefined;
  const isBare =
    element === valueElement(property) && !element.children.some((child) => typeof child !== 'string');
  return isBare ? { code: element.text.trim() } : reading.object(identifierParts, element);
}

/** An identifier with all that is told of it. */
export const citedIdentifierKind = {
  read(property: XmlElement, reading: Reading): CitedIdentifier | undefined {
    const parts = readParts(property, reading);
    return parts?.code ? { ...parts, code: parts.code } : undefined;
  },
  write: (identifier: IdentifierParts, writing: Writing): Content => ({
    children: [writeIdentifier(identifier, writing)],
  }),
};

const identifierKind = {
  read(property: XmlElement, reading: Reading): Identifier | undefined {
    const parts = readParts(property, reading);
    return parts?.code ? identifierOf(parts) : undefined;
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
export function identifierOf({ code: text = '', codeSpace, uri, ...more }: IdentifierParts): Identifier {
  const identifier = { ...parseIdentifier(text, codeSpace), ...more };
  if (identifier.scheme === 'other' && uri) {
    const { scheme } = parseIdentifier(uri);
    return { ...identifier, scheme: scheme === 'uri' ? 'other' : scheme, uri };
  }
  return identifier;
}

/** An address that is the code itself needs no anchor. */
function anchoredParts({ scheme: _, ...parts }: Identifier): IdentifierParts {
  const { uri, ...others } = parts;
  return uri === undefined || uri === parts.code ? others : parts;
}

export const identifiers = <K extends string>(key: K) => many(key, identifierKind);

/** CI_Citation where no more is wanted of it than what it names: a thesaurus, a specification, a source. */
export const citation = table<Citation>()('citation', emptyPlainCitation, {
  ...plainFields,
  identifiers: {
    read(properties, model, reading) {
      const found = properties.flatMap((property) => citedIdentifierKind.read(property, reading) ?? []);
      model.identifiers.push(...found.map((identifier) => identifier.code));
      if (found.some((identifier) => Object.keys(identifier).length > 1)) model.identifierDetails = found;
    },
    write: ({ identifiers: list, identifierDetails }, writing) =>
      (identifierDetails ?? list.map((text) => ({ code: text }))).map((identifier) =>
        citedIdentifierKind.write(identifier, writing),
      ),
  },
});

export function isCited({ titles, identifiers: list, url, responsibilities }: PlainCitation): boolean {
  return Object.keys(titles).length > 0 || list.length > 0 || url !== undefined || !!responsibilities;
}

/** The title of a citation; the address that it is anchored to is the address of what is cited. */
function anchoredTitle(): Field<PlainCitation> {
  const { read } = line('titles');
  return {
    read(properties, model, reading) {
      read(properties, model, reading);
      for (const property of properties) {
        const uri = anchorOf(property) ?? seaDataNetUri(valueElement(property));
        if (uri !== undefined) model.url ??= uri;
      }
    },
    write({ titles, url, online }, writing) {
      // A link of its own says the address where the standard has one.
      const isLinked = writing.says('citation', 'linkage') && online?.some((link) => link.url === url);
      const text = writing.text(titles, isLinked ? undefined : url);
      return text ? [text] : [];
    },
  };
}

/** Links to what is cited: ISO 19115-1 has them, and SeaDataNet adds one to the older standard. */
function linkage(): Field<PlainCitation> {
  return {
    read(properties, model, reading) {
      const links = properties.flatMap((property) => onlineReference.read(property, reading) ?? []);
      const [first] = [...links.map(({ url }) => url), ...properties.map(addressOf)];
      if (first !== undefined) model.url ??= first;
      if (links.length > 1 || links.some((link) => tellsMore(link, model.url))) model.online = links;
    },
    write({ online = [], url }, writing) {
      const links = writing.says('citation', 'linkage')
        ? online
        : online.filter((link) => tellsMore(link, url));
      return links.map((link) => onlineReference.write(link, writing));
    },
  };
}

const tellsMore = (link: OnlineReference, url: string | undefined) =>
  link.url !== url || Object.keys(link).length > 1;
