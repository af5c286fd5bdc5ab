import { type Distribution, type LanguageMap, normaliseProtocol, type Party } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, line, prose, string } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { addressOf, readLine, valueElement } from '../values.ts';
import { type Content, node, type Writing } from '../writing.ts';

type OnlineResource = {
  url?: string;
  protocol?: string | undefined;
  applicationProfile?: string | undefined;
  names: LanguageMap;
  mediaType?: string | undefined;
  descriptions: LanguageMap;
  function?: string | undefined;
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
    protocol: string('protocol'),
    applicationProfile: string('applicationProfile'),
    name: fileName(),
    description: prose('descriptions'),
    function: code('function', codelists.onlineFunction),
  },
);

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
  const { url, ...rest } = reading.object(onlineResource, found);
  if (url === undefined) {
    if (Object.keys(rest.names).length > 0 || rest.protocol) {
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
  return { ...rest, url };
}

/** A link of a party. */
export const onlineReference = {
  read(property: XmlElement, reading: Reading): Party['online'][number] | undefined {
    const found = read(property, reading);
    if (!found) return undefined;
    const { url, names, descriptions, function: purpose, protocol } = found;
    return {
      url,
      ...(Object.keys(names).length > 0 ? { name: names } : {}),
      ...(Object.keys(descriptions).length > 0 ? { description: descriptions } : {}),
      ...(purpose ? { function: purpose } : {}),
      ...(protocol ? { protocol } : {}),
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
    const { protocol: given, ...rest } = found;
    return {
      ...rest,
      ...normaliseProtocol(given, found.url, found.function),
      ...(given ? { protocolAsGiven: given } : {}),
      conformsTo: [],
    };
  },
  write(distribution: Distribution, writing: Writing): Content {
    const { url, names, descriptions, applicationProfile, mediaType, function: purpose } = distribution;
    const given = distribution.protocolAsGiven ?? distribution.protocol;
    const link = {
      url,
      names,
      descriptions,
      protocol: given,
      applicationProfile,
      mediaType,
      function: purpose,
    };
    return { children: [writing.object(onlineResource, link)] };
  },
};
