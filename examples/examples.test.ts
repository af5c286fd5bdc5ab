import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleCentre, startExampleCentres } from './index.ts';
import { type Collected, collect, collectCsw, collectOaiPmh, textOf } from './testing/collect.ts';

let started: Awaited<ReturnType<typeof startExampleCentres>>;
const collected = new Map<string, Collected>();

beforeAll(async () => {
  started = await startExampleCentres();
  for (const centre of started.centres) collected.set(centre.id, await collect(centre));
});
afterAll(() => started.close());

function centre(id: string): ExampleCentre {
  const found = started.centres.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no centre ${id}.`);
  return found;
}

function all(id: string): Collected {
  const found = collected.get(id);
  if (found === undefined) throw new Error(`Nothing was collected of ${id}.`);
  return found;
}

async function text(url: string, init?: RequestInit): Promise<string> {
  return await (await fetch(url, init)).text();
}

describe('the nine example centres', () => {
  it('stand on one port, each below its id', () => {
    expect(started.centres.map(({ id, protocol }) => [id, protocol])).toEqual([
      ['aviso', 'csw'],
      ['coriolis', 'csw'],
      ['cersat', 'folder'],
      ['shom', 'csw'],
      ['sismer', 'oai-pmh'],
      ['roscoff', 'dcat'],
      ['villefranche', 'folder'],
      ['bordeaux-toulouse', 'dcat'],
      ['seanoe-like', 'oai-pmh'],
    ]);
    expect(new Set(started.centres.map(({ url }) => new URL(url).origin)).size).toBe(1);
    for (const { id, url } of started.centres) expect(new URL(url).pathname).toMatch(new RegExp(`^/${id}/`));
  });

  it('serve all their records, over several pages', () => {
    const counts = ['aviso', 'coriolis', 'shom', 'sismer', 'seanoe-like', 'villefranche'].map((id) => [
      id,
      all(id).documents.length,
      all(id).pages,
    ]);
    expect(counts).toEqual([
      ['aviso', 13, 3],
      ['coriolis', 12, 3],
      ['shom', 13, 2],
      ['sismer', 12, 3],
      ['seanoe-like', 12, 4],
      ['villefranche', 11, 6],
    ]);
    expect(all('cersat').documents).toHaveLength(17);
    const datasets = all('roscoff').documents.flatMap(
      (page) => textOf(page).match(/a dcat:Dataset ;/g) ?? [],
    );
    expect([datasets.length, all('roscoff').pages]).toEqual([13, 3]);
    const catalog = textOf(all('bordeaux-toulouse').documents[0]);
    expect(catalog.match(/"@type": "dcat:Dataset(Series)?"/g)).toHaveLength(12);
  });

  it('answer 404 elsewhere and 405 to other methods', async () => {
    const { origin } = new URL(centre('aviso').url);
    expect((await fetch(`${origin}/nowhere/csw`)).status).toBe(404);
    expect((await fetch(`${origin}/aviso/other`)).status).toBe(404);
    expect((await fetch(centre('aviso').url, { method: 'DELETE' })).status).toBe(405);
  });

  it('are the same at every start', async () => {
    const again = await startExampleCentres();
    try {
      for (const other of again.centres) {
        const first = all(other.id).documents.map((document) =>
          withoutOrigin(document, centre(other.id).url),
        );
        const second = (await collect(other)).documents.map((document) => withoutOrigin(document, other.url));
        expect(second).toEqual(first);
      }
    } finally {
      await again.close();
    }
  });
});

function withoutOrigin(document: Collected['documents'][number], url: string): string {
  return textOf(document).replaceAll(new URL(url).origin, '');
}

describe('the CSW', () => {
  const hits = `<csw:GetRecords xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:ogc="http://www.opengis.net/ogc"
    service="CSW" version="2.0.2" resultType="results" startPosition="6" maxRecords="3" outputSchema="http://www.isotc211.org/2005/gmd">
    <csw:Query typeNames="gmd:MD_Metadata"><csw:ElementSetName>brief</csw:ElementSetName>CONSTRAINT</csw:Query></csw:GetRecords>`;
  const post = (body: string) => ({ method: 'POST', headers: { 'content-type': 'application/xml' }, body });

  it('tells how many records there are without sending any', async () => {
    const answer = await text(
      `${centre('aviso').url}?service=CSW&request=GetRecords&version=2.0.2&resultType=hits`,
    );
    expect(answer).toContain('numberOfRecordsMatched="13" numberOfRecordsReturned="0" nextRecord="1"');
  });

  it('takes posted XML', async () => {
    const answer = await text(centre('aviso').url, post(hits.replace('CONSTRAINT', '')));
    expect(answer).toContain('numberOfRecordsMatched="13" numberOfRecordsReturned="3" nextRecord="9"');
    expect(answer).toContain('elementSet="brief" recordSchema="http://www.isotc211.org/2005/gmd"');
  });

  it('filters by a range of dct:modified, and says so when asked for more', async () => {
    const since = `<csw:Constraint version="1.1.0"><ogc:Filter><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>dct:modified</ogc:PropertyName><ogc:Literal>2024-12-01</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:Filter></csw:Constraint>`;
    const some = hits.replace('startPosition="6"', 'startPosition="1"').replace('CONSTRAINT', since);
    expect(await text(centre('aviso').url, post(some))).toContain('numberOfRecordsMatched="3"');
    const like = some.replaceAll('PropertyIsGreaterThanOrEqualTo', 'PropertyIsLike');
    expect(await text(centre('aviso').url, post(like))).toContain('exceptionCode="OperationNotSupported"');
  });

  it('finds records by id, and by an id that two records share', async () => {
    const ask = (id: string) =>
      `?service=CSW&version=2.0.2&request=GetRecordById&elementSetName=full&outputSchema=http://www.isotc211.org/2005/gmd&id=${id}`;
    const one = await text(`${centre('aviso').url}${ask('aviso-fes2022-ocean-tide')}`);
    expect(one.match(/<gmd:MD_Metadata/g)).toHaveLength(1);
    const two = await text(`${centre('shom').url}${ask('SEDIM_NATURE_DES_FONDS.xml')}`);
    expect(two.match(/<gmd:MD_Metadata/g)).toHaveLength(2);
  });

  it('reports what is wrong as an OWS exception', async () => {
    const { url } = centre('coriolis');
    expect(await text(`${url}?service=CSW`)).toContain(
      'exceptionCode="MissingParameterValue" locator="request"',
    );
    expect(await text(`${url}?service=CSW&request=Harvest`)).toContain('OperationNotSupported');
    const schema = '&request=GetRecords&resultType=results&outputSchema=urn:nothing';
    expect(await text(`${url}?service=CSW${schema}`)).toContain('locator="outputSchema"');
    expect(await text(`${url}?service=CSW&request=GetRecords&startPosition=0`)).toContain(
      'locator="startposition"',
    );
  });

  it('keeps most records of Coriolis in ISO 19139 too, and all as csw:Record', async () => {
    const older = await collectCsw(centre('coriolis').url, 'http://www.isotc211.org/2005/gmd');
    expect(older.documents).toHaveLength(10);
    const plain = `${centre('coriolis').url}?service=CSW&request=GetRecords&resultType=results&elementSetName=full`;
    const answer = await text(plain);
    expect(answer).toContain('numberOfRecordsMatched="12"');
    expect(answer.match(/<csw:Record>/g)).toHaveLength(5);
  });
});

