import {
  type Distribution,
  type LanguageMap,
  normaliseProtocol,
  type Party,
  type Translations,
} from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, line, prose, string, told, translated } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { addressOf, anchorOf, readLine, valueElement } from '../values.ts';
import { type Content, node, type Writing } from '../writing.ts';

type OnlineResource = {
  url?: string;
  protocol?: string | undefined;
  applicationProfile?: string | undefined;
  names: LanguageMap;
  mediaType?: string | undefined;
  descriptions: LanguageMap;
  function?: string | undefined;
  descriptionUri?: string | undefined;
  protocolUri?: string | undefined;
  applicationProfileUri?: string | undefined;
  protocolRequest?: string | undefined;
  translations?: Translations | undefined;
};

/** CI_OnlineResource */
export const onlineResource = table<OnlineResource>()(
  'onlineResource',
  () => ({ names: {}, descriptions: {} }),
  {
    linkage: {
      read([property], model) {
        const url = property && addressOf(property);
        if (url !== undefined) model.url = url;
      },
      write: ({ url }, writing) => (url === undefined ? [] : [writing.url(url)]),
    },
    protocol: anchoredText('protocol', 'protocolUri'),
    applicationProfile: anchoredText('applicationProfile', 'applicationProfileUri'),
    name: fileName(),
    description: {
      read(properties, model, reading) {
        prose('descriptions').read(properties, model, reading);
        const uri = properties.map(anchorOf).find((address) => address !== undefined);
        if (uri !== undefined) model.descriptionUri = uri;
      },
      write: ({ descriptions, descriptionUri }, writing) =>
        told([writing.text(descriptions, descriptionUri)]),
    },
    function: code('function', codelists.onlineFunction),
    protocolRequest: string('protocolRequest'),
  },
);

/** A text with its translations, or anchored to an address. */
function anchoredText<
  K extends 'protocol' | 'applicationProfile',
  U extends 'protocolUri' | 'applicationProfileUri',
>(key: K, uriKey: U): Field<OnlineResource> {
  const plain = translated(key);
  return {
    read(properties, model, reading) {
      plain.read(properties, model, reading);
      const uri = properties.map(anchorOf).find((address) => address !== undefined);
      if (uri === undefined) return;
      model[uriKey] = uri;
      model[key] ??= uri;
    },
    write(model, writing) {
      const text = model[key];
      const uri = model[uriKey];
      return text !== undefined && uri !== undefined
        ? [writing.string(text, uri)]
        : plain.write(model, writing);
    },
  };
}

/** The name of a link, which may be a file's name with its media type (gmx:MimeFileType). */
function fileName(): Field<OnlineResource> {
  const { write } = line('names');
  return {
    read(properties, model, reading) {
      const [property] = properties;
      if (!property) return;
      model.names = readLine(property, reading) ?? {};
      const value = valueElement(property);
      const type = value.name === 'MimeFileType' ? value.attribute('type')?.trim() : undefined;
      if (type) model.mediaType = type;
    },
    write(model, writing) {
      const [content] = write(model, writing);
      if (!model.mediaType) return content ? [content] : [];
      const [first, ...translations] = content?.children ?? [];
      const text = typeof first === 'object' ? first.children : [model.mediaType];
      const typed = node(writing.dialect.names.mimeFileType, text, { type: model.mediaType });
      return [{ ...content, children: [typed, ...translations] }];
    },
  };
}

function read(property: XmlElement, reading: Reading): (OnlineResource & { url: string }) | undefined {
  const found = reading.classElement(property);
  if (!found) return undefined;
  const link = reading.object(onlineResource, found);
  if (hasAddress(link)) return link;
  if (Object.keys(link.names).length > 0 || link.protocol) {
    reading.report(
      'warning',
      'link-empty',
      found,
      'An online resource has no address.',
      'Give the address (linkage), or leave the online resource out.',
    );
  }
  return undefined;
}

const hasAddress = (link: OnlineResource): link is OnlineResource & { url: string } => link.url !== undefined;

/** A link of a party. */
export const onlineReference = {
  read(property: XmlElement, reading: Reading): Party['online'][number] | undefined {
    const found = read(property, reading);
    if (!found) return undefined;
    const { url, names, descriptions, function: purpose, protocol, applicationProfile } = found;
    const { mediaType, translations } = found;
    return {
      url,
      ...(Object.keys(names).length > 0 ? { name: names } : {}),
      ...(Object.keys(descriptions).length > 0 ? { description: descriptions } : {}),
      ...(purpose ? { function: purpose } : {}),
      ...(protocol ? { protocol } : {}),
      ...(applicationProfile ? { applicationProfile } : {}),
      ...(mediaType ? { mediaType } : {}),
      ...(translations ? { translations } : {}),
    };
  },
  write: ({ name, description, ...rest }: Party['online'][number], writing: Writing): Content => ({
    children: [
      writing.object(onlineResource, { ...rest, names: name ?? {}, descriptions: description ?? {} }),
    ],
  }),
};

/** A link to the resource. */
export const distributionLink = {
  read(property: XmlElement, reading: Reading): Distribution | undefined {
    const found = read(property, reading);
    if (!found) return undefined;
    // Records have many links: they are made of what was read, not copied.
    const { protocol: given } = found;
    delete found.protocol;
    const more = given ? { protocolAsGiven: given, conformsTo: [] } : { conformsTo: [] };
    return Object.assign(found, normaliseProtocol(given, found.url, found.function), more);
  },
  write(distribution: Distribution, writing: Writing): Content {
    const { protocol, protocolAsGiven } = distribution;
    return {
      children: [writing.object(onlineResource, { ...distribution, protocol: protocolAsGiven ?? protocol })],
    };
  },
};
