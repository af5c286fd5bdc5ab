import type { JsonObject } from '../../json/index.ts';
import { type CatalogueRecord, localise, recogniseLicence } from '../../model/index.ts';

type Resource = CatalogueRecord['resource'];

/** Licences by address: canonical, SPDX, or by name where there is none. */
export function licences(resource: Resource, language: string): string[] {
  return resource.licences.flatMap(({ id, uri, title }) => {
    // Our own identifiers are written in lower case; those of SPDX are registered there.
    const registered = id !== undefined && /[A-Z]/.test(id) ? `https://spdx.org/licenses/${id}` : undefined;
    return uri ?? registered ?? localise(title, language)?.text ?? [];
  });
}

/** Conditions and limitations in words, but those that only name a licence; codes of restrictions have no place. */
export function usageInfo(resource: Resource, language: string, losses: string[]): JsonObject[] {
  return resource.constraints.flatMap((block) => {
    if (block.accessConstraints.length > 0) losses.push('constraints.accessConstraints');
    if (block.useConstraints.length > 0) losses.push('constraints.useConstraints');
    return [...block.useLimitations, ...block.otherConstraints].flatMap(({ text, uri }) => {
      const words = localise(text, language)?.text;
      const licence = recogniseLicence(words ?? '', uri);
      const isLicence = resource.licences.some(({ id }) => id !== undefined && id === licence?.id);
      if (words === undefined && (uri === undefined || isLicence)) return [];
      return [
        {
          '@type': 'CreativeWork',
          ...(words === undefined ? {} : { description: words }),
          ...(uri === undefined ? {} : { url: uri }),
        },
      ];
    });
  });
}
