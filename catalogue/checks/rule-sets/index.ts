import type { RuleSet } from '../rule.ts';
import { emodnetBiologyRules, emodnetChemistryRules, emodnetPhysicsRules } from './emodnet.ts';
import { glodapRules } from './glodap.ts';
import { haloclineRules } from './halocline.ts';
import { inspireRules } from './inspire.ts';
import {
  croissantRules,
  dataciteRules,
  dcatApRules,
  oaiDcRules,
  roCrateRules,
  schemaOrgRules,
} from './publication.ts';
import { socatRules } from './socat.ts';

/** Names of the rule sets, the baseline first. */
export const ruleSetNames = [
  'halocline',
  'inspire',
  'datacite',
  'dcat-ap',
  'schema-org',
  'oai-dc',
  'croissant',
  'ro-crate',
  'socat',
  'glodap',
  'emodnet-physics',
  'emodnet-chemistry',
  'emodnet-biology',
] as const;
export type RuleSetName = (typeof ruleSetNames)[number];

/** Every rule set by name. */
export const ruleSets: Readonly<Record<RuleSetName, RuleSet>> = {
  halocline: haloclineRules,
  inspire: inspireRules,
  datacite: dataciteRules,
  'dcat-ap': dcatApRules,
  'schema-org': schemaOrgRules,
  'oai-dc': oaiDcRules,
  croissant: croissantRules,
  'ro-crate': roCrateRules,
  socat: socatRules,
  glodap: glodapRules,
  'emodnet-physics': emodnetPhysicsRules,
  'emodnet-chemistry': emodnetChemistryRules,
  'emodnet-biology': emodnetBiologyRules,
};
