/**
 * How much of the ISO documents of the corpus the model holds: `npx tsx tests/corpus/iso-coverage.ts [all]`.
 * Each XSD-valid document is read and written again in its own dialect; an element occurrence is modelled when its value
 * stands at the same path of what was written. Nothing is claimed: a field that a reader fills and no writer emits counts
 * as kept in the original only.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type DocumentPart, formatOf, readPart, splitDocument } from '#catalogue/formats';
import type { Problem } from '#catalogue/model';
import { parseXml } from '#catalogue/xml';
import { shared } from '../shared.ts';
import { type SchemaName, schemasFolder, validateXml } from '../xsd.ts';
import { corpusDocuments } from './corpus.ts';
import { reasonToIgnore } from './iso-ignored.ts';
import { type Occurrence, occurrencesOf } from './iso-occurrences.ts';

const folders = new Set(['iso19139', 'iso19115-3', 'csw', 'oai-pmh']);
const schemas: Readonly<Partial<Record<DocumentPart['format'], readonly SchemaName[]>>> = {
  iso19139: ['iso19139', 'iso19139-2006', 'iso19139-gmi'],
  'iso19115-3': ['iso19115-3'],
};

export type Verdict = 'modelled' | 'original only' | 'ignored on purpose';
export type PathCoverage = {
  path: string;
  counts: Record<Verdict, number>;
  reason?: string;
  example?: string;
};
export type Coverage = {
  documents: number;
  /** Documents that are valid but could not be read or written at all. */
  unwritten: string[];
  paths: Map<string, PathCoverage>;
  /** Texts that are neither written nor mentioned by any problem of the reader. */
  silent: string[];
  total: Record<Verdict, number>;
};

/**
 * Computes the coverage over all XSD-valid ISO documents of the corpus.
 * @param corpus path of the corpus
 */
export async function isoCoverage(corpus: string): Promise<Coverage> {
  const coverage: Coverage = {
    documents: 0,
    unwritten: [],
    paths: new Map(),
    silent: [],
    total: { modelled: 0, 'original only': 0, 'ignored on purpose': 0 },
  };
  for (const { path, folder, malformed } of corpusDocuments(corpus)) {
    if (!folders.has(folder) || malformed || !path.endsWith('.xml')) continue;
    const { parts } = await splitDocument(readFileSync(join(corpus, path)));
    for (const part of parts) {
      if (!schemas[part.format]?.some((schema) => validateXml(part.bytes, schema).length === 0)) continue;
      coverage.documents += 1;
      await cover(part, path, coverage);
    }
  }
  return coverage;
}

async function cover(part: DocumentPart, name: string, coverage: Coverage): Promise<void> {
  const { record, problems } = await readPart(part);
  const context = { id: 'r1', pageUrl: 'https://example.org/records/r1', datestamp: '2026-01-01T00:00:00Z' };
  const written = record && formatOf(part.format).write?.(record, context);
  if (!written) coverage.unwritten.push(name);
  const given = occurrences(part.bytes);
  const kept = countsOf(written ? occurrences(new TextEncoder().encode(written.text)) : []);
  for (const occurrence of given) {
    const key = keyOf(occurrence);
    const left = kept.get(key) ?? 0;
    if (left > 0 && !sharedByBlock.test(occurrence.path)) kept.set(key, left - 1);
    const reason = left > 0 ? undefined : reasonToIgnore(occurrence);
    const verdict = left > 0 ? 'modelled' : reason ? 'ignored on purpose' : 'original only';
    note(coverage, occurrence, verdict, reason, name);
    if (
      verdict === 'original only' &&
      written &&
      !occurrence.path.includes('@') &&
      !isReported(occurrence, problems)
    )
      coverage.silent.push(`${name}: ${occurrence.path} ${occurrence.value}`);
  }
}

/**
 * Blocks of keywords that differ in nothing but the keywords are one block, whose type and thesaurus stand once; so are
 * transfers that differ in nothing but their links.
 */
const sharedByBlock =
  /\/MD_Keywords\/(type|thesaurusName)(\/|$)|\/MD_DigitalTransferOptions\/unitsOfDistribution/;

/** Whether a problem names the property that a value stands in, an element above it, or an element that holds it. */
function isReported({ path }: Occurrence, problems: readonly Problem[]): boolean {
  const names = path.split('/').filter((step) => step !== '' && !step.startsWith('@'));
  return problems.some((problem) => {
    if (problem.code === 'elements-unread') {
      const told = problem.message
        .replace(/^[^:]*: /, '')
        .replace(/\.$/, '')
        .split(', ');
      return told.some((name) => names.includes(name.replace(/^.*:/, '')));
    }
    const at = problem.path
      .split('/')
      .filter(Boolean)
      .map((step) => step.replace(/^.*:/, '').replace(/\[\d+\]$/, ''));
    // The same element, one that holds it, or one that it holds.
    const last = at.at(-1) ?? '';
    return at.length > 1 && (names.includes(last) || at.includes(names.at(-1) ?? ''));
  });
}

function note(
  coverage: Coverage,
  { path, value }: Occurrence,
  verdict: Verdict,
  reason: string | undefined,
  name: string,
): void {
  coverage.total[verdict] += 1;
  const known: PathCoverage = coverage.paths.get(path) ?? {
    path,
    counts: { modelled: 0, 'original only': 0, 'ignored on purpose': 0 },
  };
  known.counts[verdict] += 1;
  if (reason) known.reason ??= reason;
  if (verdict === 'original only') known.example ??= `${value.slice(0, 60)} (${name})`;
  coverage.paths.set(path, known);
}

function occurrences(bytes: Uint8Array): Occurrence[] {
  const { root } = parseXml(bytes);
  return root ? occurrencesOf(root) : [];
}

const keyOf = ({ path, value }: Occurrence) => `${path}\n${value}`;

function countsOf(list: readonly Occurrence[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

/** Share of the element occurrences that are modelled, of all and of those that are not ignored on purpose. */
export function shares({ total }: Coverage): { ofAll: number; ofWanted: number } {
  const wanted = total.modelled + total['original only'];
  return {
    ofAll: total.modelled / (wanted + total['ignored on purpose']),
    ofWanted: total.modelled / wanted,
  };
}

/**
 * The report as text: each path with its counts, those that lose most first.
 * @param isWhole also the paths that are wholly modelled
 */
export function coverageReport(coverage: Coverage, isWhole: boolean): string {
  const { ofAll, ofWanted } = shares(coverage);
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  const lines = [...coverage.paths.values()]
    .filter(({ counts }) => isWhole || counts['original only'] > 0)
    .sort((one, other) => other.counts['original only'] - one.counts['original only'])
    .map(({ path, counts, reason, example }) => {
      const figures = [counts.modelled, counts['original only'], counts['ignored on purpose']];
      const told = counts['original only'] > 0 ? `   e.g. ${example}` : reason ? `   ignored: ${reason}` : '';
      return `${figures.map((figure) => String(figure).padStart(7)).join('')}  ${path}${told}`;
    });
  return [
    `${coverage.documents} valid ISO documents, ${coverage.paths.size} element paths`,
    `modelled ${percent(ofAll)} of all element occurrences, ${percent(ofWanted)} of those not ignored on purpose`,
    '  model.  orig. ignored  path',
    ...lines,
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const corpus = shared('corpus');
  if (corpus && schemasFolder)
    process.stdout.write(`${coverageReport(await isoCoverage(corpus), process.argv[2] === 'all')}\n`);
}
