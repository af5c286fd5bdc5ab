import { z } from 'zod';
import { accessKinds } from '#catalogue/model';
import { type Action, editEach, unchanged, withResource } from '../change.ts';
import { compileTextTest, textTest } from '../text-test.ts';
import { asRead, isSame, saidText } from './said.ts';

/** Says what a link is. */
export const link = z
  .strictObject({
    do: z.literal('link'),
    url: textTest,
    /** As Cat-Interop names it, such as `OGC:WMS` or `OPeNDAP:OPeNDAP`. */
    protocol: z.string().min(1).max(100).optional(),
    kind: z.enum(accessKinds).optional(),
    name: saidText.optional(),
  })
  .refine(({ protocol, kind, name }) => protocol ?? kind ?? name, {
    message: 'The rule changes nothing.',
    params: { remedy: 'Give the "protocol" of the link, its "kind" or its "name".' },
  });

export function compileLink({ url: asked, protocol, kind, name: words }: z.infer<typeof link>): Action {
  const test = compileTextTest(asked);
  return (record, about) => {
    const name = words && asRead(words, record, about);
    const { list, changes } = editEach(record.resource.distributions, 'resource.distributions', (given) => {
      const isDone =
        (protocol === undefined || given.protocol === protocol) &&
        (kind === undefined || given.kind === kind) &&
        (name === undefined || isSame(given.names, name));
      if (isDone || !test(given.url)) return given;
      return {
        ...given,
        // The word of the document said otherwise: writers must not prefer it.
        ...(protocol === undefined ? {} : { protocol, protocolAsGiven: protocol }),
        ...(kind === undefined ? {} : { kind }),
        ...(name === undefined ? {} : { names: name }),
      };
    });
    return changes.length === 0 ? unchanged(record) : withResource(record, { distributions: list }, changes);
  };
}

/** Takes links away. */
export const dropLink = z.strictObject({ do: z.literal('drop-link'), url: textTest });

export function compileDropLink({ url: asked }: z.infer<typeof dropLink>): Action {
  const test = compileTextTest(asked);
  return (record) => {
    const { list, changes } = editEach(record.resource.distributions, 'resource.distributions', (given) =>
      test(given.url) ? null : given,
    );
    return changes.length === 0 ? unchanged(record) : withResource(record, { distributions: list }, changes);
  };
}