describe('the OAI-PMH repositories', () => {
  it('report deleted records', () => {
    expect(all('sismer').deleted).toHaveLength(2);
    expect(all('seanoe-like').deleted).toEqual(['oai:repository.halocline.example.org:10109']);
  });

  it('hold the same records in Dublin Core', async () => {
    for (const id of ['sismer', 'seanoe-like']) {
      expect((await collectOaiPmh(centre(id).url, 'oai_dc')).documents).toHaveLength(12);
    }
  });

  it('select by set and by date, and let tokens live for ever', async () => {
    const { url } = centre('sismer');
    const set = await text(`${url}?verb=ListIdentifiers&metadataPrefix=iso19139&set=cruises:fisheries`);
    expect(set.match(/<header/g)).toHaveLength(2);
    const recent = await text(`${url}?verb=ListIdentifiers&metadataPrefix=oai_dc&from=2024-01-01`);
    expect(recent.match(/<header/g)).toHaveLength(2);
    const first = await text(`${url}?verb=ListIdentifiers&metadataPrefix=iso19139&set=cruises`);
    const token = /<resumptionToken [^>]*>(.+?)</.exec(first)?.[1];
    const ask = `${url}?verb=ListIdentifiers&resumptionToken=${token}`;
    expect((await text(ask)).match(/<header/g)).toEqual((await text(ask)).match(/<header/g));
  });

  it('name the faults of the protocol', async () => {
    const faults: [string, string][] = [
      ['', 'badVerb'],
      ['verb=Gather', 'badVerb'],
      ['verb=ListRecords', 'badArgument'],
      ['verb=ListRecords&metadataPrefix=oai_dc&from=yesterday', 'badArgument'],
      ['verb=ListRecords&metadataPrefix=marcxml', 'cannotDisseminateFormat'],
      ['verb=ListRecords&resumptionToken=nonsense', 'badResumptionToken'],
      ['verb=ListRecords&metadataPrefix=oai_dc&from=2030-01-01', 'noRecordsMatch'],
      ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:nobody:1', 'idDoesNotExist'],
    ];
    for (const [question, code] of faults) {
      expect(await text(`${centre('sismer').url}?${question}`)).toContain(`<error code="${code}">`);
    }
  });
});

describe('the folders and catalogues in RDF', () => {
  it('answer 304 to whoever has the file already', async () => {
    const url = `${centre('cersat').url}winds/ascat-l4-global-wind.xml`;
    const first = await fetch(url);
    await first.arrayBuffer();
    expect(first.headers.get('last-modified')).toBe('Fri, 20 Oct 2023 09:00:00 GMT');
    const etag = first.headers.get('etag') ?? '';
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    const since = { 'if-modified-since': 'Sat, 21 Oct 2023 00:00:00 GMT' };
    expect((await fetch(url, { headers: since })).status).toBe(304);
  });

  it('lead from a folder without its slash to the one with it', async () => {
    const response = await fetch(`${centre('cersat').url}waves`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, '/cersat/waves/']);
  });

  it('give the catalogue of Bordeaux and Toulouse as RDF/XML as well', async () => {
    const url = centre('bordeaux-toulouse').url.replace('.jsonld', '.rdf');
    const answer = await fetch(url);
    expect(answer.headers.get('content-type')).toBe('application/rdf+xml');
    expect((await answer.text()).match(/<dcat:Dataset(Series)? /g)).toHaveLength(12);
  });
});
