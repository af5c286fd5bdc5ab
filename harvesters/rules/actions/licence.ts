import { z } from 'zod';
import { recogniseLicence } from '#catalogue/model';
import { type Action, change, unchanged, withResource } from '../change.ts';

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
  return (record) => {
    const { licences, distributions } = record.resource;
    const isLicensed = licences.length > 0 || distributions.some((link) => link.licence !== undefined);
    if (!licence || isLicensed) return unchanged(record);
    return withResource(record, { licences: [licence] }, [
      change('resource.licences', undefined, licence.uri ?? licence.id ?? text),
    ]);
  };
}
