import { z } from 'zod';
import {
  accessRight,
  type Constraints,
  type Keyword,
  type NamedReference,
  recogniseNetwork,
  resourceTypes,
} from '#catalogue/model';
import { type Action, change, isIso, unchanged, withResource } from '../change.ts';
import { foldText } from '../text-test.ts';
import { asRead, saidText, webAddress } from './said.ts';

/** Says who may have access. */
export const setAccessRight = z.strictObject({
  do: z.literal('access-right'),
  right: accessRight,
  /** Also where the document says otherwise. */
  always: z.boolean().default(false),
});

export function compileAccessRight({ right, always }: z.infer<typeof setAccessRight>): Action {
  return (record, about) => {
    const { accessRight: said, constraints } = record.resource;
    if (said === right || (said !== undefined && !always)) return unchanged(record);
    const changes = [change('resource.accessRight', said, right)];
    if (!isIso(about)) return withResource(record, { accessRight: right }, changes);
    // Whoever reads ISO takes the first constraint that speaks of access.
    const block = accessConstraint(right, record.language);
    return withResource(record, { accessRight: right, constraints: [block, ...constraints] }, [
      ...changes,
      change('resource.constraints[0]', undefined, block),
    ]);
  };
}

/** How ISO documents say it, which have no place of its own for it: the code of INSPIRE, or of OpenAIRE. */
const accessStatements = {
  open: [
    'no limitations to public access',
    'http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations',
  ],
  embargoed: ['embargoed access', 'info:eu-repo/semantics/embargoedAccess'],
  restricted: ['restricted access', 'info:eu-repo/semantics/restrictedAccess'],
  'metadata-only': ['metadata only access', 'info:eu-repo/semantics/closedAccess'],
} as const;

function accessConstraint(right: keyof typeof accessStatements, language = 'und'): Constraints {
  const [words, uri] = accessStatements[right];
  return {
    kind: 'legal',
    useLimitations: [],
    accessConstraints: ['otherRestrictions'],
    useConstraints: [],
    otherConstraints: [{ text: { [language]: words }, uri }],
  };
}

/** Says what kind of resource it is. */
export const setType = z.strictObject({ do: z.literal('resource-type'), type: z.enum(resourceTypes) });

/** Types that ISO has a scope code of the same name for. */
const scopeCodes = ['dataset', 'series', 'service', 'software', 'feature', 'model'];

export function compileType({ type }: z.infer<typeof setType>): Action {
  return (record, about) => {
    const { type: said, typeAsGiven: _word, ...rest } = record.resource;
    if (said === type) return unchanged(record);
    // The document's own word would be written rather than ours.
    const word = isIso(about) && scopeCodes.includes(type) ? { typeAsGiven: type } : {};
    return {
      record: { ...record, resource: { ...rest, type, ...word } },
      changes: [change('resource.type', said, type)],
    };
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
  const wanted = new Set([...Object.values(name), ...Object.values(known?.names ?? {})].map(foldText));
  return (record, about) => {
    const list = record.resource[field];
    const isThere = list.some(
      (held) =>
        (added.uri !== undefined && held.uri === added.uri) ||
        Object.values(held.names).some((text) => wanted.has(foldText(text))),
    );
    if (isThere) return unchanged(record);
    const names = asRead(name, record, about);
    // A network that is known is called as readers call it.
    const one = known ? { ...added, names: known.names } : { ...added, names };
    const said = { [field]: [...list, one] };
    const changes = [change(`resource.${field}[${list.length}]`, undefined, one)];
    if (!isIso(about)) return withResource(record, said, changes);
    // ISO names projects and networks by keywords only.
    const { keywords } = record.resource;
    const word: Keyword = {
      label: names,
      ...(field === 'projects' ? { type: 'project' } : {}),
      ...(uri ? { uri } : {}),
    };
    return withResource(record, { ...said, keywords: [...keywords, word] }, [
      ...changes,
      change(`resource.keywords[${keywords.length}]`, undefined, word),
    ]);
  };
}
