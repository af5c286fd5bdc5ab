import { describe, expect, it } from 'vitest';
import { parseXml } from '#catalogue/xml';
import type { Selection } from '../selection/index.ts';
import type { Capabilities } from './capabilities.ts';
import { constraintsOf } from './constraint.ts';

const post = { method: 'POST' } as const;
const capabilitiesOf = (constraintLanguages: string[], version: Capabilities['version'] = '2.0.2') => ({
  version,
  ways: [],
  outputSchemas: [],
  typeNames: [],
  queryables: [],
  constraintLanguages,
});
const selection: Selection = {
  area: { west: 170, south: -60, east: -170, north: -30 },
  keywords: ["d'Urville", '100%'],
};

describe('what is wanted of a catalogue', () => {
  it('is asked in the languages that it offers, then not at all', () => {
    const languages = (offered: string[], given = selection) =>
      constraintsOf(given, capabilitiesOf(offered), post, 'csw:Record').map((one) => one?.language);
    expect(languages(['FILTER', 'CQL_TEXT'])).toEqual(['FILTER', 'CQL_TEXT', undefined]);
    expect(languages(['CQL_TEXT'])).toEqual(['CQL_TEXT', undefined]);
    expect(languages([])).toEqual(['FILTER', 'CQL_TEXT', undefined]);
    expect(languages(['XQUERY'])).toEqual([undefined]);
    expect(languages(['FILTER'], {})).toEqual([undefined]);
    // Without the words another question would be asked.
    expect(languages(['FILTER'], { words: ['sea'] })).toEqual(['FILTER']);
    expect(languages(['CQL_TEXT'], { ...selection, filter: 'x = 1' })).toEqual(['CQL_TEXT']);
    expect(() => languages(['XQUERY'], { words: ['sea'] })).toThrow(/^q: the catalogue can't be asked/);
    expect(() => languages(['FILTER'], { filter: 'x' })).toThrow(/^filter: .* offers are FILTER\.$/);
  });

  it('is written in CQL', () => {
    expect(constraintsOf(selection, capabilitiesOf(['CQL_TEXT']), post, 'gmd:MD_Metadata')[0]).toEqual({
      language: 'CQL_TEXT',
      text: "(BBOX(apiso:BoundingBox, 170, -60, 180, -30) or BBOX(apiso:BoundingBox, -180, -60, -170, -30)) and (apiso:AnyText like '%d''Urville%' or apiso:AnyText like '%100\\%%')",
    });
  });

  it.each(['2.0.2', '3.0.0'] as const)('is written as a filter of %s', (version) => {
    const [first] = constraintsOf(selection, capabilitiesOf(['FILTER'], version), post, 'csw:Record');
    const text = first && 'text' in first ? first.text : '';
    const { root } = parseXml(new TextEncoder().encode(text));
    expect(root).toMatchObject({
      name: 'Filter',
      namespace: version === '2.0.2' ? 'http://www.opengis.net/ogc' : 'http://www.opengis.net/fes/2.0',
    });
    const [and] = root?.elements() ?? [];
    const [boxes, likes] = and?.elements() ?? [];
    expect(and?.name).toBe('And');
    expect(boxes?.elements().map(({ name }) => name)).toEqual(['BBOX', 'BBOX']);
    expect(likes?.elements().map((like) => like.child('Literal')?.text)).toEqual(["%d'Urville%", '%100\\%%']);
  });

  it('goes into the parameters of addresses of version 3', () => {
    const given = { area: { west: -10, south: 40, east: 5, north: 52 }, words: ['sea', 'ice'] };
    const [first] = constraintsOf(given, capabilitiesOf([], '3.0.0'), { method: 'GET' }, 'csw30:Record');
    expect(first).toEqual({ language: 'PARAMETERS', parameters: { bbox: '-10,40,5,52', q: 'sea ice' } });
  });
});
