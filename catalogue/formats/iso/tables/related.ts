import {
  findCode,
  type LanguageMap,
  localise,
  parseIdentifier,
  type RelatedResource,
  relationTypes,
} from '../../../model/index.ts';
import { codelists } from '../codelists.ts';
import { code, line, readOnly } from '../fields.ts';
import { seaDataNetUri } from '../seadatanet.ts';
import { type Field, table } from '../table.ts';
import { addressOf, anchorOf, readString, valueElement } from '../values.ts';

type Association = {
  titles: LanguageMap;
  identifier?: string | undefined;
  url?: string | undefined;
  word?: string | undefined;
  initiative?: string | undefined;
};

/** MD_AggregateInformation, MD_AssociatedResource */
export const association = table<Association>()('association', () => ({ titles: {} }), {
  title: {
    ...line('titles'),
    read(properties, model, reading) {
      line('titles').read(properties, model, reading);
      for (const property of properties) {
        model.url ??= anchorOf(property) ?? seaDataNetUri(valueElement(property));
      }
    },
  },
  linkage: readOnly(([property], model) => {
    const url = property && addressOf(property);
    if (url) model.url ??= url;
  }),
  identifier: identifierCode(),
  citedIdentifier: readOnly(identifierCode().read),
  metadataReference: {
    ...readOnly<Association>(([property], model) => {
      const reference = property?.attribute('uuidref') ?? property?.attribute('href');
      if (reference) model.identifier ??= reference;
    }),
    reference: true,
  },
  associationType: code('word', {
    name: 'DS_AssociationTypeCode',
    find: (word) => findCode(relationTypes, word) && word,
  }),
  initiativeType: code('initiative', codelists.initiative),
});

/** The code alone; an anchor on it is the address. */
function identifierCode(): Field<Association> {
  return {
    read(properties, model) {
      for (const property of properties) {
        model.identifier ??= readString(property);
        model.url ??= anchorOf(property);
      }
    },
    write: ({ identifier, url }, writing) =>
      identifier === undefined
        ? []
        : [writing.string(identifier, url === parseIdentifier(identifier).uri ? undefined : url)],
  };
}

/** Related resources with how they relate. */
export const related: Field<{ related: RelatedResource[] }> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const found = reading.classElement(property);
      if (!found) continue;
      const { titles, identifier, url, word, initiative } = reading.object(association, found);
      if (!identifier && !url && !localise(titles)) continue;
      const relation = (word && findCode(relationTypes, word)?.value) || 'other';
      const known = identifier ? parseIdentifier(identifier) : undefined;
      const address = url ?? known?.uri;
      model.related.push({
        relation,
        ...(word && word !== relation ? { relationAsGiven: word } : {}),
        ...(identifier ? { identifier } : {}),
        ...(known && known.scheme !== 'other' ? { identifierType: known.scheme } : {}),
        ...(address ? { url: address } : {}),
        titles,
        ...(initiative ? { initiative } : {}),
      });
    }
  },
  write: ({ related: list }, writing) =>
    list.map(({ relation, relationAsGiven, titles, identifier, url, initiative }) => ({
      children: [
        writing.object(association, {
          titles,
          identifier: identifier ?? url,
          url,
          word: relationAsGiven ?? findCode(relationTypes, relation)?.iso ?? relation,
          initiative,
        }),
      ],
    })),
};
