import type { CatalogueRecord, Keyword } from '../../model/index.ts';
import { isAddress, oneLine, present, type Report } from '../reading/index.ts';
import { referenceOf } from './about.ts';
import { languageOf, mapOf, SchemaNode } from './node.ts';
import { sensorType } from './write-about.ts';

type Resource = CatalogueRecord['resource'];

/** Keywords as terms or texts. One text may hold several with commas or semicolons between; members of a list are not cut. */
export function keywordsOf(node: SchemaNode, language: string): Keyword[] {
  const values = node.all('keywords');
  const found = new Map<string, Keyword>();
  const add = (keyword: Keyword) => found.set(JSON.stringify([keyword.label, keyword.uri ?? '']), keyword);
  for (const value of values) {
    if (value instanceof SchemaNode) {
      const term = termOf(value, language);
      if (term) add(term);
      continue;
    }
    const tag = languageOf(value, language);
    for (const text of values.length === 1 ? value.text.split(/[;,]/) : [value.text]) {
      const word = oneLine(text);
      if (word !== '') add(isAddress(word) ? { label: {}, uri: word } : { label: { [tag]: word } });
    }
  }
  for (const term of node.nodes('about').filter((one) => one.is('DefinedTerm'))) {
    const keyword = termOf(term, language);
    if (keyword) add(keyword);
  }
  return [...found.values()];
}

function termOf(node: SchemaNode, language: string): Keyword | undefined {
  const label = mapOf(node.all('name', 'alternateName'), language);
  const uri = node.address;
  if (Object.keys(label).length === 0 && uri === undefined) return undefined;
  const [set] = node.all('inDefinedTermSet');
  const address =
    set &&
    (set instanceof SchemaNode ? set.address : isAddress(set.text.trim()) ? set.text.trim() : undefined);
  const title =
    set instanceof SchemaNode
      ? mapOf(set.all('name'), language)
      : set && address === undefined
        ? mapOf([set], language)
        : {};
  const isTold = address !== undefined || Object.keys(title).length > 0;
  return {
    label,
    ...(uri === undefined ? {} : { uri }),
    ...(isTold
      ? { thesaurus: { title, ...(address === undefined ? {} : { uri: address }), dates: [] } }
      : {}),
  };
}

/** Variables with unit, limits and the concept that they stand for. */
export function variablesOf(node: SchemaNode, language: string, report: Report): Resource['variables'] {
  return node.all('variableMeasured').flatMap((value) => {
    if (!(value instanceof SchemaNode)) {
      const text = oneLine(value.text);
      return [
        isAddress(text) ? { names: {}, uri: text } : { names: { [languageOf(value, language)]: text } },
      ];
    }
    const names = mapOf(value.all('name'), language);
    const properties = value.texts('propertyID').map(({ text }) => text.trim());
    const uri = properties.find(isAddress) ?? value.address;
    const identifier = properties.find((text) => !isAddress(text));
    if (Object.keys(names).length === 0 && uri === undefined) return [];
    const description = mapOf(value.all('description'), language);
    const number = (name: string) => {
      const [given] = value.texts(name);
      return given && report.number(given.text, given.place);
    };
    const unitCode = value.text('unitCode') ?? value.nodes('unitCode')[0]?.id;
    const told = {
      uri,
      identifier,
      shortName: value.text('alternateName'),
      unit: value.text('unitText') ?? (unitCode !== undefined && !isAddress(unitCode) ? unitCode : undefined),
      unitUri: unitCode !== undefined && isAddress(unitCode) ? unitCode : undefined,
      method:
        value.text('measurementTechnique', 'measurementMethod') ??
        value.nodes('measurementTechnique')[0]?.text('name'),
      minimum: number('minValue'),
      maximum: number('maxValue'),
    };
    return [
      {
        names,
        ...(Object.keys(description).length > 0 ? { description } : {}),
        ...present(told),
      },
    ];
  });
}

/** Registers of devices: who names a technique from there names an instrument. */
const deviceRegister = /vocab\.nerc\.ac\.uk\/collection\/(L05|L22|B76)\/|\/sensor|instrument/i;

/** measurementTechnique holds instruments and methods alike: a sensor, or what a register of devices lists, is one. */
export function techniquesOf(
  node: SchemaNode,
  language: string,
): Pick<Resource, 'instruments' | 'measurementTechniques'> {
  const instruments: Resource['instruments'] = [];
  const measurementTechniques: Resource['measurementTechniques'] = [];
  for (const value of node.all('measurementTechnique')) {
    const text = value instanceof SchemaNode ? '' : value.text.trim();
    const reference =
      value instanceof SchemaNode
        ? referenceOf(value, language)
        : isAddress(text)
          ? { names: {}, uri: text }
          : { names: mapOf([value], language) };
    if (!reference) continue;
    const isSensor = value instanceof SchemaNode && value.text('additionalType') === sensorType;
    if (isSensor || (reference.uri !== undefined && deviceRegister.test(reference.uri)))
      instruments.push(reference);
    else measurementTechniques.push(reference);
  }
  return { instruments, measurementTechniques };
}
