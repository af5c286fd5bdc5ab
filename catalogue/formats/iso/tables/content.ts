import type {
  CitedIdentifier,
  CoverageDescription,
  FeatureCatalogue,
  LanguageMap,
  ObservedVariable,
  Resource,
} from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { boolean, code, line, many, number, objectKind, readOnly, string, told } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { anchorOf, readLine, readString } from '../values.ts';
import { anyUri, element, node, type Writing } from '../writing.ts';
import { citation, citedIdentifierKind, isCited } from './citation.ts';
import { languageKind, locale, localeOf, localeTag } from './language.ts';

type Dimension = {
  shortName?: string | undefined;
  descriptor?: LanguageMap | undefined;
  uri?: string | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  unit?: string | undefined;
  unitUri?: string | undefined;
  scaleFactor?: number | undefined;
  offset?: number | undefined;
  bitsPerValue?: number | undefined;
  dataType?: string | undefined;
  moreNames: CitedIdentifier[];
};

/** Units are references (`…/udunits.xml#psu`) or GML definitions with a symbol or name. */
const units: Field<Dimension> = {
  read([property], model) {
    if (!property) return;
    const href = property.attribute('href')?.trim();
    const parts = [...property.elements()].flatMap((definition) => [...definition.elements()]);
    const named = (name: string) => parts.find((part) => part.name === name)?.text.trim();
    const bare = parts.length === 0 ? property.text.trim() : undefined;
    const symbol = named('catalogSymbol') || named('name') || named('identifier') || bare;
    const unit = symbol || (href ? decodeURIComponentSafely(href.replace(/^.*[#/](?=.)/, '')) : undefined);
    if (unit) model.unit = unit;
    const address = href ?? named('identifier');
    if (address && /^(https?|urn):/.test(address)) model.unitUri = address;
  },
  write({ unit, unitUri }, writing) {
    if (unitUri && (!unit || decodeURIComponentSafely(unitUri.replace(/^.*[#/](?=.)/, '')) === unit))
      return [{ attributes: { 'xlink:href': anyUri(unitUri) }, children: [] }];
    if (!unit) return [];
    const definition = node(
      'gml:BaseUnit',
      [
        node('gml:identifier', [unitUri ?? unit], { codeSpace: 'http://unitsofmeasure.org' }),
        element('gml:name', unit),
        element('gml:catalogSymbol', unit),
        node('gml:unitsSystem', [], { 'xlink:href': 'http://unitsofmeasure.org' }),
      ],
      { 'gml:id': writing.id() },
    );
    return [{ children: [definition] }];
  },
  reference: true,
};

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** MD_RangeDimension, MD_Band, MD_SampleDimension: one variable. */
export const dimension = table<Dimension>()('dimension', () => ({ moreNames: [] }), {
  sequenceIdentifier: string('shortName'),
  sequenceType: {
    read: string('dataType').read,
    write: ({ shortName, dataType }, writing) => {
      if (!shortName) return [];
      if (!dataType) return [{ attributes: { 'gco:nilReason': 'unknown' }, children: [] }];
      const name = node('gco:aName', [...writing.string(dataType).children]);
      return [{ children: [node('gco:TypeName', [name])] }];
    },
  },
  descriptor: {
    ...line('descriptor'),
    read([property], model, reading) {
      if (!property) return;
      const text = readLine(property, reading);
      const uri = anchorOf(property);
      if (text) model.descriptor = text;
      if (uri) model.uri = uri;
    },
    write: ({ descriptor, uri }, writing) => {
      const text = descriptor && writing.text(descriptor, uri);
      return text ? [text] : [];
    },
  },
  name: {
    read(properties, model, reading) {
      model.moreNames = properties.flatMap((property) => citedIdentifierKind.read(property, reading) ?? []);
    },
    write: ({ moreNames }, writing) => moreNames.map((name) => citedIdentifierKind.write(name, writing)),
  },
  maximum: number('maximum', 'gco:Real'),
  minimum: number('minimum', 'gco:Real'),
  units,
  scaleFactor: number('scaleFactor', 'gco:Real'),
  offset: number('offset', 'gco:Real'),
  bitsPerValue: number('bitsPerValue', 'gco:Integer'),
});

type Content = CoverageDescription & { variables: ObservedVariable[]; processingLevel?: string | undefined };

/** MD_CoverageDescription, MD_ImageDescription and their extensions. */
export const content = table<Content>()('content', () => ({ variables: [] }), {
  attributeDescription: {
    read([property], model) {
      const said = property && (readString(property) ?? property.attribute('href'));
      if (said) model.attributes = said;
    },
    write: ({ attributes }) =>
      attributes
        ? [{ children: [element('gco:RecordType', attributes)] }]
        : [{ attributes: { 'gco:nilReason': 'unknown' }, children: [] }],
  },
  contentType: {
    read: code('contentType', codelists.contentType).read,
    write: ({ contentType = usualType }, writing) => told([writing.code(codelists.contentType, contentType)]),
  },
  dimension: {
    read(properties, model, reading) {
      for (const property of properties) {
        const found = reading.classElement(property);
        const variable = found && variableOf(reading.object(dimension, found), reading);
        if (variable) model.variables.push(variable);
      }
    },
    write: ({ variables }, writing) =>
      variables.map((variable) => ({
        children: [writing.object(dimension, dimensionOf(variable, writing))],
      })),
  },
  illuminationElevation: number('illuminationElevation', 'gco:Real'),
  illuminationAzimuth: number('illuminationAzimuth', 'gco:Real'),
  imagingCondition: code('imagingCondition', codelists.imagingCondition),
  imageQuality: string('imageQuality'),
  cloudCover: number('cloudCover', 'gco:Real'),
  processingLevel: readOnly(string('processingLevel').read),
  compressionGenerations: number('compressionGenerations', 'gco:Integer'),
  triangulated: boolean('triangulated'),
  radiometricCalibration: boolean('radiometricCalibration'),
  cameraCalibration: boolean('cameraCalibration'),
  filmDistortion: boolean('filmDistortion'),
  lensDistortion: boolean('lensDistortion'),
});

/** What variables are unless told otherwise. */
const usualType = 'physicalMeasurement';

type Described = Pick<Resource, 'variables' | 'coverages' | 'featureCatalogues' | 'processingLevel'>;

/** What the data hold: variables with the coverages that they are of, and catalogues of features. */
export const contents: Field<Described> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const found = reading.classElement(property);
      if (!found) continue;
      if (/FeatureCatalogue/.test(reading.className(found))) {
        const catalogue = reading.object(featureCatalogueDescription, found);
        if (isCatalogue(catalogue)) model.featureCatalogues.push(catalogue);
      } else addContent(found, model, reading);
    }
  },
  write: ({ variables, coverages, featureCatalogues }, writing) => [
    ...contentsOf(variables, coverages).map((one) => {
      const written = writing.object(content, one, one.isImage ? 1 : 0);
      return { children: [written] };
    }),
    ...featureCatalogues.map((one) => ({ children: [writing.object(featureCatalogueDescription, one)] })),
  ],
};

function addContent(found: XmlElement, model: Described, reading: Reading): void {
  const { variables, processingLevel, contentType, ...more } = reading.object(content, found);
  if (processingLevel) model.processingLevel ??= processingLevel;
  const isImage = /Image/.test(reading.className(found));
  const type = contentType && contentType !== usualType ? { contentType } : {};
  model.variables.push(...variables.map((variable) => ({ ...variable, ...type })));
  if (Object.keys(more).length === 0 && (variables.length > 0 || !contentType) && !isImage) return;
  model.coverages.push({ ...more, ...(contentType ? { contentType } : {}), ...(isImage ? { isImage } : {}) });
}

/** Variables of one kind stand in the coverage of that kind. */
function contentsOf(
  variables: readonly ObservedVariable[],
  coverages: readonly CoverageDescription[],
): Content[] {
  const all: Content[] = coverages.map((coverage) => ({ ...coverage, variables: [] }));
  for (const variable of variables) {
    const type = variable.contentType ?? usualType;
    let home = all.find(({ contentType = usualType }) => contentType === type);
    if (!home) {
      home = { contentType: type, variables: [] };
      all.push(home);
    }
    home.variables.push(variable);
  }
  return all;
}

/** MD_FeatureCatalogueDescription */
export const featureCatalogueDescription = table<FeatureCatalogue>()(
  'featureCatalogueDescription',
  () => ({ citations: [], languages: [], featureTypes: [] }),
  {
    compliant: boolean('compliant'),
    language: many('languages', languageKind),
    locale: many('languages', {
      read(property: XmlElement, reading: Reading) {
        const found = reading.classElement(property);
        return found && localeTag(reading.object(locale, found));
      },
      write: (tag: string, writing: Writing) => ({ children: [writing.object(locale, localeOf(tag))] }),
    }),
    includedWithDataset: boolean('includedWithDataset'),
    featureType: many('featureTypes', {
      read: (property: XmlElement) => readString(property),
      write: (name: string, writing: Writing) => ({
        children: [element(writing.dialect.names.genericName, name)],
      }),
    }),
    citation: many('citations', objectKind(citation, isCited)),
  },
);

const isCatalogue = ({ citations, featureTypes, ...more }: FeatureCatalogue) =>
  citations.length + featureTypes.length > 0 ||
  more.compliant !== undefined ||
  more.includedWithDataset !== undefined;

function variableOf(read: Dimension, reading: Reading): ObservedVariable | undefined {
  const { shortName, descriptor, moreNames, uri, ...rest } = read;
  const [first] = moreNames;
  // A description beside the name of a standard or of a file is what people call it.
  const isToken = first !== undefined && !first.description && /^[\w.]+$/.test(first.code);
  const named = first && !(isToken && descriptor) ? namesOf(first, reading.language) : undefined;
  const names = named ?? descriptor ?? {};
  if (Object.keys(names).length === 0 && !shortName) return undefined;
  const short = shortName ?? (first?.description ? first.code : undefined);
  const address = uri ?? first?.uri;
  const standard = moreNames.find(({ codeSpace, authority }) =>
    /\bCF\b|climate and forecast|standard.?name/i.test(
      `${codeSpace} ${Object.values(authority?.titles ?? {})}`,
    ),
  );
  return {
    names,
    ...(short ? { shortName: short } : {}),
    ...(address ? { uri: address } : {}),
    ...(standard ? { standardName: standard.code } : {}),
    ...(named && descriptor ? { description: descriptor } : {}),
    ...rest,
    ...(first ? { otherNames: moreNames } : {}),
  };
}

const namesOf = ({ code: name, description, translations }: CitedIdentifier, language: string): LanguageMap =>
  description ?? { [language]: name, ...translations?.['code']?.[0] };

/** ISO 19115:2003 has one descriptor, which is the name; ISO 19115-1 has names beside a description. */
function dimensionOf(variable: ObservedVariable, writing: Writing): Dimension {
  const { names, description, otherNames = [], uri, standardName, shortName, ...rest } = variable;
  const plain = { ...rest, ...(shortName ? { shortName } : {}) };
  if (!writing.says('dimension', 'name'))
    return { ...plain, descriptor: names, uri, moreNames: otherNames.slice(1) };
  const [first] = otherNames;
  if (first && JSON.stringify(namesOf(first, writing.language)) === JSON.stringify(names))
    return {
      ...plain,
      descriptor: description,
      moreNames: otherNames,
      shortName: first.description && first.code === shortName ? undefined : shortName,
    };
  const { [writing.language]: main, ...others } = names;
  const standard = standardName ? [{ code: standardName, codeSpace: 'CF' }] : [];
  if (!description && (first || standard.length === 0))
    return { ...plain, descriptor: names, uri, moreNames: otherNames };
  if (!description) return { ...plain, descriptor: names, uri, moreNames: standard };
  const named = main === undefined ? [] : [nameIdentifier(main, others, uri)];
  return { ...plain, descriptor: description, moreNames: [...named, ...standard, ...otherNames] };
}

function nameIdentifier(name: string, others: LanguageMap, uri: string | undefined): CitedIdentifier {
  const isTranslated = Object.keys(others).length > 0;
  return {
    code: name,
    ...(uri ? { uri } : {}),
    ...(isTranslated ? { translations: { code: [others] } } : {}),
  };
}
