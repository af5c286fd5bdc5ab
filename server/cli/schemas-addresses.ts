/** Where the standards bodies publish their schemas, and the folder each lies in here; the longest address counts. */
export const homes: readonly (readonly [address: string, folder: string])[] = [
  ['https://schemas.opengis.net/ogcapi/records/part1/1.0/openapi/', 'ogcapi-records/core/openapi/'],
  ['https://schemas.opengis.net/ogcapi/features/part1/1.0/openapi/', 'ogcapi-features/core/openapi/'],
  ['https://schemas.opengis.net/csw/3.0/', 'ogc/cat/csw/3.0/'],
  ['https://schemas.opengis.net/', 'ogc/'],
  ['https://standards.iso.org/iso/', 'iso/standards.iso.org/iso/'],
  ['https://schemas.isotc211.org/schemas/', 'iso/schemas.isotc211.org/'],
  ['https://schemas.isotc211.org/', 'iso/schemas.isotc211.org/'],
  ['https://www.isotc211.org/2005/gmi/', 'iso/www.isotc211.org/2005/gmi/'],
  ['https://www.isotc211.org/2005/srv/', 'ogc/iso/19139/20070417/srv/1.0/'],
  ['https://www.isotc211.org/2005/', 'ogc/iso/19139/20070417/'],
  ['https://www.w3.org/2009/01/xml.xsd', 'w3c/2001/xml.xsd'],
  ['https://www.w3.org/2001/03/xml.xsd', 'w3c/2001/xml.xsd'],
  ['https://www.w3.org/XML/2008/06/xlink.xsd', 'w3c/1999/xlink.xsd'],
  ['https://www.w3.org/', 'w3c/'],
  ['https://www.openarchives.org/OAI/2.0/', 'oai-pmh/OAI/2.0/'],
  ['https://dublincore.org/schemas/xmls/', 'oai-pmh/dublincore/'],
  ['https://schema.datacite.org/meta/', 'datacite/'],
  ['https://schemas.stacspec.org/v1.1.0/item-spec/json-schema/', 'stac/v1.1.0/'],
  ['https://schemas.stacspec.org/v1.1.0/collection-spec/json-schema/', 'stac/v1.1.0/'],
  ['https://schemas.stacspec.org/v1.1.0/catalog-spec/json-schema/', 'stac/v1.1.0/'],
  ['https://geojson.org/schema/', 'stac/geojson.org/schema/'],
  ['https://raw.githubusercontent.com/datacite/schema/master/source/json/', 'datacite/json/'],
  ['https://resource.citationstyles.org/schema/v1.0/input/json/', 'csl/'],
];

type Imports = readonly (readonly [namespace: string, address: string])[];

const iso = 'https://standards.iso.org/iso';
const ogc = 'https://schemas.opengis.net';
const gmi: Imports[number] = [
  'http://www.isotc211.org/2005/gmi',
  'https://www.isotc211.org/2005/gmi/gmi.xsd',
];
const iso19139: Imports = [
  ['http://www.isotc211.org/2005/gmx', `${ogc}/iso/19139/20070417/gmx/gmx.xsd`],
  ['http://www.isotc211.org/2005/gmd', `${ogc}/iso/19139/20070417/gmd/gmd.xsd`],
  ['http://www.isotc211.org/2005/srv', `${ogc}/iso/19139/20070417/srv/1.0/srv.xsd`],
];
const mds: Imports[number] = [
  'http://standards.iso.org/iso/19115/-3/mds/2.0',
  `${iso}/19115/-3/mds/2.0/mds.xsd`,
];

/**
 * Entry schemas that only import: a record may hold elements of packages that its own schema does not import, and
 * OAI-PMH and CSW ask for the validity of what they carry.
 */
export const entrySchemas: Readonly<Record<string, Imports>> = {
  'iso/validate-iso19139-2007.xsd': iso19139,
  'iso/validate-iso19139-2006.xsd': [
    ['http://www.isotc211.org/2005/gmx', `${ogc}/iso/19139/20060504/gmx/gmx.xsd`],
    ['http://www.isotc211.org/2005/gmd', `${ogc}/iso/19139/20060504/gmd/gmd.xsd`],
    ['http://www.isotc211.org/2005/srv', `${ogc}/iso/19139/20060504/srv/srv.xsd`],
  ],
  'iso/validate-iso19139-gmi.xsd': [
    ...iso19139,
    gmi,
    ['http://standards.iso.org/iso/19115/-2/gmi/1.0', `${iso}/19115/-2/gmi/1.0/gmi.xsd`],
  ],
  'iso/validate-iso19115-3.xsd': [
    mds,
    ['http://standards.iso.org/iso/19115/-3/mdt/2.0', `${iso}/19115/-3/mdt/2.0/mdt.xsd`],
    ['http://standards.iso.org/iso/19157/-2/mdq/1.0', `${iso}/19157/-2/mdq/1.0/mdq.xsd`],
    ['http://standards.iso.org/iso/19110/gfc/1.1', `${iso}/19110/gfc/1.1/gfc.xsd`],
  ],
  'oai-pmh/validate-oai-pmh.xsd': [
    ['http://www.openarchives.org/OAI/2.0/', 'https://www.openarchives.org/OAI/2.0/OAI-PMH.xsd'],
    ['http://www.openarchives.org/OAI/2.0/oai_dc/', 'https://www.openarchives.org/OAI/2.0/oai_dc.xsd'],
    [
      'http://www.openarchives.org/OAI/2.0/oai-identifier',
      'https://www.openarchives.org/OAI/2.0/oai-identifier.xsd',
    ],
    ['http://datacite.org/schema/kernel-4', 'https://schema.datacite.org/meta/kernel-4.6/metadata.xsd'],
    ...iso19139,
    gmi,
    mds,
  ],
  'ogc/validate-csw-2.0.2.xsd': [
    ['http://www.opengis.net/cat/csw/2.0.2', `${ogc}/csw/2.0.2/CSW-publication.xsd`],
    ...iso19139,
    gmi,
    mds,
  ],
  'ogc/validate-csw-3.0.xsd': [
    ['http://www.opengis.net/cat/csw/3.0', `${ogc}/csw/3.0/cswAll.xsd`],
    ...iso19139,
    gmi,
    mds,
  ],
};

/** Schemas that are used as they are; what they refer to is fetched with them. */
export const plainSchemas: readonly string[] = [
  'https://schema.datacite.org/meta/kernel-4.7/metadata.xsd',
  'https://schemas.stacspec.org/v1.1.0/collection-spec/json-schema/collection.json',
  'https://schemas.stacspec.org/v1.1.0/catalog-spec/json-schema/catalog.json',
  'https://schemas.stacspec.org/v1.1.0/item-spec/json-schema/item.json',
  `${ogc}/ogcapi/records/part1/1.0/openapi/schemas/recordGeoJSON.yaml`,
  'https://raw.githubusercontent.com/datacite/schema/master/source/json/kernel-4.3/datacite_4.3_schema.json',
  'https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json',
];

/** Path below the schemas folder of an address; `undefined` for addresses of nobody we know. */
export function pathOfAddress(address: string): string | undefined {
  const secure = address.replace(/^http:/, 'https:').replace(/#.*$/, '');
  const [home] = homes
    .filter(([start]) => secure.startsWith(start))
    .sort(([one], [other]) => other.length - one.length);
  const path = home && home[1] + secure.slice(home[0].length);
  return path && /^[\w./-]+$/.test(path) && !path.includes('..') ? path : undefined;
}
