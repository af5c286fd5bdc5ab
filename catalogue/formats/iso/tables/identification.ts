import {
  emptyRecord,
  type LanguageMap,
  normaliseLanguage,
  parseIdentifier,
  type Resource,
} from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import {
  code,
  codes,
  date,
  inline,
  line,
  lines,
  many,
  number,
  object,
  objectKind,
  objects,
  prose,
  proses,
  readOnly,
  string,
  strings,
  told,
} from '../fields.ts';
import { languageCode } from '../language-code.ts';
import { readParameters } from '../mcp.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { addressOf, readNumber, readString, valueElement } from '../values.ts';
import { element, node, type Writing } from '../writing.ts';
import { citation, dates, identifiers, isCited } from './citation.ts';
import { constraints } from './constraints.ts';
import { format } from './distribution.ts';
import { extents } from './extent.ts';
import { keywords } from './keywords.ts';
import { related } from './related.ts';
import { responsibilities } from './responsibility.ts';

/** Roles that a citation names; all others are contacts. */
const citedRoles = new Set([
  'author',
  'coAuthor',
  'editor',
  'publisher',
  'originator',
  'principalInvestigator',
]);
const isCitedParty = ({ role }: { role: string }) => citedRoles.has(role);

const emptyCitation = (): CitedResource => ({
  titles: {},
  alternateTitles: [],
  dates: [],
  identifiers: [],
  responsibilities: [],
  presentationForms: [],
});

type CitedResource = Pick<
  Resource,
  | 'titles'
  | 'alternateTitles'
  | 'dates'
  | 'edition'
  | 'editionDate'
  | 'identifiers'
  | 'responsibilities'
  | 'presentationForms'
  | 'seriesName'
  | 'otherCitationDetails'
>;

/** CI_Citation of the resource itself. */
export const resourceCitation = table<CitedResource>()('resourceCitation', emptyCitation, {
  title: line('titles'),
  alternateTitle: lines('alternateTitles'),
  date: dates('dates'),
  edition: string('edition'),
  editionDate: date('editionDate'),
  identifier: identifiers('identifiers'),
  citedResponsibleParty: responsibilities('responsibilities', isCitedParty),
  presentationForm: codes('presentationForms', codelists.presentationForm),
  series: string('seriesName'),
  otherCitationDetails: prose('otherCitationDetails'),
  isbn: readOnly(bookNumber('isbn')),
  issn: readOnly(bookNumber('issn')),
});

function bookNumber(scheme: 'isbn' | 'issn'): Field<CitedResource>['read'] {
  return ([property], model) => {
    const text = property && readString(property);
    if (text) model.identifiers.push({ ...parseIdentifier(`${scheme} ${text}`), code: text });
  };
}

type Maintenance = NonNullable<Resource['maintenance']>;

/** MD_MaintenanceInformation */
export const maintenance = table<Maintenance>()('maintenance', () => ({ notes: [] }), {
  frequency: code('frequency', codelists.maintenanceFrequency),
  nextUpdate: date('nextUpdate'),
  userDefinedFrequency: {
    read: ([property], model) => {
      const duration = property && readString(property);
      if (duration) model.userDefinedFrequency = duration;
    },
    write: ({ userDefinedFrequency }, writing) =>
      told([userDefinedFrequency ? writing.duration(userDefinedFrequency) : undefined]),
  },
  note: proses('notes'),
});

const isMaintained = ({ frequency, nextUpdate, userDefinedFrequency, notes }: Maintenance) =>
  frequency !== undefined ||
  nextUpdate !== undefined ||
  userDefinedFrequency !== undefined ||
  notes.length > 0;

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

type Resolution = Resource['spatialResolutions'][number];
type Measure = { value: number; unit: string };

