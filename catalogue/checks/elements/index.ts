import { accessElements } from './access-elements.ts';
import { coverageElements } from './coverage-elements.ts';
import { identificationElements } from './identification-elements.ts';
import { metadataElements } from './metadata-elements.ts';
import { observationElements } from './observation-elements.ts';
import { partyElements } from './party-elements.ts';

export { says } from './element.ts';

/** Everything that rules ask for by name. */
export const elements = {
  ...metadataElements,
  ...identificationElements,
  ...partyElements,
  ...accessElements,
  ...coverageElements,
  ...observationElements,
};
export type ElementName = keyof typeof elements;

/** Names of the elements, for whoever chooses among them. */
export const elementNames: readonly ElementName[] = Object.keys(elements).filter(
  (name): name is ElementName => Object.hasOwn(elements, name),
);
