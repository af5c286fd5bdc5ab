import type { CentreDefinition } from '../../example-centre.ts';
import { type FolderFile, folderServer } from '../../protocols/folder-server.ts';
import { cersatFile } from './document.ts';
import { CERSAT_RECORDS } from './records.ts';

/** Files that no reader can read: a document cut off while it was uploaded, and the error page of a broken script. */
const UNREADABLE: readonly FolderFile[] = [
  {
    path: 'sst/incomplete-upload.xml',
    contentType: 'application/xml',
    modified: '2024-02-29T23:59:00Z',
    body: `<?xml version="1.0" encoding="UTF-8"?>
<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco">
  <gmd:fileIdentifier>
    <gco:CharacterString>cersat-incomplete</gco:CharacterString>
  </gmd:fileIdentifier>
  <gmd:identificationInfo>
    <gmd:MD_DataIdentification>
      <gmd:abstract><gco:CharacterString>Winds & waves of the Iroise Sea`,
  },
  {
    path: 'winds/oscat-mean-wind-fields.xml',
    contentType: 'text/html; charset=UTF-8',
    modified: '2018-05-04T07:00:00Z',
    body: `<!DOCTYPE html>
<html lang="en"><head><title>Temporarily unavailable</title></head>
<body><h1>Temporarily unavailable</h1><p>The catalogue is being maintained. Please come back later.<br></p></body></html>
`,
  },
  {
    path: 'README.txt',
    contentType: 'text/plain; charset=UTF-8',
    modified: '2024-06-12T08:00:00Z',
    body: 'Metadata of the CERSAT products, one ISO document per product, in a folder per variable.\n',
  },
];

/** Satellite oceanography: a web-accessible folder of ISO 19139 and early ISO 19115-3 files. */
export const CERSAT: CentreDefinition = {
  id: 'cersat',
  name: { en: 'CERSAT satellite oceanography (example)', fr: 'CERSAT, océanographie satellitaire (exemple)' },
  description: {
    en: 'Sea surface temperature, winds, waves, salinity and sea ice seen by satellites.',
    fr: 'Température de surface, vents, vagues, salinité et glace de mer vus par satellite.',
  },
  homepage: 'https://cersat.ifremer.fr/',
  contactEmail: 'help@cersat.example.org',
  location: { longitude: -4.56, latitude: 48.36 },
  protocol: 'folder',
  entry: '/',
  options: {},
  open(root) {
    const files = CERSAT_RECORDS.map((record) => ({
      path: record.path,
      contentType: 'application/xml',
      modified: record.facts.updated,
      body: cersatFile(record),
    }));
    return folderServer(new URL(root).pathname, [...files, ...UNREADABLE]);
  },
};
