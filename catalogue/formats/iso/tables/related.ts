import {
  type Citation,
  findCode,
  parseIdentifier,
  type RelatedResource,
  relationTypes,
} from '../../../model/index.ts';
import { codelists } from '../codelists.ts';
import { code, object, readOnly } from '../fields.ts';
import { type Field, table } from '../table.ts';
import { anchorOf, readString } from '../values.ts';
import { citation, isCited } from './citation.ts';

type Association = {
  cited?: Citation | undefined;
  identifier?: string | undefined;
  uri?: string | undefined;
  word?: string | undefined;
  initiative?: string | undefined;
};

const relationCodes = {
  name: 'DS_AssociationTypeCode',
  find: (word: string) => findCode(relationTypes, word) && word,
};

/** MD_AggregateInformation, MD_AssociatedResource */
export const association = table<Association>()('association', () => ({}), {
  name: object('cited', citation, isCited),
  identifier: identifierCode(),
  referencedIdentifier: readOnly(identifierCode().read),
  metadataReference: {
    ...readOnly<Association>(([property], model) => {
      const reference = property?.attribute('uuidref') ?? property?.attribute('href');
      if (reference) model.identifier ??= reference;
    }),
    reference: true,
  },
  associationType: code('word', relationCodes),
  initiativeType: code('initiative', codelists.initiative),
});

/** The code alone; an anchor on it is the address. */
function identifierCode(): Field<Association> {
  return {
    read(properties, model) {
      for (const property of properties) {
        model.identifier ??= readString(property);
        model.uri ??= anchorOf(property);
      }
    },
    write: ({ identifier, uri }, writing) =>
      identifier === undefined ? [] : [writing.string(identifier, uri)],
  };
}

/** Related resources with how they relate. */
export const related: Field<{ related: RelatedResource[] }> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const found = reading.classElement(property);
      const one = found && relatedOf(reading.object(association, found));
      if (one) model.related.push(one);
    }
  },
  write: ({ related: list }, writing) =>
    list.map((one) => ({ children: [writing.object(association, associationOf(one))] })),
};

function relatedOf({ cited, identifier, uri, word, initiative }: Association): RelatedResource | undefined {
  const code = identifier ?? cited?.identifiers[0];
  const known = code ? parseIdentifier(code) : undefined;
  const url = uri ?? cited?.url ?? known?.uri;
  if (!code && !url && Object.keys(cited?.titles ?? {}).length === 0) return undefined;
  const entry = word === undefined ? undefined : findCode(relationTypes, word);
  const relation = entry?.value ?? 'other';
  return {
    relation,
    ...(word && word !== relation && word !== entry?.iso ? { relationAsGiven: word } : {}),
    ...(code ? { identifier: code } : {}),
    ...(known && known.scheme !== 'other' ? { identifierType: known.scheme } : {}),
    ...(url ? { url } : {}),
    titles: cited?.titles ?? {},
    ...(initiative ? { initiative } : {}),
  };
}

/** The address anchors the identifier where that does not lead there by itself, else the title. */
function associationOf(one: RelatedResource): Association {
  const { relation, relationAsGiven, titles, identifier, url, initiative } = one;
  const isDerived = url === undefined || url === (identifier && parseIdentifier(identifier).uri);
  const hasTitle = Object.keys(titles).length > 0;
  const code = identifier ?? (hasTitle ? undefined : url);
  const anchor = isDerived ? undefined : url;
  return {
    cited: { titles, identifiers: [], dates: [], ...(code === undefined && anchor ? { url: anchor } : {}) },
    identifier: code,
    uri: code === anchor ? undefined : anchor,
    word: relationAsGiven ?? findCode(relationTypes, relation)?.iso ?? relation,
    initiative,
  };
}
