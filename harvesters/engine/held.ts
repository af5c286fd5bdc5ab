import type { KnownRecord } from '#ledger';
import type { Interpreter } from './document-reader.ts';

/** Whether just this document, read by just these readers and rules, is held. */
export function isHeld(
  held: KnownRecord | undefined,
  hash: string,
  interpreter: Pick<Interpreter, 'name'>,
): boolean {
  return (
    held !== undefined &&
    !held.deleted &&
    held.documentHash === hash &&
    held.interpretation === interpreter.name
  );
}
