import type { Constraints } from '../../../model/index.ts';
import { words } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import {
  code,
  codes,
  line,
  many,
  object,
  objectKind,
  prose,
  readOnly,
  some,
  string,
  told,
} from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { anchorOf, readProse } from '../values.ts';
import type { Content, Writing } from '../writing.ts';
import { citation, isCited, someParties } from './citation.ts';
import { graphicKind } from './graphic.ts';
import { isScoped, scope } from './scope.ts';

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
  scope: object('scope', scope, isScoped),
  graphic: some('graphics', graphicKind),
  reference: some('references', objectKind(citation, isCited)),
  responsibleParty: someParties('responsibilities'),
  accessConstraints: codes('accessConstraints', codelists.restriction),
  useConstraints: codes('useConstraints', codelists.restriction),
  otherConstraints: {
    read: many('otherConstraints', anchoredText).read,
    write({ otherConstraints, references }, writing) {
      // ISO 19115-1 cites the licence; the older standard has only its text.
      const cited = writing.says('constraintBlock', 'reference') ? [] : (references ?? []);
      const texts = cited.map(({ titles, url }) => ({ text: titles, ...(url ? { uri: url } : {}) }));
      return told([...otherConstraints, ...texts].map((one) => anchoredText.write(one, writing)));
    },
  },
  licence: readOnly(many('otherConstraints', anchoredText).read),
  classification: code('classification', codelists.classification),
  userNote: prose('userNote'),
  classificationSystem: string('classificationSystem'),
  handlingDescription: line('handlingDescription'),
});

const kindOf: Readonly<Record<string, Constraints['kind']>> = words({
  MD_LegalConstraints: 'legal',
  MD_SecurityConstraints: 'security',
});
/** The class that has the properties which a block uses, whatever its kind. */
function classOf(block: Constraints, writing: Writing) {
  const { kind, classification, accessConstraints, useConstraints, otherConstraints, references } = block;
  if (classification !== undefined || kind === 'security') return 'MD_SecurityConstraints';
  const cited = writing.says('constraintBlock', 'reference') ? 0 : (references ?? []).length;
  const isLegal = accessConstraints.length + useConstraints.length + otherConstraints.length + cited > 0;
  return isLegal || kind === 'legal' ? 'MD_LegalConstraints' : 'MD_Constraints';
}

/** No class has both legal and security properties: such a block is written as two. */
function separate(block: Constraints, writing: Writing): Constraints[] {
  const { accessConstraints, useConstraints, otherConstraints, references = [] } = block;
  const cited = writing.says('constraintBlock', 'reference') ? 0 : references.length;
  const legal = accessConstraints.length + useConstraints.length + otherConstraints.length + cited;
  if (legal === 0 || (block.classification === undefined && block.kind !== 'security')) return [block];
  const open: Constraints = { ...block, kind: 'legal' };
  for (const key of ['classification', 'userNote', 'classificationSystem', 'handlingDescription'] as const)
    delete open[key];
  return [
    open,
    {
      kind: 'security',
      useLimitations: [],
      accessConstraints: [],
      useConstraints: [],
      otherConstraints: [],
      ...(block.classification ? { classification: block.classification } : {}),
      ...(block.userNote ? { userNote: block.userNote } : {}),
      ...(block.classificationSystem ? { classificationSystem: block.classificationSystem } : {}),
      ...(block.handlingDescription ? { handlingDescription: block.handlingDescription } : {}),
    },
  ];
}

const blockKind = {
  read(property: XmlElement, reading: Reading): Constraints[] {
    return [...property.elements()].flatMap((element) => {
      const kind = kindOf[reading.className(element)] ?? 'general';
      const block = reading.into(constraintBlock, element, { ...emptyConstraints(), kind });
      const isTold = Object.values(block).some((value) =>
        Array.isArray(value) ? value.length > 0 : value !== kind,
      );
      return isTold ? [block] : [];
    });
  },
  write(block: Constraints, writing: Writing): Content {
    const name = classOf(block, writing);
    const written = writing.object(constraintBlock, block);
    const [prefix] = written.name.split(':');
    // A security class without classification would not be valid.
    const children =
      name === 'MD_SecurityConstraints'
        ? written.children
        : written.children.filter(
            (child) => typeof child === 'string' || !/:classification$/.test(child.name),
          );
    return { children: [{ ...written, children, name: `${prefix}:${name}` }] };
  },
};

/** Blocks of constraints; empty ones are left out. */
export const constraints = <K extends 'constraints' | 'metadataConstraints'>(
  key: K,
): Field<{ [P in K]: Constraints[] }> => ({
  read(properties, model, reading) {
    for (const property of properties) model[key].push(...blockKind.read(property, reading));
  },
  write: (model, writing) =>
    model[key].flatMap((block) => separate(block, writing)).map((block) => blockKind.write(block, writing)),
});
