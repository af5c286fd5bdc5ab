import { index, type RouteConfig, route } from '@react-router/dev/routes';

/** Suffixes of the metadata formats; each is a static ending, so it ranks above the record page; longest first. */
const recordSuffixes = [
  'iso19115-3.xml',
  'iso19139.xml',
  'datacite.json',
  'datacite.xml',
  'csw-summary.xml',
  'csw-brief.xml',
  'csw.xml',
  'dc.xml',
  'geodcat.jsonld',
  'geodcat.ttl',
  'geodcat.rdf',
  'dcat.jsonld',
  'croissant.json',
  'ro-crate.json',
  'stac.json',
  'geojson',
  'jsonld',
  'ttl',
  'rdf',
];

export default [
  index('routes/home.tsx'),
  route('search', 'routes/search.tsx'),
  ...recordSuffixes.map((suffix) =>
    route(`records/:id.${suffix}`, 'routes/record-format.ts', { id: `record-${suffix}` }),
  ),
  route('records/:id/original', 'routes/record-original.ts'),
  route('records/:id/linkset', 'routes/record-linkset.ts'),
  route('records/:id', 'routes/record.tsx', { id: 'record' }),
  route('sources', 'routes/sources.tsx'),
  route('sources/:id', 'routes/source.tsx'),
  route('themes', 'routes/themes.tsx'),
  route('themes/:slug', 'routes/theme.tsx'),
  route('about', 'routes/about.tsx'),
  route('account', 'routes/account.tsx'),
  route('account/sign-in', 'routes/account.sign-in.tsx'),
  route('account/password', 'routes/account.password.tsx'),
  route('account/invitation', 'routes/account.invitation.tsx'),
  route('setup', 'routes/account.setup.tsx'),
  route('admin', 'routes/admin.tsx', [
    index('routes/admin.index.tsx'),
    route('accounts', 'routes/admin.accounts.tsx'),
    route('audit', 'routes/admin.audit.tsx'),
  ]),
  route('map/land.svg', 'routes/land.ts'),
  route('sitemap.xml', 'routes/sitemap.ts'),
  route('robots.txt', 'routes/robots.ts'),
  route('*', 'routes/missing.tsx'),
] satisfies RouteConfig;
