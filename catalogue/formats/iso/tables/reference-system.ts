import type { ReferenceSystem } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, one } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { table } from '../table.ts';
import type { Writing } from '../writing.ts';
import { type IdentifierParts, identifierParts, writeIdentifier } from './citation.ts';

type Parts = { identifier?: IdentifierParts | undefined; type?: string | undefined };

/** MD_ReferenceSystem, MD_CRS */
export const referenceSystem = table<Parts>()('referenceSystem', () => ({}), {
  identifier: one('identifier', {
    read(property: XmlElement, reading: Reading): IdentifierParts | undefined {
      const found = reading.classElement(property);
      return found && reading.object(identifierParts, found);
    },
    write: (parts: IdentifierParts, writing: Writing) => ({
      children: [writeIdentifier(parts, writing, true)],
    }),
  }),
  type: code('type', codelists.referenceSystemType),
});

/** A reference system by its identifier. */
export const referenceSystemKind = {
  read(property: XmlElement, reading: Reading): ReferenceSystem | undefined {
    const found = reading.classElement(property);
    if (!found) return undefined;
    const { identifier, type } = reading.object(referenceSystem, found);
    if (!identifier?.code) return undefined;
    const { code: known, description, ...rest } = identifier;
    return { ...rest, code: known, ...(description ? { name: description } : {}), ...(type ? { type } : {}) };
  },
  write: ({ name, type, ...parts }: ReferenceSystem, writing: Writing) => ({
    children: [writing.object(referenceSystem, { identifier: { ...parts, description: name }, type })],
  }),
};
