import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemasFolder, validateXml } from '#tests/xsd.ts';
import { type CatalogueRecord, emptyRecord, type Resource } from '../../../model/index.ts';
import type { MetadataFormat } from '../../format.ts';
import { type Sayable, sayable, sayableMetadata } from './sayable.ts';

const context = { id: 'r1', pageUrl: 'https://example.org/records/r1', datestamp: '2026-01-02T03:04:05Z' };

/** A record in English of which nothing is told but its title and what is given. */
export function recordOf(resource: Partial<Resource>): CatalogueRecord {
  const empty = emptyRecord();
  return { ...empty, language: 'en', resource: { ...empty.resource, titles: { en: 'Title' }, ...resource } };
}

/**
 * Tests that one encoding of ISO 19115 gives back what it can say of every field of the model, and is valid whatever the
 * record says.
 * @param differing what this encoding can say otherwise than the table of both
 */
export function testRoundTrip(
  format: MetadataFormat & { name: 'iso19139' | 'iso19115-3' },
  differing: { resource: Partial<Sayable<Resource>>; metadata: Partial<Sayable<CatalogueRecord>> },
): void {
  const write = (record: CatalogueRecord) => {
    const written = format.write?.(record, context);
    if (!written) throw new Error('not written');
    return written;
  };
  const readAgain = async (text: string) => {
    const result = await format.read?.(new TextEncoder().encode(text));
    if (!result?.record) throw new Error(JSON.stringify(result?.problems));
    return result.record;
  };
  const asked = (table: Readonly<Record<string, fc.Arbitrary<unknown> | null>>) =>
    Object.entries(table).flatMap(([key, arbitrary]) => (arbitrary ? [[key, arbitrary] as const] : []));
  const ofResource = asked({ ...sayable, ...differing.resource });
  const ofMetadata = asked({ ...sayableMetadata, ...differing.metadata });

  describe('round trip', () => {
    const keeps =
      (part: 'metadata' | 'resource') => async (key: string, arbitrary: fc.Arbitrary<unknown>) => {
        const partOf = (record: CatalogueRecord): Readonly<Record<string, unknown>> =>
          part === 'resource' ? record.resource : record;
        await fc.assert(
          fc.asyncProperty(arbitrary, async (value) => {
            const sent = recordOf({});
            if (value !== undefined) Object.assign(partOf(sent), { [key]: value });
            const got = partOf(await readAgain(write(sent).text))[key];
            expect(normalised(key, got)).toEqual(normalised(key, partOf(sent)[key]));
          }),
          { numRuns: 30 },
        );
      };
    it.each(ofMetadata)('keeps %s of the metadata', keeps('metadata'));
    it.each(ofResource)('keeps %s', keeps('resource'));

    it.runIf(schemasFolder)('is valid whatever the record says', () => {
      fc.assert(
        fc.property(
          fc.record(Object.fromEntries(ofResource)),
          fc.record(Object.fromEntries(ofMetadata)),
          (resource, metadata) => {
            const sent = recordOf({});
            Object.assign(sent, plain(metadata));
            Object.assign(sent.resource, plain(resource));
            expect(validateXml(write(sent).text, format.name)).toEqual([]);
          },
        ),
        { numRuns: 40 },
      );
    });
  });
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/**
 * Negative zero is zero in a document; periods and depths are written beside the area, those with a description after,
 * reports of quality by what they are of, and variables by their kind.
 */
function normalised(key: string, value: unknown): unknown {
  const told = plain(value);
  const isSet = ['temporalExtents', 'verticalExtents', 'quality', 'variables'].includes(key);
  return isSet && Array.isArray(told) ? told.map(sortedText).sort() : told;
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.entries(inner).sort()
      : inner,
  );
}
