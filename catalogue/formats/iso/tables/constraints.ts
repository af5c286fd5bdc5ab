import type { Constraints } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, codes, line, many, prose, readOnly, string } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { anchorOf, readProse } from '../values.ts';
import type { Writing } from '../writing.ts';
import { citation, isCited } from './citation.ts';

type ConstraintText = Constraints['useLimitations'][number];

const anchoredText = {
  read(property: XmlElement, reading: Reading): ConstraintText | undefined {
    const text = readProse(property, reading);
    const uri = anchorOf(property);
    if (!text && !uri) return undefined;
    return { text: text ?? {}, ...(uri ? { uri } : {}) };
  },
  write: ({ text, uri }: ConstraintText, writing: Writing) =>
    Object.keys(text).length > 0 ? writing.text(text, uri) : uri ? writing.string(uri, uri) : undefined,
};

const emptyConstraints = (): Constraints => ({
  kind: 'general',
  useLimitations: [],
  accessConstraints: [],
  useConstraints: [],
  otherConstraints: [],
});

/** MD_Constraints, MD_LegalConstraints, MD_SecurityConstraints: each with the properties that it has. */
export const constraintBlock = table<Constraints>()('constraintBlock', emptyConstraints, {
  useLimitation: many('useLimitations', anchoredText),
  reference: readOnly((properties, model, reading) => {
    // ISO 19115-1 cites the licence; the older standard has only its text, so it reads as one.
    for (const property of properties) {
      const element = reading.classElement(property);
      const cited = element && reading.object(citation, element);
      if (cited && isCited(cited)) {
        model.otherConstraints.push({ text: cited.titles, ...(cited.url ? { uri: cited.url } : {}) });
      }
    }
  }),
  accessConstraints: codes('accessConstraints', codelists.restriction),
  useConstraints: codes('useConstraints', codelists.restriction),
  otherConstraints: many('otherConstraints', anchoredText),
  licence: readOnly(many('otherConstraints', anchoredText).read),
  classification: code('classification', codelists.classification),
  userNote: prose('userNote'),
  classificationSystem: string('classificationSystem'),
  handlingDescription: line('handlingDescription'),
});

const kindOf: Readonly<Record<string, Constraints['kind']>> = {
  MD_LegalConstraints: 'legal',
  MD_SecurityConstraints: 'security',
};
/** The class that has the properties which a block uses, whatever its kind. */
function classOf({ kind, classification, accessConstraints, useConstraints, otherConstraints }: Constraints) {
  if (classification !== undefined) return 'MD_SecurityConstraints';
  const isLegal = accessConstraints.length + useConstraints.length + otherConstraints.length > 0;
  return isLegal || kind === 'legal' ? 'MD_LegalConstraints' : 'MD_Constraints';
}

/** No class has both legal and security properties: such a block is written as two. */
function separate(block: Constraints): Constraints[] {
  const { accessConstraints, useConstraints, otherConstraints } = block;
  const legal = accessConstraints.length + useConstraints.length + otherConstraints.length;
  if (block.classification === undefined || legal === 0) return [block];
  const open: Constraints = { ...block };
  for (const key of ['classification', 'userNote', 'classificationSystem', 'handlingDescription'] as const)
    delete open[key];
  return [
    open,
    { ...block, useLimitations: [], accessConstraints: [], useConstraints: [], otherConstraints: [] },
  ];
}

/** Blocks of constraints; empty ones are left out. */
export const constraints: Field<{ constraints: Constraints[] }> = {
  read(properties, model, reading) {
    for (const property of properties) {
      for (const element of property.elements()) {
        const kind = kindOf[reading.className(element)] ?? 'general';
        const block = reading.into(constraintBlock, element, { ...emptyConstraints(), kind });
        if (
          Object.values(block).some((value) => (Array.isArray(value) ? value.length > 0 : value !== kind))
        ) {
          model.constraints.push(block);
        }
      }
    }
  },
  write: ({ constraints: blocks }, writing) =>
    blocks.flatMap(separate).map((block) => {
      const written = writing.object(constraintBlock, block);
      const [prefix] = written.name.split(':');
      return { children: [{ ...written, name: `${prefix}:${classOf(block)}` }] };
    }),
};
