import type { ObservedVariable, Resource } from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import type { Reading } from './reading.ts';
import { numberOfText, readLine, readString } from './values.ts';

/** The terms (`DP_Term`: a name, what kind of name, its address) in the properties of that name. */
function termsOf(parameter: XmlElement, property: string, reading: Reading) {
  return [...parameter.elements()]
    .filter(({ name }) => name === property)
    .flatMap((element) => [...element.elements()])
    .flatMap((term) => {
      const child = (name: string) => [...term.elements()].find((candidate) => candidate.name === name);
      const label = child('term');
      const names = label && readLine(label, reading);
      if (!names) return [];
      const type = child('type');
      const url = child('vocabularyTermURL') ?? child('localDefinition');
      return [
        {
          names,
          kind: type && [...type.elements()][0]?.attribute('codeListValue'),
          uri: url && readString(url),
        },
      ];
    });
}

/**
 * Data parameters of the Marine Community Profile (Australia, New Zealand): variables, each with its unit, and the
 * platform and instrument that it was measured with.
 */
export function readParameters(properties: readonly XmlElement[], model: Resource, reading: Reading): void {
  for (const property of properties) {
    for (const parameter of property.elements()) {
      const [name, ...others] = termsOf(parameter, 'parameterName', reading);
      if (!name) continue;
      const [unit] = termsOf(parameter, 'parameterUnits', reading);
      const short = [name, ...others].find(({ kind }) => kind === 'shortName' || kind === 'code');
      model.variables.push({
        names: name.names,
        ...(name.uri ? { uri: name.uri } : {}),
        ...(short && short !== name ? { shortName: Object.values(short.names)[0] } : {}),
        ...(unit ? { unit: Object.values(unit.names)[0] } : {}),
        ...(unit?.uri ? { unitUri: unit.uri } : {}),
        ...range(parameter, reading),
      });
      for (const { names, uri } of termsOf(parameter, 'platform', reading)) {
        addOnce(model.platforms, { names, ...(uri ? { uri } : {}) });
      }
      for (const { names, uri } of termsOf(parameter, 'parameterDeterminationInstrument', reading)) {
        addOnce(model.instruments, { names, ...(uri ? { uri } : {}) });
      }
    }
  }
}

function range(parameter: XmlElement, reading: Reading): Pick<ObservedVariable, 'minimum' | 'maximum'> {
  const number = (name: string) => {
    const element = parameter.child(name);
    return element && numberOfText(element.text, element, reading);
  };
  const minimum = number('parameterMinimumValue');
  const maximum = number('parameterMaximumValue');
  return {
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

function addOnce<T extends { names: Record<string, string> }>(list: T[], named: T): void {
  const same = JSON.stringify(named.names);
  if (!list.some(({ names }) => JSON.stringify(names) === same)) list.push(named);
}
