import jsonld from 'jsonld';
import { Parser } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemasFolder, validateXml } from '#tests/xsd.ts';
import { type ExampleCentre, startExampleCentres } from './index.ts';
import { type Collected, collect, collectCsw, collectOaiPmh, textOf } from './testing/collect.ts';

let started: Awaited<ReturnType<typeof startExampleCentres>>;

beforeAll(async () => {
  started = await startExampleCentres();
});
afterAll(() => started.close());

function centre(id: string): ExampleCentre {
  const found = started.centres.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no centre ${id}.`);
  return found;
}

type Schema = Parameters<typeof validateXml>[1];

/** The documents that a schema rejects, by the first complaint. */
function rejected(documents: Collected['documents'], schema: Schema): string[] {
  return documents.flatMap((document) => validateXml(document.body, schema).slice(0, 1));
}

function holding(documents: Collected['documents'], words: string): Collected['documents'] {
  return documents.filter((document) => textOf(document).includes(words));
}

describe.skipIf(schemasFolder === null)('documents that ought to be valid', () => {
  it('are valid ISO 19139, save one that writes decimals with commas', async () => {
    const { documents } = await collect(centre('aviso'));
    expect(rejected(documents, 'iso19139')).toEqual([expect.stringContaining("'-180,0'")]);
  });

  it('are valid ISO 19139 of 2006, save one with a date in words', async () => {
    const { documents } = await collect(centre('shom'));
    expect(rejected(documents, 'iso19139-2006')).toEqual([expect.stringContaining("'unknown'")]);
  });

  it('are valid ISO 19115-3, and ISO 19139 where converted', async () => {
    expect(rejected((await collect(centre('coriolis'))).documents, 'iso19115-3')).toEqual([]);
    const older = await collectCsw(centre('coriolis').url, 'http://www.isotc211.org/2005/gmd');
    expect(rejected(older.documents, 'iso19139')).toEqual([]);
  });

  it('are valid ISO 19139-2, save the one in another encoding than it says', async () => {
    const { documents } = await collect(centre('cersat'));
    const rooted = holding(documents, 'gmi:MI_Metadata');
    expect(rooted).toHaveLength(10);
    expect(rejected(rooted, 'iso19139-gmi')).toEqual([expect.stringContaining('encoding')]);
  });

  it('are valid in OAI-PMH, save one with an empty date', async () => {
    const { documents } = await collect(centre('sismer'));
    expect(rejected(documents, 'iso19139')).toEqual([expect.stringContaining("''")]);
    for (const id of ['sismer', 'seanoe-like']) {
      for (const question of [
        'verb=Identify',
        'verb=ListSets',
        'verb=ListRecords&metadataPrefix=oai_dc',
        'verb=Nothing',
      ]) {
        const answer = await (await fetch(`${centre(id).url}?${question}`)).text();
        expect(validateXml(answer, 'oai-pmh')).toEqual([]);
      }
    }
  });

  it('are valid DataCite 4', async () => {
    const { documents } = await collectOaiPmh(centre('seanoe-like').url, 'oai_datacite');
    const payloads = documents.map(
      (document) => /<resource [\s\S]*<\/resource>/.exec(textOf(document))?.[0] ?? '',
    );
    for (const payload of payloads) expect(validateXml(payload, 'datacite')).toEqual([]);
    const mixed = (await collect(centre('villefranche'))).documents;
    expect(rejected(holding(mixed, 'datacite.org/schema/kernel-4 '), 'datacite')).toEqual([]);
    expect(rejected(holding(mixed, 'gmd:MD_Metadata'), 'iso19139')).toEqual([]);
  });

  it('are valid answers of CSW 2.0.2', async () => {
    for (const id of ['aviso', 'coriolis', 'shom']) {
      const { url } = centre(id);
      for (const question of [
        'request=GetCapabilities',
        'request=GetRecords&resultType=hits',
        'request=GetRecords&resultType=results&elementSetName=brief',
        'request=GetRecords&resultType=results&elementSetName=full',
      ]) {
        const answer = await (await fetch(`${url}?service=CSW&version=2.0.2&${question}`)).text();
        expect(validateXml(answer, 'csw-2.0.2')).toEqual([]);
      }
    }
  });
});

describe('documents in RDF and JSON', () => {
  it('parse as Turtle', async () => {
    const { documents } = await collect(centre('roscoff'));
    const quads = documents.flatMap((document) => new Parser().parse(textOf(document)));
    const licences = quads.filter(({ predicate }) => predicate.value === 'http://purl.org/dc/terms/license');
    expect(licences.length).toBeGreaterThan(13);
  });

  it('say the same in JSON-LD and in RDF/XML', async () => {
    const { url } = centre('bordeaux-toulouse');
    const json: unknown = await (await fetch(url)).json();
    const expanded = JSON.stringify(await jsonld.expand(Object(json)));
    const parser = new RdfXmlParser();
    parser.end(await (await fetch(url.replace('.jsonld', '.rdf'))).text());
    const subjects = new Set<string>();
    for await (const quad of parser) {
      if (quad.predicate.value === 'http://www.w3.org/ns/dcat#landingPage') subjects.add(quad.subject.value);
    }
    expect(subjects.size).toBe(12);
    for (const subject of subjects) expect(expanded).toContain(`"${subject}"`);
  });

  it('are JSON-LD of schema.org, and DataCite JSON', async () => {
    const { documents } = await collect(centre('villefranche'));
    const datasets = documents.filter(({ name }) => name.endsWith('.jsonld'));
    expect(datasets).toHaveLength(4);
    for (const dataset of datasets) {
      const [expanded] = await jsonld.expand(Object(JSON.parse(textOf(dataset))));
      expect(expanded?.['@type']).toEqual(['https://schema.org/Dataset']);
      expect(expanded?.['https://schema.org/spatialCoverage']).toHaveLength(1);
    }
    const cited = documents
      .filter(({ name }) => name.endsWith('.json'))
      .map((file) => JSON.parse(textOf(file)));
    expect(cited.map(({ schemaVersion }) => schemaVersion)).toEqual(
      Array.from({ length: 2 }, () => 'http://datacite.org/schema/kernel-4'),
    );
  });
});
