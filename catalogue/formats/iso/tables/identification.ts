import { emptyRecord, type LanguageMap, type Resource, type UsageDetail } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import {
  codes,
  inline,
  many,
  object,
  objectKind,
  objects,
  prose,
  proseKind,
  proses,
  readOnly,
  some,
  string,
  told,
} from '../fields.ts';
import { readPeriod, writePeriod } from '../gml-time.ts';
import { readParameters } from '../mcp.ts';
import { type Field, table } from '../table.ts';
import { readDateOf, readString } from '../values.ts';
import type { Writing } from '../writing.ts';
import { citation, isCited, someParties } from './citation.ts';
import { constraints } from './constraints.ts';
import { format } from './distribution.ts';
import { extents } from './extent.ts';
import { graphicKind } from './graphic.ts';
import { keywords } from './keywords.ts';
import { dataLocales, languageKind } from './language.ts';
import { isMaintained, maintenance } from './maintenance.ts';
import { related } from './related.ts';
import { resolutions } from './resolution.ts';
import { type CitedResource, resourceCitation } from './resource-citation.ts';
import { responsibilities } from './responsibility.ts';

type Usage = UsageDetail & { text?: LanguageMap | undefined };

/** MD_Usage */
export const usage = table<Usage>()('usage', () => ({}), {
  specificUsage: prose('text'),
  date: {
    read([property], model, reading) {
      const found = property && reading.classElement(property);
      if (!property || !found) return;
      const isInstant = [...found.elements()].length > 0;
      const day = isInstant ? readPeriod(found, reading)?.start?.date : readDateOf(property, reading);
      if (day) model.date = day;
    },
    write({ date: day }, writing) {
      if (day === undefined) return [];
      if (writing.says('usage', 'response'))
        return [{ children: [writePeriod({ start: { date: day }, end: { date: day } }, writing)] }];
      return told([writing.dateTime(day)]);
    },
  },
  limitations: prose('limitations'),
  userContactInfo: someParties('contacts'),
  response: some('responses', proseKind),
  documentation: some('documentation', objectKind(citation, isCited)),
  issues: object('issues', citation, isCited),
});

/** Usages: texts, and beside each what else is told of it. */
const usages: Field<Resource> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const found = reading.classElement(property);
      const { text, ...details } = found ? reading.object(usage, found) : {};
      if (!text) continue;
      model.usages.push(text);
      if (Object.keys(details).length === 0) continue;
      const before = model.usageDetails ?? [];
      const gap = Array.from({ length: model.usages.length - 1 - before.length }, () => ({}));
      model.usageDetails = [...before, ...gap, details];
    }
  },
  write: ({ usages: texts, usageDetails = [] }, writing) =>
    texts.map((text, index) => ({ children: [writing.object(usage, { ...usageDetails[index], text })] })),
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
  pointOfContact: responsibilities('responsibilities', false),
  maintenance: object('maintenance', maintenance, isMaintained),
  graphic: many('graphics', graphicKind),
  resourceFormat: readOnly<Resource>(objects('formats', format, ({ name }) => name !== '').read),
  keywords,
  usage: usages,
  constraints: constraints('constraints'),
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
  ...dataLocales,
  environment: prose('environmentDescription'),
  supplementalInformation: prose('supplementalInformation'),
  processingLevel: string('processingLevel'),
  additionalDocumentation: many('additionalDocumentation', objectKind(citation, isCited)),
  parameters: readOnly(readParameters),
});
