import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExampleCentres } from './index.ts';
import { type Collected, collect, textOf } from './testing/collect.ts';

let started: Awaited<ReturnType<typeof startExampleCentres>>;
const collected = new Map<string, Collected>();

beforeAll(async () => {
  started = await startExampleCentres();
  for (const centre of started.centres) collected.set(centre.id, await collect(centre));
});
afterAll(() => started.close());

/** The one document of a centre that holds the words, or the file of that name. */
function documentWith(id: string, words: string): Collected['documents'][number] {
  const found = collected
    .get(id)
    ?.documents.filter((document) => document.name === words || textOf(document).includes(words));
  const [first] = found ?? [];
  if (first === undefined) throw new Error(`No document of ${id} holds "${words}".`);
  return first;
}

function textWith(id: string, words: string): string {
  return textOf(documentWith(id, words));
}

function identified(id: string, identifier: string): string {
  return textWith(id, `<gco:CharacterString>${identifier}</gco:CharacterString>`);
}

/** The properties of one dataset of Roscoff, in Turtle. */
function datasetOfRoscoff(id: string): string {
  const page = textWith('roscoff', `/${id}>\n  a dcat:Dataset`);
  const start = page.indexOf(`/${id}>\n  a dcat:Dataset`);
  return page.slice(start, page.indexOf(' .\n\n', start));
}

describe('the flaws that the README lists', () => {
  it('in extents', () => {
    const commas = identified('aviso', 'aviso-fes2022-ocean-tide');
    expect(commas).toContain('<gco:Decimal>-89,97</gco:Decimal>');
    const beyond = textWith('cersat', 'sea-ice/arctic-sea-ice-concentration.xml');
    expect(beyond).toMatch(/northBoundLatitude>\s*<gco:Decimal>95</);
    const exchanged = identified('shom', 'COURANTS_2D_MANCHE_OUEST.xml');
    expect(exchanged).toMatch(
      /westBoundLongitude>\s*<gco:Decimal>-1.3<[\s\S]*eastBoundLongitude>\s*<gco:Decimal>-6.3</,
    );
    const reefs = identified('coriolis', '5f0a61f2-7a4e-4a3c-9a60-0c4f7d2b1a10');
    expect(reefs).toMatch(
      /westBoundLongitude>\s*<gco:Decimal>150<[\s\S]*eastBoundLongitude>\s*<gco:Decimal>-130</,
    );
    expect(textWith('bordeaux-toulouse', 'sss-pacific-grid')).toContain(
      'POLYGON((120 -30, -70 -30, -70 30, 120 30, 120 -30))',
    );
  });

  it('in dates', () => {
    const radars = identified('shom', 'RADARS_HF_IROISE.xml');
    expect(radars).toContain('<gco:Date>2009-06</gco:Date>');
    expect(radars).toContain('<gco:Date>unknown</gco:Date>');
    expect(identified('sismer', 'urn:SDN:CSR:LOCAL:RREX2015')).toContain('<gco:Date></gco:Date>');
    expect(datasetOfRoscoff('undaria-marinas')).toContain('dct:issued ""^^xsd:date');
  });

  it('in titles and abstracts', () => {
    expect(identified('shom', 'DELIMITATIONS_MARITIMES.xml')).toContain(
      '<gmd:abstract gco:nilReason="missing"/>',
    );
    const meadows = datasetOfRoscoff('zostera-callot');
    expect(meadows).toContain('dct:title');
    expect(meadows).not.toContain('dct:description');
    expect(identified('aviso', 'aviso-meta32-dt-allsat')).toContain('&lt;p&gt;Trajectories of &lt;b&gt;');
    expect(identified('coriolis', '5f0a61f2-7a4e-4a3c-9a60-0c4f7d2b1a12')).not.toContain('#FR');
    expect(textWith('shom', 'Épaves et obstructions')).not.toContain('#EN');
  });

  it('in identifiers', () => {
    expect(textWith('cersat', 'sst/odyssea-sst-mediterranean.xml')).not.toContain('fileIdentifier');
    const twice = collected
      .get('shom')
      ?.documents.filter((document) => /fileIdentifier>\s*<[^>]+>SEDIM_NATURE/.test(textOf(document)));
    expect(twice).toHaveLength(2);
  });

  it('in encodings', () => {
    const declared = documentWith('cersat', 'sst/sst-l3s-global.xml');
    const latin = Buffer.from(declared.body).toString('latin1');
    expect(latin).toContain('encoding="ISO-8859-1"');
    expect(latin).toContain('océan');
    const undeclared = documentWith('cersat', 'sea-ice/altiberg-icebergs.xml');
    expect(textOf(undeclared)).toContain('encoding="UTF-8"');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(undeclared.body)).toThrow(TypeError);
  });

  it('in files that are no metadata', () => {
    const cut = textWith('cersat', 'sst/incomplete-upload.xml');
    expect(cut).toMatch(/^<\?xml/);
    expect(cut).not.toContain('</gmd:MD_Metadata>');
    const page = documentWith('cersat', 'winds/oscat-mean-wind-fields.xml');
    expect(page.contentType).toContain('text/html');
    expect(textWith('cersat', 'README.txt')).toContain('Metadata of the CERSAT products');
  });

  it('in keywords, licences and services', () => {
    const words = identified('coriolis', '5f0a61f2-7a4e-4a3c-9a60-0c4f7d2b1a06');
    expect(words).toContain('thermosalinographe');
    expect(words).not.toContain('thesaurusName');
    expect(identified('shom', 'EPAVES_OBSTRUCTIONS.xml')).toContain('Utilisation libre sous réserve');
    expect(textWith('bordeaux-toulouse', 'MAGEST')).toContain('dct:RightsStatement');
    expect(identified('shom', 'MNT_GDL-CA_HOMONIM.xml')).toMatch(
      /otherConstraints>\s*<gco:CharacterString>Licence Ouverte/,
    );
    expect(identified('shom', 'SERVICE_WMS_RASTER_INSPIRE.xml')).toContain('srv:SV_ServiceIdentification');
  });

  it('in links', () => {
    expect(identified('aviso', 'aviso-cfosat-swim-l2')).toContain('ftp://demo-user:not-a-real-password@');
    expect(identified('aviso', 'aviso-jason-1-gdr-e')).toContain('https://jason1.aviso.example.invalid/');
  });
});

