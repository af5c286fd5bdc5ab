import { Parser } from 'n3';
import { describe, expect, test } from 'vitest';
import { shared } from '#tests/shared.ts';
import { validateShacl } from './index.ts';

const folder = shared('schemas');

const turtle = (statements: string) => `
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
${statements}`;

describe.runIf(folder)('validateShacl', () => {
  const found = async (statements: string, profile: 'dcat-ap-3' | 'geodcat-ap-3' = 'dcat-ap-3') =>
    (await validateShacl({ turtle: turtle(statements) }, profile, folder ?? '')).map(
      ({ severity, rule, node }) => `${severity} ${rule} ${node}`,
    );
  const errors = async (statements: string, profile?: 'dcat-ap-3' | 'geodcat-ap-3') =>
    (await found(statements, profile)).filter((line) => line.startsWith('error'));

  test.each(['dcat-ap-3', 'geodcat-ap-3'] as const)(
    'accepts a dataset with what %s asks for',
    async (profile) => {
      expect(
        await errors(
          `<https://e.org/d> a dcat:Dataset ; dct:title "Tides" ; dct:description "Sea level at Brest" ;
         dct:publisher [ a foaf:Organization ; foaf:name "Shom" ] .`,
          profile,
        ),
      ).toEqual([]);
    },
  );

  test('names class, property and constraint of what is missing or wrong', async () => {
    expect(
      await errors(`<https://e.org/d> a dcat:Dataset ; dct:title "Tides" ; dct:issued "2020"^^xsd:date .`),
    ).toEqual(['error Dataset dct:description minCount https://e.org/d']);
    expect(
      await errors(
        `<https://e.org/d> a dcat:Dataset ; dct:title "Tides" ; dct:publisher "Shom" .`,
        'geodcat-ap-3',
      ),
    ).toEqual([
      'error Dataset dct:description minCount https://e.org/d',
      'error Dataset dct:publisher class https://e.org/d',
      'error Dataset dct:publisher nodeKind https://e.org/d',
    ]);
  });

  test('takes quads as well, and quotes the value', async () => {
    const quads = new Parser().parse(
      turtle(
        '<https://e.org/d> a dcat:Dataset ; dct:title "Tides" ; dct:description "x" ; dcat:theme "sea" .',
      ),
    );
    const findings = await validateShacl({ quads }, 'dcat-ap-3', folder ?? '');
    expect(findings.find(({ rule }) => rule === 'Dataset dcat:theme nodeKind')).toEqual({
      rule: 'Dataset dcat:theme nodeKind',
      path: 'dcat:theme',
      node: 'https://e.org/d',
      message: expect.stringMatching(/: "sea"\.$/),
      severity: 'error',
    });
  });

  test('does not ask a document for the class of what it only points to', async () => {
    const statements = `<https://e.org/d> a dcat:Dataset ; dct:title "Tides" ; dct:description "x" ;
      dct:language <http://publications.europa.eu/resource/authority/language/FRA> .`;
    expect(await errors(statements)).toEqual([]);
    expect(await found(statements)).toContain('info Dataset dct:language class https://e.org/d');
  });
});

test('a folder without the shapes is said', async () => {
  await expect(validateShacl({ turtle: '' }, 'dcat-ap-3', '/nowhere')).rejects.toThrow(
    'The schemas folder has no dcat-ap/3.0.1/html/shacl/shapes.ttl.',
  );
});
