import type { LanguageMap, Scope } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, many } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { readLine } from '../values.ts';
import type { Writing } from '../writing.ts';
import { extents } from './extent.ts';

/** MD_ScopeDescription: what is meant, in words; what kind of thing the words name is left to them. */
export const scopeDescription = table<{ text?: LanguageMap | undefined }>()('scopeDescription', () => ({}), {
  dataset: { read: readWords, write: () => [] },
  other: {
    read: readWords,
    write: ({ text }, writing) => {
      const written = text && writing.text(text);
      return written ? [written] : [];
    },
  },
});

function readWords(
  properties: readonly XmlElement[],
  model: { text?: LanguageMap | undefined },
  reading: Reading,
) {
  for (const property of properties) model.text ??= readLine(property, reading);
}

const descriptionKind = {
  read(property: XmlElement, reading: Reading): LanguageMap | undefined {
    const found = reading.classElement(property);
    return found && reading.object(scopeDescription, found).text;
  },
  write: (text: LanguageMap, writing: Writing) => ({
    children: [writing.object(scopeDescription, { text })],
  }),
};

export const descriptions = many('descriptions', descriptionKind);

/** Extents under keys that are absent where nothing is told. */
export const someExtents: Field<Pick<Scope, 'spatialExtents' | 'temporalExtents' | 'verticalExtents'>> = {
  read(properties, model, reading) {
    const found = { spatialExtents: [], temporalExtents: [], verticalExtents: [] };
    extents.read(properties, found, reading);
    if (found.spatialExtents.length > 0) model.spatialExtents = found.spatialExtents;
    if (found.temporalExtents.length > 0) model.temporalExtents = found.temporalExtents;
    if (found.verticalExtents.length > 0) model.verticalExtents = found.verticalExtents;
  },
  write: ({ spatialExtents = [], temporalExtents = [], verticalExtents = [] }, writing) =>
    extents.write({ spatialExtents, temporalExtents, verticalExtents }, writing),
};

/** MD_Scope, DQ_Scope */
export const scope = table<Scope>()('scope', () => ({ descriptions: [] }), {
  level: code('level', codelists.scope),
  extent: someExtents,
  description: descriptions,
});

/** Whether a scope says more than nothing. */
export const isScoped = (told: Scope) =>
  told.level !== undefined ||
  told.descriptions.length > 0 ||
  told.spatialExtents !== undefined ||
  told.temporalExtents !== undefined ||
  told.verticalExtents !== undefined;