describe('the datasets that stand in two centres', () => {
  it('have one DOI, or one title', () => {
    expect(textWith('roscoff', '10.5072/halocline.10101')).not.toBe('');
    expect(textWith('seanoe-like', '<identifier identifierType="DOI">10.5072/halocline.10101<')).not.toBe('');
    expect(textWith('coriolis', 'https://doi.org/10.5072/halocline.sss-legos')).not.toBe('');
    expect(textWith('bordeaux-toulouse', 'https://doi.org/10.5072/halocline.sss-legos')).not.toBe('');
    expect(textWith('coriolis', 'https://doi.org/10.17882/42182')).not.toBe('');
    expect(textWith('seanoe-like', 'relationType="IsIdenticalTo"')).toContain('10.17882/42182');
    const dyfamed = 'DYFAMED observatory in the Ligurian Sea: hydrological and biogeochemical time series';
    expect(textWith('coriolis', dyfamed)).not.toBe('');
    expect(textWith('villefranche', dyfamed)).not.toBe('');
  });
});

describe('the series', () => {
  it('have children that name them', () => {
    expect(textWith('aviso', 'gmd:parentIdentifier')).toContain('aviso-gdr-reference-missions');
    expect(textWith('sismer', 'gmd:parentIdentifier')).toContain('urn:SDN:CSR:LOCAL:OVIDE<');
    expect(textWith('coriolis', 'mdb:parentMetadata')).toContain('5f0a61f2-7a4e-4a3c-9a60-0c4f7d2b1a01');
    const catalog = textWith('bordeaux-toulouse', 'dcat:DatasetSeries');
    expect(catalog.match(/"dcat:inSeries": \{\s*"@id": "[^"]*\/sss-observatory"/g)).toHaveLength(2);
  });
});
