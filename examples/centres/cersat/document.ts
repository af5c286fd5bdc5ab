import { type Iso191153Style, iso191153 } from '../../documents/iso19115-3.ts';
import { type Iso19139Style, iso19139 } from '../../documents/iso19139.ts';
import { documentOf } from '../../documents/xml.ts';
import type { CersatRecord } from './records.ts';

const PROTOCOLS = {
  download: 'HTTP',
  landing: 'HTTP',
  opendap: 'OPeNDAP',
  erddap: 'ERDDAP',
  wms: 'OGC:WMS-1.3.0-http-get-map',
  wfs: 'OGC:WFS',
  ftp: 'FTP',
  document: 'HTTP',
  thredds: 'THREDDS',
};

const STYLE: Iso19139Style = {
  root: 'gmi:MI_Metadata',
  gml: 'http://www.opengis.net/gml/3.2',
  language: 'en',
  codelists: 'https://www.isotc211.org/2005/resources/Codelist/gmxCodelists.xml',
  anchors: false,
  licence: 'use-limitation',
  protocols: PROTOCOLS,
  standard: ['ISO 19115-2 Geographic Information - Metadata Part 2', 'ISO 19115-2:2009(E)'],
};

const EARLY_STYLE: Iso191153Style = {
  version: '1.0',
  language: 'en',
  protocols: PROTOCOLS,
  standard: ['ISO 19115-3', '2014'],
};

/** The file of a record: ISO 19139 rooted in gmi:MI_Metadata, or the first edition of ISO 19115-3, in its encoding. */
export function cersatFile({ facts, schema, encoding }: CersatRecord): Buffer {
  const language = facts.title.en === undefined ? 'fr' : 'en';
  const root =
    schema === 'gmi'
      ? iso19139(facts, { ...STYLE, language })
      : iso191153(facts, { ...EARLY_STYLE, language });
  const text = documentOf(root, encoding === 'ISO-8859-1' ? 'ISO-8859-1' : 'UTF-8');
  return Buffer.from(text, encoding === undefined ? 'utf8' : 'latin1');
}
