import { normaliseLanguage, parsePartyIdentifier, readDate } from '#catalogue/model';
import type { XmlAttribute, XmlElement } from '#catalogue/xml';

/** One value of a document and where it stands: class and property names from the root, without prefixes. */
export type Occurrence = { path: string; value: string };

/** Elements that hold a value of a property: which of them does says nothing more. */
const values =
  /^(CharacterString|Anchor|LocalName|ScopedName|GenericName|Boolean|Integer|Real|Decimal|Date|DateTime|Distance|Length|Measure|Angle|URL|MimeFileType|FileName|RecordType|Record|TM_PeriodDuration|Binary|LanguageCode|Country|CountryCode|TypeName|UomLength|DCPList)$/;

/** Classes that another edition or extension names otherwise; kinds of grid, band and image stay apart. */
const sameClass: readonly (readonly [RegExp, string])[] = [
  [
    /^(MI|LE|LI|RS|DQ|SDN)_(?=(Metadata|Identifier|Lineage|ProcessStep|Source|Band|CoverageDescription|ImageDescription|Georectified|Georeferenceable|DataIdentification|Scope)$)/,
    'MD_',
  ],
];

/**
 * Places that mean the same: what a distributor offers is the resource's to be had, whoever offers it; a format is the
 * data's wherever it is told; a reference by UUID is a citation by that identifier.
 */
const samePlace: readonly (readonly [RegExp, string])[] = [
  [/\/distributor\/MD_Distributor\/distributorTransferOptions\//, '/transferOptions/'],
  [/\/distributor\/MD_Distributor\/distributorFormat\//, '/distributionFormat/'],
  [/\/distributionFormat\/MD_Format\/formatDistributor\/MD_Distributor\//, '/distributor/MD_Distributor/'],
  [/\/distributor\/MD_Distributor\/distributorTransferOptions\//, '/transferOptions/'],
  [/\/identificationInfo\/\w+\/resourceFormat\//, '/distributionInfo/MD_Distribution/distributionFormat/'],
  [/\/(parentMetadata|metadataReference)\/@uuidref$/, '/$1/CI_Citation/identifier/MD_Identifier/code'],
  [/\/operatesOn\/@href$/, '/operatesOn/@uuidref'],
  // A link of a citation is where the title is anchored to.
  [/\/CI_Citation\/onlineResource\/CI_OnlineResource\/linkage$/, '/CI_Citation/title/@href'],
  [/\/MD_ScopeDescription\/dataset$/, '/MD_ScopeDescription/other'],
  [/\/TimeInstant\//, '/TimePeriod/'],
  [/\/SV_ServiceIdentification\/keywords\//, '/SV_ServiceIdentification/descriptiveKeywords/'],
  [/\/SV_ServiceIdentification\/restrictions\//, '/SV_ServiceIdentification/resourceConstraints/'],
];

/** Attributes whose value says something that the element's text does not. */
const telling = new Set(['href', 'uuidref', 'uom', 'indeterminatePosition', 'unit']);

/** GML geometries: one value each, however the positions are written. */
const geometry =
  /^(Point|MultiPoint|LineString|Curve|MultiCurve|MultiLineString|Polygon|MultiPolygon|Surface|MultiSurface|MultiGeometry|Envelope)$/;

/** Every value of a document, in document order. An element of a code list is its code; translations are values too. */
export function occurrencesOf(root: XmlElement): Occurrence[] {
  const found: Occurrence[] = [];
  visit(root, '', found, '');
  return found;
}

function visit(element: XmlElement, above: string, found: Occurrence[], main: string): void {
  const isValue = values.test(element.name) || element.attribute('codeListValue') !== undefined;
  const path = isValue ? above : `${above}/${nameOf(element)}`;
  if (geometry.test(element.name) && element.namespace.startsWith('http://www.opengis.net/gml')) {
    add(found, above, numbersOf(element.text));
    return;
  }
  // An address that is the text itself, or stands in two attributes, is told once.
  const said = new Set([element.text.trim()]);
  for (const attribute of element.attributes) {
    const isTelling =
      telling.has(attribute.name) || (attribute.name === 'type' && element.name === 'MimeFileType');
    if (!isTelling || said.has(attribute.value.trim())) continue;
    said.add(attribute.value.trim());
    add(found, `${path}/@${attribute.name}`, attributeValue(attribute, path));
  }
  const code = element.attribute('codeListValue');
  const texts = element.children.filter((child) => typeof child === 'string');
  const text = texts.join('').replace(/\s+/g, ' ').trim();
  const value = code?.trim() ? codeValue(element.name, code, text) : spelling(text, path);
  // A translation that repeats the text of the main language says nothing.
  if (element.name === 'timePosition') {
    // An instant is a period whose ends are the same.
    add(found, path.replace(/timePosition$/, 'beginPosition'), value);
    add(found, path.replace(/timePosition$/, 'endPosition'), value);
  } else if (element.name !== 'LocalisedCharacterString' || value !== main) add(found, path, value);
  const own = element.child('CharacterString') ?? element.child('Anchor');
  const below = own ? spelling(own.text.replace(/\s+/g, ' ').trim(), path) : main;
  for (const child of element.children) if (typeof child !== 'string') visit(child, path, found, below);
}

function add(found: Occurrence[], path: string, value: string): void {
  if (value === '') return;
  let place = path;
  for (const [pattern, same] of samePlace) place = place.replace(pattern, same);
  found.push({ path: place, value });
}

function nameOf(element: XmlElement): string {
  const type = element
    .attribute('isoType')
    ?.replace(/^.*:/, '')
    .replace(/_Type$/, '');
  let name = type ?? element.name;
  for (const [pattern, same] of sameClass) name = name.replace(pattern, same);
  return name;
}

/** The order of axes depends on the reference system, and rings may be written by position or by list. */
const numbersOf = (text: string) =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number)
    .sort((one, other) => one - other)
    .join(' ');

function attributeValue({ name, value }: XmlAttribute, path: string): string {
  const plain = value.replace(/\s+/g, ' ').trim();
  if (name === 'uom') return plain.replace(/^.*[#:/](?=.)/, '');
  // ORCID, ROR and EDMO have several addresses for the same.
  if (name === 'href' && /(individual|organisation)Name$|partyIdentifier/.test(path))
    return parsePartyIdentifier(plain).uri ?? plain;
  return plain.replaceAll(' ', '%20');
}

function codeValue(list: string, code: string, text: string): string {
  if (list === 'LanguageCode') return normaliseLanguage(code) ?? code.toLowerCase();
  // The North American profile writes numbers, and the word beside them.
  const word = /^RI_\d+$/.test(code) ? (text.split(';')[0] ?? code) : code;
  return word
    .replace(/^.*[#/]/, '')
    .replace(/^[A-Z]{2}_\w+Code_(?=\w)/, '')
    .toLowerCase()
    .replace(/[\s_-]/g, '')
    .replace(/^datacenter$/, 'datacentre');
}

/** Numbers, dates and languages have several spellings. */
function spelling(text: string, path: string): string {
  if (/\/(language|languageCode)$/.test(path)) return normaliseLanguage(text) ?? text;
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) return String(Number(text));
  if (/^\d{4}-?\d\d/.test(text)) return readDate(text).date ?? text;
  return text;
}
