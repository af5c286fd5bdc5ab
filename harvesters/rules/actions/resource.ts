import { z } from 'zod';
import { accessRight, type NamedReference, recogniseNetwork, resourceTypes } from '#catalogue/model';
import { type Action, change, unchanged, withResource } from '../change.ts';
import { foldText } from '../text-test.ts';
import { saidText, webAddress } from './said.ts';

/** Says who may have access. */
export const setAccessRight = z.strictObject({
  do: z.literal('access-right'),
  right: accessRight,
  /** Also where the document says otherwise. */
  always: z.boolean().default(false),
});

export function compileAccessRight({ right, always }: z.infer<typeof setAccessRight>): Action {
  return (record) => {
    const { accessRight: said } = record.resource;
    if (said === right || (said !== undefined && !always)) return unchanged(record);
    return withResource(record, { accessRight: right }, [change('resource.accessRight', said, right)]);
  };
}

/** Says what kind of resource it is. */
export const setType = z.strictObject({ do: z.literal('resource-type'), type: z.enum(resourceTypes) });

export function compileType({ type }: z.infer<typeof setType>): Action {
  return (record) => {
    const { type: said } = record.resource;
    if (said === type) return unchanged(record);
    return withResource(record, { type }, [change('resource.type', said, type)]);
  };
}

/** Says which network or project it belongs to. */
export const addReference = z.strictObject({
  do: z.enum(['add-network', 'add-project']),
  name: saidText,
  uri: webAddress.optional(),
});

export function compileReference({ do: what, name, uri }: z.infer<typeof addReference>): Action {
  const field = what === 'add-network' ? 'networks' : 'projects';
  const known = field === 'networks' ? Object.values(name).map(recogniseNetwork).find(Boolean) : undefined;
  const added: NamedReference = { ...known, names: name, ...(uri ? { uri } : {}) };
  const wanted = new Set(Object.values(name).map(foldText));
  return (record) => {
    const list = record.resource[field];
    const isThere = list.some(
      (held) =>
        (added.uri !== undefined && held.uri === added.uri) ||
        Object.values(held.names).some((text) => wanted.has(foldText(text))),
    );
    if (isThere) return unchanged(record);
    const changes = [change(`resource.${field}[${list.length}]`, undefined, added)];
    return withResource(record, { [field]: [...list, added] }, changes);
  };
}
