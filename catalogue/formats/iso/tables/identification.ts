import { emptyRecord, type LanguageMap, type Resource } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import {
  codes,
  inline,
  line,
  many,
  object,
  objectKind,
  objects,
  prose,
  proses,
  readOnly,
  string,
} from '../fields.ts';
import { readParameters } from '../mcp.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { addressOf, readString } from '../values.ts';
import type { Writing } from '../writing.ts';
import { citation, isCited } from './citation.ts';
import { constraints } from './constraints.ts';
import { format } from './distribution.ts';
import { extents } from './extent.ts';
import { keywords } from './keywords.ts';
import { languageKind } from './language.ts';
import { isMaintained, maintenance } from './maintenance.ts';
import { related } from './related.ts';
import { resolutions } from './resolution.ts';
import { type CitedResource, isCitedParty, resourceCitation } from './resource-citation.ts';
import { responsibilities } from './responsibility.ts';

type Graphic = Resource['graphics'][number];

/** MD_BrowseGraphic */
export const graphic = table<Graphic>()('graphic', () => ({ url: '' }), {
  fileName: {
    read([property], model) {
      const url = property && (addressOf(property) ?? readString(property));
      if (url) model.url = url;
    },
    write: ({ url }, writing) => [writing.string(url)],
  },
  fileDescription: line('description'),
  fileType: string('type'),
  linkage: readOnly(([property], model) => {
    const url = property && readString(property);
    if (url) model.url = url;
  }),
});

/** MD_Usage */
export const usage = table<{ text?: LanguageMap | undefined }>()('usage', () => ({}), {
  specificUsage: prose('text'),
  userContactInfo: {
    read: () => undefined,
    write: () => [{ attributes: { 'gco:nilReason': 'missing' }, children: [] }],
  },
});

const usageKind = {
  read(property: XmlElement, reading: Reading): LanguageMap | undefined {
    const found = reading.classElement(property);
    return found && reading.object(usage, found).text;
  },
  write: (text: LanguageMap, writing: Writing) => ({ children: [writing.object(usage, { text })] }),
};

/** MD_Identification: what datasets and services have in common. */
export const common = {
  citation: inline<CitedResource>(
    () => resourceCitation,
    () => true,
  ),
  abstract: prose('abstracts'),
  purpose: prose('purpose'),
  credit: proses('credits'),
  status: codes('status', codelists.progress),
  pointOfContact: responsibilities('responsibilities', (one) => !isCitedParty(one)),
  maintenance: object('maintenance', maintenance, isMaintained),
  graphic: objects('graphics', graphic, ({ url }: Graphic) => url !== ''),
  resourceFormat: readOnly<Resource>(objects('formats', format, ({ name }) => name !== '').read),
  keywords,
  usage: many('usages', usageKind),
  constraints,
  related,
  extent: extents,
  topicCategory: codes('topicCategories', codelists.topicCategory),
} as const satisfies Record<string, Field<Resource>>;

/** MD_DataIdentification */
export const dataIdentification = table<Resource>()('dataIdentification', () => emptyRecord().resource, {
  ...common,
  spatialRepresentation: codes('spatialRepresentations', codelists.spatialRepresentation),
  resolution: resolutions,
  temporalResolution: many('temporalResolutions', {
    read: (property: XmlElement) => readString(property),
    write: (duration: string, writing: Writing) => writing.duration(duration),
  }),
  language: many('languages', languageKind),
  characterSet: codes('characterSets', codelists.characterSet),
  environment: prose('environmentDescription'),
  supplementalInformation: prose('supplementalInformation'),
  processingLevel: string('processingLevel'),
  additionalDocumentation: many('additionalDocumentation', objectKind(citation, isCited)),
  parameters: readOnly(readParameters),
});
