import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { shared } from '#tests/shared.ts';
import { schemasFolder, validateXml } from '#tests/xsd.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../json/index.ts';
import type { CatalogueRecord } from '../../model/index.ts';
import { parseXml } from '../../xml/index.ts';
import type { WriteContext } from '../format.ts';
import { readPart } from '../registry.ts';
import { splitDocument } from '../split.ts';
import { fromXml } from './from-xml.ts';
import { dataciteJson, dataciteXml } from './index.ts';
import { toXml } from './to-xml.ts';

const corpus = shared('corpus');
const jsonSchema = shared('schemas', 'datacite', 'json', 'kernel-4.3', 'datacite_4.3_schema.json');
const context: WriteContext = {
  id: 'r1',
  pageUrl: 'https://portal.example.org/records/r1',
  datestamp: '2026-01-01T00:00:00Z',
};
const bytes = (text: string) => new TextEncoder().encode(text);

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && /\.(xml|json|jsonld|ttl|rdf)$/.test(entry.name))
      yield join(entry.parentPath, entry.name);
}

async function* records(): AsyncGenerator<{ name: string; record: CatalogueRecord }> {
  for (const name of files(corpus ?? '.')) {
    const { parts } = await splitDocument(readFileSync(name));
    for (const part of parts) {
      const record = part.deleted ? null : (await readPart(part)).record;
      if (record) yield { name, record };
    }
  }
}

const written = (record: CatalogueRecord, format: typeof dataciteXml) =>
  format.write?.(record, context)?.text;
const readBack = async (text: string, format: typeof dataciteXml) =>
  (await format.read?.(bytes(text)))?.record ?? expect.fail('nothing read');

/**
 * What a later kernel says and the JSON schema of 4.3 does not know: attributes of the REST API, related items, the
 * publisher as an object (4.5), and controlled values that came later. Nothing else is changed.
 */
function asOf43(value: JsonObject): JsonObject {
  const { doi: _, url, contentUrl, relatedItems, publisher, ...rest } = value;
  const later: Readonly<Record<string, ReadonlySet<string>>> = {
    dateType: new Set(['Coverage']),
    contributorType: new Set(['Translator']),
    relationType: new Set([
      'IsPublishedIn',
      'Collects',
      'IsCollectedBy',
      'HasTranslation',
      'IsTranslationOf',
    ]),
    relatedIdentifierType: new Set(['CSTR', 'RRID']),
  };
  const types = new Set(
    'Award Book BookChapter ComputationalNotebook ConferencePaper ConferenceProceeding Dissertation Instrument Journal JournalArticle OutputManagementPlan PeerReview Preprint Project Report Standard StudyRegistration'.split(
      ' ',
    ),
  );
  const mend = (node: unknown): unknown => {
    // Two that differ only in a later value become the same.
    if (Array.isArray(node))
      return [...new Map(node.map(mend).map((one) => [JSON.stringify(one), one])).values()];
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, inner]) => {
        if (key === 'resourceTypeGeneral' && types.has(String(inner))) return [key, 'Other'];
        if (later[key]?.has(String(inner)))
          return [
            key,
            key === 'relatedIdentifierType' ? 'URL' : key === 'relationType' ? 'References' : 'Other',
          ];
        return [key, mend(inner)];
      }),
    );
  };
  const mended = mend({ ...rest, publisher: isJsonObject(publisher) ? publisher['name'] : publisher });
  const { value: again } = parseJson(bytes(JSON.stringify(mended)));
  return again && isJsonObject(again) ? again : {};
}

describe.runIf(corpus && schemasFolder && jsonSchema)('DataCite written from the whole corpus', () => {
  it('is valid in kernels 4.6 and 4.7 and in the JSON schema, and is read back as what can be said', {
    timeout: 600_000,
  }, async () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    for (const format of [
      'year',
      'yearmonth',
      'datetime',
      'year-range',
      'yearmonth-range',
      'date-range',
      'datetime-range',
    ])
      ajv.addFormat(format, true);
    // Draft 7 calls it `$id`; the schema's own `id` is of draft 4.
    const { id: _, ...schema43 } = JSON.parse(readFileSync(jsonSchema ?? '', 'utf8'));
    const validate = ajv.compile(schema43);
    const counts = { records: 0, notWritten: 0, xmlUnstable: 0, jsonUnlikeXml: 0 };
    const invalid: string[] = [];
    for await (const { name, record } of records()) {
      counts.records++;
      const xml = written(record, dataciteXml);
      const json = written(record, dataciteJson);
      if (xml === undefined || json === undefined) {
        expect(record.resource.identifiers, name).toEqual([]);
        expect(Object.values(record.resource.titles).join(''), name).toBe('');
        counts.notWritten++;
        continue;
      }
      for (const schema of ['datacite', 'datacite-4.7'] as const)
        for (const fault of validateXml(xml, schema)) invalid.push(`${name} ${schema}: ${fault}`);
      const { value } = parseJson(bytes(json));
      if (!validate(value && isJsonObject(value) ? asOf43(value) : value))
        invalid.push(`${name} json: ${ajv.errorsText(validate.errors)}`);
      // The year of publication is read as a date of issue, so the dates settle in the second round.
      const second = written(await readBack(xml, dataciteXml), dataciteXml) ?? '';
      const third = written(await readBack(second, dataciteXml), dataciteXml) ?? '';
      if (third !== second) counts.xmlUnstable++;
      if (written(await readBack(json, dataciteJson), dataciteXml) !== second) counts.jsonUnlikeXml++;
      const { root } = parseXml(bytes(xml));
      if (root) expect(toXml(fromXml(root)), name).toBe(xml);
    }
    process.stdout.write(`DataCite written: ${JSON.stringify(counts)}\n`);
    expect(invalid).toEqual([]);
    expect(counts.notWritten).toBeLessThan(counts.records / 8);
    // Relative addresses of subjects and awards, which the JSON schema refuses, are left out there.
    expect(counts.jsonUnlikeXml).toBeLessThan(10);
    expect(counts.xmlUnstable).toBeLessThan(10);
  });
});
