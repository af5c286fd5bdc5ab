import {
  type Citation,
  findCode,
  parseIdentifier,
  type RelatedResource,
  relationTypes,
} from '../../../model/index.ts';
import { codelists } from '../codelists.ts';
import { code, object, one } from '../fields.ts';
import { type Field, table } from '../table.ts';
import { citation, citedIdentifierKind, type IdentifierParts, isCited } from './citation.ts';

type Association = {
  cited?: Citation | undefined;
  details?: IdentifierParts | undefined;
  identifier?: string | undefined;
  word?: string | undefined;
  initiative?: string | undefined;
  reference?: Citation | undefined;
};

const relationCodes = {
  name: 'DS_AssociationTypeCode',
  find: (word: string) => findCode(relationTypes, word) && word,
};

/** MD_AggregateInformation, MD_AssociatedResource */
export const association = table<Association>()('association', () => ({}), {
  name: object('cited', citation, isCited),
  identifier: one('details', citedIdentifierKind),
  metadataReference: {
    read([property], model, reading) {
      const element = property && reading.classElement(property);
      if (element) model.reference = reading.object(citation, element);
      const pointer = property?.attribute('uuidref') ?? property?.attribute('href');
      model.identifier ??= pointer ?? model.reference?.identifiers[0];
    },
    write({ details: told, reference }, writing) {
      if (reference) return [{ children: [writing.object(citation, reference)] }];
      const identifier = told?.code;
      if (identifier === undefined) return [];
      const details =
        Object.keys(told ?? {}).length > 1 ? { identifierDetails: [{ ...told, code: identifier }] } : {};
      return [
        {
          children: [
            writing.object(citation, { titles: {}, dates: [], identifiers: [identifier], ...details }),
          ],
        },
      ];
    },
    reference: true,
  },
  associationType: code('word', relationCodes),
  initiativeType: code('initiative', codelists.initiative),
});

/** Related resources with how they relate. */
export const related: Field<{ related: RelatedResource[] }> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const found = reading.classElement(property);
      const relation = found && relatedOf(reading.object(association, found));
      if (relation) model.related.push(relation);
    }
  },
  write: ({ related: list }, writing) =>
    list.map((relation) => ({ children: [writing.object(association, associationOf(relation))] })),
};

function relatedOf({
  cited,
  identifier,
  details,
  word,
  initiative,
  reference,
}: Association): RelatedResource | undefined {
  const code = details?.code ?? identifier ?? cited?.identifiers[0];
  const known = code ? parseIdentifier(code) : undefined;
  const url = details?.uri ?? cited?.url ?? known?.uri;
  const { code: _, uri: __, ...more } = details ?? {};
  if (!code && !url && Object.keys(cited?.titles ?? {}).length === 0) return undefined;
  const entry = word === undefined ? undefined : findCode(relationTypes, word);
  const relation = entry?.value ?? 'other';
  return {
    relation,
    ...(word && word !== relation && word !== entry?.iso ? { relationAsGiven: word } : {}),
    ...(code ? { identifier: code } : {}),
    ...(known && known.scheme !== 'other' ? { identifierType: known.scheme } : {}),
    ...(code && Object.keys(more).length > 0 ? { identifierDetails: { ...details, code } } : {}),
    ...(url ? { url } : {}),
    titles: cited?.titles ?? {},
    ...(initiative ? { initiative } : {}),
    ...(cited && tellsMore(cited, code, url) ? { citation: cited } : {}),
    ...(reference && (tellsMore(reference, code, url) || Object.keys(reference.titles).length > 0)
      ? { metadataReference: reference }
      : {}),
  };
}

/** Whether a citation tells more than what stands in fields of its own. */
function tellsMore(
  { titles: _, identifiers, url: cited, dates, ...more }: Citation,
  code?: string,
  url?: string,
) {
  return (
    Object.keys(more).length > 0 ||
    dates.length > 0 ||
    (cited !== undefined && cited !== url) ||
    identifiers.some((one) => one !== code)
  );
}

/** The address anchors the identifier where that does not lead there by itself, else the title. */
function associationOf(one: RelatedResource): Association {
  const { relation, relationAsGiven, titles, identifier, url, initiative } = one;
  const { citation: cited, metadataReference, identifierDetails } = one;
  const isDerived = url === undefined || url === (identifier && parseIdentifier(identifier).uri);
  const hasTitle = Object.keys(titles).length > 0;
  const code = identifier ?? (hasTitle ? undefined : url);
  const anchor = isDerived ? undefined : url;
  // The identifier stands once: in the citation where that has it.
  const isCitedThere = code !== undefined && cited?.identifiers.includes(code);
  return {
    cited: {
      identifiers: [],
      dates: [],
      ...(code === undefined && anchor ? { url: anchor } : {}),
      ...cited,
      titles,
    },
    details:
      isCitedThere || code === undefined
        ? undefined
        : (identifierDetails ?? { code, uri: code === anchor ? undefined : anchor }),
    word: relationAsGiven ?? findCode(relationTypes, relation)?.iso ?? relation,
    initiative,
    reference: metadataReference,
  };
}
