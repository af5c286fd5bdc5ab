import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shared } from '#tests/shared.ts';
import { REPOSITORY_DEPOSITS } from './centres/seanoe-like/records.ts';
import { VILLEFRANCHE_RECORDS } from './centres/villefranche/records.ts';
import {
  DEVICE_LABELS,
  GEMET_LABELS,
  PARAMETER_LABELS,
  PLATFORM_LABELS,
  SATELLITES,
  SCIENCE_KEYWORDS,
  SEA_LABELS,
} from './documents/vocabulary-tables.ts';

const folder = shared('vocabularies');

function text(path: string): string {
  return readFileSync(`${folder}/${path}`, 'utf8');
}

describe.skipIf(folder === null)('the concepts of the examples', () => {
  it.each([
    ['P02', PARAMETER_LABELS],
    ['L05', DEVICE_LABELS],
    ['L06', PLATFORM_LABELS],
  ] as const)('stand in NVS collection %s with their labels', (collection, labels) => {
    const table = text(`nvs/csv/${collection}.csv`);
    for (const [code, label] of Object.entries(labels)) {
      const row = table.match(new RegExp(`/${collection}/current/${code}/,"?([^"\\n]*)`))?.[1] ?? '';
      expect(row.startsWith(label), `${code} ${label}: ${row.slice(0, 80)}`).toBe(true);
    }
  });

  it('stand in the gazetteer of seas', () => {
    const table = text('nvs/skos/C19.ttl');
    for (const [code, label] of Object.entries(SEA_LABELS)) {
      const start = table.indexOf(`<http://vocab.nerc.ac.uk/collection/C19/current/${code}/>\n`);
      expect(start, code).toBeGreaterThan(0);
      expect(table.slice(start, table.indexOf(' .\n\n', start)), code).toContain(`"${label}"`);
    }
  });

  it('stand in GCMD and GEMET', () => {
    const keywords = text('gcmd/csv/sciencekeywords.csv');
    for (const [path, uuid] of Object.values(SCIENCE_KEYWORDS)) {
      const row = keywords.split('\n').find((line) => line.includes(uuid)) ?? '';
      for (const level of path.split(' > ')) expect(row).toContain(`"${level}"`);
    }
    const platforms = text('gcmd/csv/platforms.csv');
    for (const [name, uuid] of Object.entries(SATELLITES)) {
      expect(platforms.split('\n').find((line) => line.includes(uuid))).toContain(`"${name}"`);
    }
    const gemet = text('gemet/gemet-fr.rdf');
    for (const [number, [, french]] of Object.entries(GEMET_LABELS)) {
      const start = gemet.indexOf(`gemet/concept/${number}">`);
      expect(gemet.slice(start, start + 300)).toContain(`>${french}<`);
    }
  });
});

describe('the people of the examples', () => {
  it('have ORCIDs with a right check digit (ISO 7064, MOD 11-2)', () => {
    const parties = [
      ...REPOSITORY_DEPOSITS.flatMap(({ facts }) => facts.parties),
      ...VILLEFRANCHE_RECORDS.flatMap(({ facts }) => facts.parties),
    ];
    const orcids = new Set(parties.flatMap(({ person }) => person?.orcid ?? []));
    expect(orcids.size).toBe(5);
    for (const orcid of orcids) {
      const digits = orcid.replaceAll('-', '');
      const total = [...digits.slice(0, 15)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
      const check = (12 - (total % 11)) % 11;
      expect(digits.at(-1)).toBe(check === 10 ? 'X' : String(check));
    }
  });
});
