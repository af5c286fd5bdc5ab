import type { Facts } from './facts.ts';
import { element, elementWith, type XmlChild, type XmlElement } from './xml.ts';

const NAMESPACES = {
  'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
};

/** The oai_dc document of a resource: unqualified Dublin Core, where coverage holds place, box and period alike. */
export function dublinCore(facts: Facts): XmlElement {
  const names = facts.parties.map(({ person, organisation }) =>
    person ? `${person.family}, ${person.given}` : organisation,
  );
  const { box, period, licence } = facts;
  const text = (name: string, values: readonly (string | undefined)[]): XmlChild =>
    values.filter((value) => value !== undefined).map((value) => element(`dc:${name}`, value));
  return elementWith(
    'oai_dc:dc',
    NAMESPACES,
    text('title', [facts.title.en, facts.title.fr]),
    text('creator', [...new Set(names)]),
    text(
      'subject',
      facts.keywords.flatMap(({ concepts }) => concepts.map(({ en, fr }) => en ?? fr)),
    ),
    text('description', [facts.abstract.en, facts.abstract.fr]),
    text('publisher', [facts.parties.find(({ role }) => role === 'publisher')?.organisation]),
    text('date', [facts.published ?? facts.created ?? facts.revised]),
    text('type', [facts.scope === 'fieldSession' ? 'Event' : 'Dataset']),
    text('format', [facts.format?.name]),
    text('identifier', [
      facts.doi && `https://doi.org/${facts.doi}`,
      ...facts.links.slice(0, 2).map(({ url }) => url),
    ]),
    text('language', [facts.abstract.en === undefined ? 'fre' : 'eng']),
    text(
      'relation',
      (facts.related ?? []).map(({ identifier }) => identifier),
    ),
    text('coverage', [
      facts.place?.en ?? facts.place?.fr,
      box && `North ${box[3]}, South ${box[2]}, East ${box[1]}, West ${box[0]}`,
      period && `${period.begin}/${period.end ?? ''}`,
    ]),
    text('rights', [licence && (licence.url ?? licence.name.en ?? licence.name.fr)]),
  );
}
