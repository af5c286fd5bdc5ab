import type { JsonObject } from '../../json/index.ts';
import { type CatalogueRecord, type Distribution, localise } from '../../model/index.ts';
import { hrefOf, pictureType } from '../json-record/index.ts';
import { multihashes } from './assets.ts';

type Resource = CatalogueRecord['resource'];

/** Files of the data and pictures, under keys made of their names. */
export function assetsOf(resource: Resource, language: string): JsonObject {
  const assets: Record<string, JsonObject> = {};
  const add = (name: string, asset: JsonObject) => {
    const key = keyOf(name);
    let free = key;
    for (let count = 2; free in assets; count++) free = `${key}-${count}`;
    assets[free] = asset;
  };
  for (const link of resource.distributions.filter(({ kind }) => kind === 'download'))
    add(localise(link.names, language)?.text ?? fileName(link.url), dataAsset(link, language));
  for (const { url, description } of resource.graphics) {
    const title = localise(description ?? {}, language)?.text;
    add('thumbnail', {
      href: hrefOf(url),
      type: pictureType(url),
      ...(title === undefined ? {} : { title }),
      roles: ['thumbnail'],
    });
  }
  return assets;
}

function dataAsset(link: Distribution, language: string): JsonObject {
  const title = localise(link.names, language)?.text;
  const description = localise(link.descriptions, language)?.text;
  const algorithm = link.checksum?.algorithm.toLowerCase().replace(/[^a-z0-9]/g, '');
  const prefix = multihashes.find(([, name]) => name === algorithm)?.[0];
  return {
    href: hrefOf(link.url),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(link.mediaType === undefined ? {} : { type: link.mediaType }),
    roles: ['data'],
    ...(link.byteSize === undefined ? {} : { 'file:size': Math.round(link.byteSize) }),
    ...(link.checksum && prefix !== undefined
      ? { 'file:checksum': `${prefix}${link.checksum.value.toLowerCase()}` }
      : {}),
  };
}

const fileName = (url: string) => url.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? 'data';

function keyOf(name: string): string {
  const key = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return key === '' ? 'data' : key;
}
