import { z } from 'zod';
import { type Constraints, type Licence, localise, recogniseLicence } from '#catalogue/model';
import { type Action, change, isIso, unchanged, withResource } from '../change.ts';

/** Gives a licence to what names none. */
export const defaultLicence = z.strictObject({
  do: z.literal('default-licence'),
  /** Address or SPDX id of a licence that is known here. */
  licence: z.string().refine((text) => recogniseLicence(text) !== undefined, {
    message: 'This licence is not known here.',
    params: {
      remedy:
        'Give the address of a licence, such as https://creativecommons.org/licenses/by/4.0/, or its SPDX id.',
    },
  }),
});

export function compileDefaultLicence({ licence: text }: z.infer<typeof defaultLicence>): Action {
  const licence = recogniseLicence(text);
  return (record, about) => {
    const { licences, distributions, constraints } = record.resource;
    const isLicensed = licences.length > 0 || distributions.some((link) => link.licence !== undefined);
    if (!licence || isLicensed) return unchanged(record);
    const said = { licences: [licence] };
    const changes = [change('resource.licences', undefined, licence.uri ?? licence.id ?? text)];
    if (!isIso(about)) return withResource(record, said, changes);
    const block = legalConstraint(licence, record.language);
    return withResource(record, { ...said, constraints: [...constraints, block] }, [
      ...changes,
      change(`resource.constraints[${constraints.length}]`, undefined, block),
    ]);
  };
}

/**
 * ISO has no place for a licence but a constraint: what it is read as again must stand there, or the licence could not be
 * patched into the document of the source.
 */
function legalConstraint({ title, uri }: Licence, language = 'und'): Constraints {
  const words = localise(title, language, 'en')?.text ?? uri ?? '';
  return {
    kind: 'legal',
    useLimitations: [],
    accessConstraints: [],
    useConstraints: ['license'],
    otherConstraints: [{ text: { [language]: words }, ...(uri ? { uri } : {}) }],
  };
}