/** A measure with its unit, degrees of an angle or metres where the document is silent. */
function measure(key: 'distance' | 'vertical' | 'angular', name: string): Field<Resolution> {
  return {
    read([property], model, reading) {
      if (!property) return;
      const value = readNumber(property, reading);
      if (value === undefined) return;
      const unit = valueElement(property)
        .attribute('uom')
        ?.trim()
        .replace(/^.*[#/:](?=.)/, '');
      model[key] = { value, unit: unit || (key === 'angular' ? 'deg' : 'm') };
    },
    write: (model, writing) => {
      const told: Measure | undefined = model[key];
      return told ? [writing.number(told.value, name, { uom: told.unit })] : [];
    },
  };
}

/** MD_Resolution */
export const resolution = table<Resolution>()('resolution', () => ({}), {
  scaleDenominator: number('scaleDenominator', 'gco:Integer'),
  distance: measure('distance', 'gco:Distance'),
  vertical: measure('vertical', 'gco:Distance'),
  angular: measure('angular', 'gco:Angle'),
  levelOfDetail: line('levelOfDetail'),
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

/** A language of the data or the metadata, as a BCP 47 tag. */
export const languageKind = {
  read(property: XmlElement, reading: Reading): string | undefined {
    const found = valueElement(property);
    const given = found.attribute('codeListValue')?.trim() || found.text.trim();
    if (!given) return undefined;
    const tag = normaliseLanguage(given) ?? normaliseLanguage(found.text);
    if (!tag) {
      reading.report(
        'warning',
        'language-unknown',
        found,
        `"${given}" is not a language code.`,
        'Use a code of ISO 639-2, such as eng or fre.',
      );
    }
    return tag;
  },
  write: (tag: string, writing: Writing) => ({
    children: [
      node(writing.dialect.codeElement('LanguageCode'), [languageCode(tag)], {
        codeList: 'http://www.loc.gov/standards/iso639-2/',
        codeListValue: languageCode(tag),
      }),
    ],
  }),
};

const operatedOn: Field<Resource> = {
  read(properties, model) {
    for (const property of properties) {
      const reference = property.attribute('uuidref')?.trim() || property.attribute('href')?.trim();
      if (reference && model.service) model.service.operatesOn.push(reference);
    }
  },
  write: ({ service }) =>
    (service?.operatesOn ?? []).map((reference) => ({
      attributes: /^https?:/.test(reference) ? { 'xlink:href': reference } : { uuidref: reference },
      children: [],
    })),
  reference: true,
};

/** MD_Identification: what datasets and services have in common. */
const common = {
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

const emptyResource = (): Resource => emptyRecord().resource;

/** MD_DataIdentification */
export const dataIdentification = table<Resource>()('dataIdentification', emptyResource, {
  ...common,
  spatialRepresentation: codes('spatialRepresentations', codelists.spatialRepresentation),
  resolution: objects('spatialResolutions', resolution, (told: Resolution) => Object.keys(told).length > 0),
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

type Operation = { name: string; platforms: string[]; urls: string[] };

/** SV_OperationMetadata */
export const operation = table<Operation>()('operation', () => ({ name: '', platforms: [], urls: [] }), {
  name: {
    read: ([property], model) => {
      model.name = (property && readString(property)) ?? '';
    },
    write: ({ name }, writing) => [writing.string(name)],
  },
  platform: codes('platforms', codelists.distributedPlatform),
  connectPoint: many('urls', {
    read: (property: XmlElement) => addressOf(property),
    write: (url: string, writing: Writing) => writing.url(url),
  }),
});

type Service = NonNullable<Resource['service']>;
export const emptyService = (): Service => ({ typeVersions: [], operations: [], operatesOn: [] });

const service = <P extends Field<Service>>(field: P): Field<Resource> => ({
  read(properties, model, reading) {
    model.service ??= emptyService();
    field.read(properties, model.service, reading);
  },
  write: ({ service: told }, writing) => (told ? field.write(told, writing) : []),
});

/** SV_ServiceIdentification */
export const serviceIdentification = table<Resource>()('serviceIdentification', emptyResource, {
  ...common,
  serviceType: service({
    read: ([property], model) => {
      const type = property && readString(property);
      if (type) model.type = type;
    },
    write: ({ type }) => (type ? [{ children: [element('gco:LocalName', type)] }] : []),
  }),
  serviceTypeVersion: service(strings('typeVersions')),
  couplingType: service(code('couplingType', codelists.coupling)),
  containsOperations: service(
    objects('operations', operation, ({ name, urls }: Operation) => name !== '' || urls.length > 0),
  ),
  operatesOn: operatedOn,
});
