import { afterEach, expect, test } from 'vitest';
import type { DocumentValidator } from '../originals/index.ts';
import { openRepository, sampleRecord, type TestRepository } from './testing/repository.ts';

let repository: TestRepository;
afterEach(() => repository.close());

const original =
  '<?xml version="1.0" encoding="UTF-8"?>\n<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd"><!-- kept -->é</gmd:MD_Metadata>\n';

/** Puts an ISO 19139 document and asks for it. */
async function disseminate(
  text: string,
  metadataPrefix: string,
  isValid?: DocumentValidator,
): Promise<string> {
  repository = openRepository({}, isValid);
  const bytes = new TextEncoder().encode(text);
  const document = { bytes, format: 'iso19139' as const, mediaType: 'application/xml' };
  const [outcome] = await repository.ledger.commit(
    [
      {
        kind: 'put',
        sourceId: 'argo',
        upstreamIdentifier: 'a',
        document,
        record: sampleRecord('Written'),
        problems: [],
      },
    ],
    { actor: 'system' },
  );
  const identifier = `oai:catalogue.example.org:${outcome?.recordId}`;
  return (await repository.ask({ verb: 'GetRecord', identifier, metadataPrefix })).text;
}

test('a valid original document is handed on as it came', async () => {
  const text = await disseminate(original, 'iso19139', async () => true);
  expect(text).toContain(
    '<metadata><gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd"><!-- kept -->é</gmd:MD_Metadata></metadata>',
  );
});

test.each([
  ['no schema tells that it is valid', original, undefined],
  ['it is invalid', original, async () => false],
  ['it holds a password', original.replace('kept', 'ftp://someone:secret@example.org/'), async () => true],
  ['its encoding is wrong', original.replace('UTF-8', 'unheard-of'), async () => true],
])('a document is written from the record when %s', async (_why, text, isValid) => {
  const answer = await disseminate(text, 'iso19139', isValid);
  expect(answer).toContain('Written');
  expect(answer).not.toContain('kept');
  expect(answer).not.toContain('secret');
});

test('another format than that of the document is written from the record', async () => {
  expect(await disseminate(original, 'oai_dc', async () => true)).toContain('Written');
});
