import fc from 'fast-check';
import {
  citation,
  citedIdentifier,
  constraints,
  constraintText,
  dateTypes,
  graphic,
  type Identifier,
  knownLicences,
  type Licence,
  maintenance,
  parseIdentifier,
  party,
  plainCitation,
  recogniseLicence,
  resourceDate,
} from '../index.ts';
import { objectOf, some, valueIn } from './object-of.ts';
import { responsibilityIn } from './parties.ts';
import { address, code, day, duration, line, lines, proses, untranslated } from './texts.ts';

export const anyDate = objectOf(resourceDate, {
  type: valueIn(dateTypes.filter(({ value }) => value !== 'other')),
  date: day,
  end: day,
  information: line,
});

/** Dates of what is cited are moments without words. */
export const citedDate = anyDate.map(({ type, date }) => ({ type, date }));

const identifierTexts: Record<Identifier['scheme'], readonly [string, string?]> = {
  doi: ['10.17882/42182'],
  handle: ['https://hdl.handle.net/20.500.12085/8b2b'],
  ark: ['ark:/12148/btv1b8449691v'],
  urn: ['urn:SDN:CDI:LOCAL:486-x-7'],
  uuid: ['f3b0c44a-98fc-4c1c-9b93-4a8e5e5b1d0a'],
  uri: ['https://example.org/datasets/7'],
  isbn: ['urn:isbn:9782759228621'],
  issn: ['urn:issn:1866-3508'],
  other: ['FR-330-715-368-00032-7', 'fr.example'],
};

/** Identifiers of every scheme, as the readers recognise them. */
export const anyIdentifier: fc.Arbitrary<Identifier> = fc
  .constantFrom(...Object.values(identifierTexts))
  .map(([text, space]) => parseIdentifier(text, space));

const cited = {
  titles: lines,
  identifiers: fc.array(code, { maxLength: 2 }),
  dates: fc.array(citedDate, { maxLength: 2 }),
  url: address,
  edition: line,
  alternateTitles: some(lines, 1),
  editionDate: day,
  responsibilities: code.map((person) => [{ role: 'publisher', party: party.parse({ person }) }]),
  presentationForms: fc.subarray(['documentDigital', 'mapDigital'], { minLength: 1 }),
  series: objectOf(plainCitation.shape.series.unwrap(), { name: line, issue: line, page: line }),
  otherDetails: fc.array(proses, { minLength: 1, maxLength: 1 }),
  collectiveTitle: lines,
  online: address.map((url) => [{ url, protocol: 'WWW:LINK' }]),
};

/** An authority has a title and, here, little else. */
export const anyAuthority = objectOf(plainCitation, cited).map(({ dates, edition }) => ({
  titles: { en: 'A register' },
  identifiers: [],
  dates,
  ...(edition ? { edition } : {}),
}));

export const anyCitation = fc
  .tuple(
    objectOf(citation, {
      ...cited,
      identifierDetails: fc.array(
        objectOf(citedIdentifier, {
          code,
          uri: address,
          codeSpace: code,
          version: code,
          description: lines,
          authority: anyAuthority,
          translations: untranslated,
        }),
        { minLength: 1, maxLength: 1 },
      ),
    }),
    lines,
  )
  .map(([one, titles]) => ({
    ...one,
    ...(one.identifierDetails ? { identifiers: one.identifierDetails.map((told) => told.code) } : {}),
    titles: Object.keys(one.titles).length > 0 ? one.titles : titles,
  }));

export const anyMaintenance = objectOf(maintenance, {
  frequency: fc.constantFrom('daily', 'annually', 'asNeeded'),
  userDefinedFrequency: duration,
  nextUpdate: day,
  notes: some(proses),
  scopes: fc.constantFrom(['dataset'], ['dataset', 'series']),
  contacts: some(responsibilityIn(), 1),
});

const texts = some(objectOf(constraintText, { text: proses, uri: address }));
const restrictions = fc.subarray(['copyright', 'license', 'otherRestrictions', 'restricted']);

/** Blocks of each kind, with what the kind may hold: only security constraints classify. */
export const anyConstraints = fc
  .tuple(
    objectOf(constraints, {
      kind: fc.constantFrom('general' as const, 'legal' as const, 'security' as const),
      useLimitations: texts,
      accessConstraints: restrictions,
      useConstraints: restrictions,
      otherConstraints: texts,
      classification: fc.constantFrom('unclassified', 'confidential'),
      userNote: proses,
      classificationSystem: line,
      handlingDescription: proses,
      references: some(anyCitation, 1),
      graphics: fc.array(
        objectOf(graphic, {
          url: address,
          description: lines,
          type: fc.constant('image/png'),
          fileName: lines,
          online: fc.constant([]),
        }).map(({ online: _, ...rest }) => rest),
        { minLength: 1, maxLength: 1 },
      ),
      scope: fc.constant({ level: 'dataset', descriptions: [] }),
      responsibilities: code.map((person) => [{ role: 'owner', party: party.parse({ person }) }]),
    }),
    texts,
  )
  .map(([block]) => {
    const { classification, userNote, classificationSystem, handlingDescription, ...open } = block;
    if (block.kind === 'security')
      return {
        ...block,
        classification: classification ?? 'unclassified',
        accessConstraints: [],
        useConstraints: [],
        otherConstraints: [],
      };
    return block.kind === 'legal'
      ? open
      : { ...open, accessConstraints: [], useConstraints: [], otherConstraints: [] };
  });

/** Licences of the table, as the readers recognise them. */
export const anyLicence: fc.Arbitrary<Licence> = fc
  .constantFrom(
    'https://creativecommons.org/licenses/by/4.0/',
    'https://creativecommons.org/licenses/by-nc-sa/3.0/fr/',
    'https://creativecommons.org/publicdomain/zero/1.0/',
    ...knownLicences.flatMap(({ uri }) => (uri ? [uri] : [])),
  )
  .map((uri) => recogniseLicence(uri) ?? { uri, title: {} });
