import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import fc from 'fast-check';
import { writers } from '#catalogue/formats';
import { arbitraryRecord } from '../../../catalogue/model/testing/arbitrary-record.ts';

/** A document to be spoilt, by the format or folder that it is of. */
export type Original = { kind: string; name: string; bytes: Uint8Array; mediaType?: string };

const mediaTypes: Readonly<Record<string, string>> = {
  '.xml': 'application/xml',
  '.rdf': 'application/rdf+xml',
  '.ttl': 'text/turtle',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.nc': 'application/x-netcdf',
  '.das': 'text/plain',
  '.csv': 'text/csv',
};

/** Spoiling a document of this size is slow and tells no more. */
const largest = 200_000;

/**
 * Real documents of every folder of the corpus, and some of our own in every format that we write.
 * @param corpus path of the corpus, `null` where there is none
 */
export function originals(corpus: string | null): Original[] {
  return [...ours(), ...(corpus ? theirs(corpus) : [])];
}

function ours(): Original[] {
  const context = { id: 'r1', pageUrl: 'https://example.org/records/r1', datestamp: '2026-01-02T03:04:05Z' };
  return fc.sample(arbitraryRecord, { numRuns: 4, seed: 7 }).flatMap((record, index) =>
    writers.flatMap(({ name, mediaType, write }) => {
      const written = write(record, context);
      return written
        ? [
            {
              kind: `ours/${name}`,
              name: String(index),
              bytes: new TextEncoder().encode(written.text),
              mediaType,
            },
          ]
        : [];
    }),
  );
}

function theirs(corpus: string): Original[] {
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((name) => {
      const mediaType = mediaTypes[extname(name)];
      const path = join(corpus, name);
      const size = statSync(path).size;
      if (mediaType === undefined || size === 0 || size > largest) return [];
      return [{ kind: name.split('/')[0] ?? '', name, bytes: new Uint8Array(readFileSync(path)), mediaType }];
    });
}
