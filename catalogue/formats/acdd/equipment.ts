import { type CatalogueRecord, localise, type NamedReference, recogniseNetwork } from '../../model/index.ts';
import { isAddress } from '../reading/index.ts';
import type { Attributes } from './attributes.ts';
import type { Header } from './header.ts';
import { listOf } from './lists.ts';

type Resource = CatalogueRecord['resource'];

/** Platforms by name, or by the variable that holds what is known of them (NCEI templates, IOOS metadata profile). */
export function platformsOf(header: Header, language: string): Resource['platforms'] {
  const { attributes } = header;
  const code = attributes.text('wmo_platform_code', 'platform_code', 'wmo_id');
  const name = attributes.text('platform_name', 'site_name', 'station_name');
  const listed = containers(header, 'platform', language);
  if (name === undefined && code === undefined) return listed;
  const known = name ?? (listed.length === 1 ? localise(listed[0]?.names ?? {})?.text : undefined) ?? code;
  const own = {
    names: known === undefined ? {} : { [language]: known },
    ...(code === undefined ? {} : { identifier: code }),
  };
  return listed.length > 1 ? [own, ...listed] : [{ ...listed[0], ...own }];
}

/** Instruments, in the same two ways; `sensor` is GHRSST's word. */
export function instrumentsOf(header: Header, language: string): Resource['instruments'] {
  const found = [...containers(header, 'instrument', language), ...containers(header, 'sensor', language)];
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

function containers({ attributes, variables }: Header, name: string, language: string): NamedReference[] {
  return listOf(attributes.text(name) ?? '').flatMap((word) => {
    const told = word.replace(/[\s-]+$/, '');
    const container = variables.find((variable) => variable.name === told)?.attributes;
    if (container) return referenceOf(container, language);
    if (isAddress(told)) return [{ names: {}, uri: told }];
    return told === '' ? [] : [{ names: { [language]: told } }];
  });
}

function referenceOf(container: Attributes, language: string): NamedReference[] {
  const name =
    container.text('long_name', 'name', 'platform_name', 'make_model', 'short_name') ?? container.owner;
  const identifier = container.text(
    'ioos_code',
    'wmo_code',
    'platform_id',
    'serial_number',
    'ncei_code',
    'nodc_code',
  );
  const uri = container.text('sdn_platform_uri', 'sdn_instrument_uri', 'uri');
  const comment = container.text('comment', 'description');
  return [
    {
      names: { [language]: name },
      ...(identifier ? { identifier } : {}),
      ...(uri && isAddress(uri) ? { uri } : {}),
      ...(comment ? { description: { [language]: comment } } : {}),
    },
  ];
}

/** Projects, and the programmes that they belong to. */
export function projectsOf(attributes: Attributes, language: string): Resource['projects'] {
  const words = [attributes.text('project', 'project_name'), attributes.text('program', 'programme')];
  const names = words.flatMap((text) => listOf(text ?? ''));
  return [...new Set(names)].map((name) => ({ names: { [language]: name } }));
}

/** Networks that a file says it is of, and those that its projects and institution name. */
export function networksOf(attributes: Attributes, language: string): Resource['networks'] {
  const own = listOf(attributes.text('network') ?? '').concat(listOf(attributes.text('array') ?? ''));
  const found = own.map((word) => recogniseNetwork(word) ?? { names: { [language]: word } });
  const named = ['project', 'program', 'institution', 'source', 'data_type'].flatMap((name) =>
    listOf(attributes.text(name) ?? '').flatMap((word) => recogniseNetwork(word) ?? []),
  );
  return [...new Map([...found, ...named].map((one) => [localise(one.names)?.text, one])).values()];
}

/** Cruises and expeditions. */
export function campaignsOf(attributes: Attributes, language: string): Resource['campaigns'] {
  const names = listOf(attributes.text('cruise_name', 'cruise', 'cruise_id', 'expocode') ?? '');
  return names.map((name) => ({ names: { [language]: name } }));
}
