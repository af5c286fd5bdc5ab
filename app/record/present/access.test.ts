import { describe, expect, it } from 'vitest';
import { type Distribution, emptyRecord } from '#catalogue/model';
import { accessGroups } from './access.ts';
import { leadsToData } from './access-kinds.ts';
import { emailParts, webAddress } from './address.ts';

const link = (url: string, more: Partial<Distribution> = {}): Distribution => ({
  url,
  names: {},
  descriptions: {},
  kind: 'download',
  conformsTo: [],
  ...more,
});
const groupsOf = (...distributions: Distribution[]) => {
  const { resource } = emptyRecord();
  return accessGroups({ ...resource, distributions }, 'en');
};

describe('access links', () => {
  it('are grouped by what one can do, the way to the data first', () => {
    const groups = groupsOf(
      link('https://a.org/guide.pdf', { kind: 'documentation' }),
      link('https://a.org/wms', { kind: 'view', protocol: 'OGC:WMS' }),
      link('https://a.org/ctd.nc'),
    );
    expect(groups.map(({ kind }) => kind)).toEqual(['download', 'view', 'documentation']);
    expect(leadsToData(groups)).toBe(true);
    expect(leadsToData(groupsOf(link('https://a.org/guide.pdf', { kind: 'documentation' })))).toBe(false);
  });
  it('tell protocol, format, size and host', () => {
    const [group] = groupsOf(
      link('https://www.a.org/data/ctd.nc', {
        names: { en: 'Casts' },
        protocol: 'OPeNDAP:OPeNDAP',
        format: { name: 'NetCDF', version: '4' },
        byteSize: 3_200_000,
      }),
    );
    expect(group?.links).toEqual([
      {
        label: { text: 'Casts' },
        href: 'https://www.a.org/data/ctd.nc',
        address: 'https://www.a.org/data/ctd.nc',
        host: 'a.org',
        protocol: 'OPeNDAP',
        format: 'NetCDF 4',
        size: '3.2\u00a0MB',
      },
    ]);
  });
  it('without a name are called by host and file', () => {
    const [group] = groupsOf(link('https://www.a.org/data/2019/ctd.nc'));
    expect(group?.links[0]?.label.text).toBe('a.org/…/ctd.nc');
  });
  it('that are told twice stand once', () => {
    expect(groupsOf(link('https://a.org/x'), link('https://a.org/x'))[0]?.links).toHaveLength(1);
  });
  it.each(['javascript:alert(1)', 'data:text/html,x', '\\\\server\\share', '/var/data/x.nc', ''])(
    'lead nowhere when they are no web address: %s',
    (url) => {
      const [group] = groupsOf(link(url));
      expect(group?.links[0]).not.toHaveProperty('href');
      expect(group?.links[0]?.address).toBe(url);
    },
  );
});

describe('addresses', () => {
  it.each([
    ['www.ifremer.fr/data', 'https://www.ifremer.fr/data'],
    [' https://a.org/a b ', 'https://a.org/a%20b'],
    ['ftp://ftp.a.org/x', 'ftp://ftp.a.org/x'],
    ['JAVASCRIPT:alert(1)', undefined],
    ['http://', undefined],
  ])('%s is %s', (text, expected) => expect(webAddress(text)).toBe(expected));
  it.each([
    ['ada@example.org', { user: 'ada', host: 'example.org' }],
    ['mailto:ada@example.org', { user: 'ada', host: 'example.org' }],
    ['ada at example', undefined],
    ['<ada@example.org>', undefined],
  ])('%s as e-mail', (text, expected) => expect(emailParts(text)).toEqual(expected));
});
