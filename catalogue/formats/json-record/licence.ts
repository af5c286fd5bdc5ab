import type { JsonObject } from '../../json/index.ts';
import { type CatalogueRecord, localise } from '../../model/index.ts';

type Resource = CatalogueRecord['resource'];

/** Licences that SPDX registers: those of our table and Creative Commons with a version, but not its national ports. */
const registered =
  /^(CC0-1\.0|CC-BY(-NC)?(-ND|-SA)?-\d\.\d|etalab-2\.0|PDDL-1\.0|ODbL-1\.0|ODC-By-1\.0|OGL-UK-[123]\.0|OGL-Canada-2\.0|DL-DE-BY-2\.0|DL-DE-ZERO-2\.0|NLOD-[12]\.0|Apache-2\.0|MIT|GPL-[23]\.0(-only|-or-later)|EUPL-1\.[12])$/i;

/**
 * The licence as STAC and OGC API Records say it: one SPDX identifier, else `other`, with a link to each licence.
 * @returns `id` is absent where no licence is known
 */
export function licenceOf(resource: Resource, language: string): { id?: string; links: JsonObject[] } {
  const { licences } = resource;
  const [only] = licences;
  const links = licences.flatMap(({ uri, title }) => {
    const name = localise(title, language)?.text;
    return uri === undefined
      ? []
      : [{ rel: 'license', href: uri, ...(name === undefined ? {} : { title: name }) }];
  });
  if (only === undefined) return { links };
  const isOne = licences.length === 1 && only.id !== undefined && registered.test(only.id);
  return { id: isOne ? (only.id ?? 'other') : 'other', links };
}
