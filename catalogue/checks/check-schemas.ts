import { parseJson } from '../json/index.ts';
import { parseRdf, type RdfSyntax } from '../rdf/index.ts';
import { type SchemaFinding, type Schemas, validateShacl } from '../validation/index.ts';
import { decodeDocument, parseXml } from '../xml/index.ts';
import { lineOfPointer, linesOfJson } from './json-lines.ts';
import type { CheckFinding, CheckNotRun } from './report.ts';
import type { CheckLanguage, Texts } from './rule.ts';
import { type SchemaChoice, schemasOfJson, schemasOfXml, shapesOf } from './schema-choice.ts';

/** `known` tells whether the document is of a kind that we know schemas for, run or not. */
type Outcome = { findings: CheckFinding[]; notRun: CheckNotRun[]; known: boolean };

const texts = {
  title: {
    xsd: { en: 'Not valid against the XML schema', fr: 'Non valide selon le schéma XML' },
    json: { en: 'Not valid against the JSON schema', fr: 'Non valide selon le schéma JSON' },
    shacl: { en: 'Not valid against the SHACL shapes', fr: 'Non valide selon les formes SHACL' },
  },
  remedy: {
    en: 'Mend the document at the place told; the schema says which elements may stand there, and in which order.',
    fr: 'Corrigez le document à l’endroit indiqué ; le schéma dit quels éléments peuvent s’y trouver, et dans quel ordre.',
  },
  noFolder: {
    en: 'No schemas folder. Install one with "halocline schemas install", or set HALOCLINE_SCHEMAS.',
    fr: 'Pas de dossier de schémas. Installez-en un avec « halocline schemas install », ou définissez HALOCLINE_SCHEMAS.',
  },
  notInstalled: {
    en: 'The schemas folder does not have this schema. "halocline schemas install" adds it.',
    fr: 'Le dossier de schémas ne contient pas ce schéma. « halocline schemas install » l’ajoute.',
  },
  failed: { en: 'The schema could not be used: ', fr: 'Le schéma n’a pas pu être utilisé : ' },
} as const satisfies Record<string, Texts | Record<string, Texts>>;

const labels = { xsd: 'xsd', json: 'json-schema', shacl: 'shacl', unknown: 'schema' } as const;

/**
 * Holds a document against every official schema that fits it. The document must be well-formed.
 * @param schemas the schemas folder; what can't be run without it is told as not run
 */
export async function checkSchemas(
  bytes: Uint8Array,
  syntax: RdfSyntax,
  mediaType: string | undefined,
  schemas: Schemas | undefined,
  language: CheckLanguage,
): Promise<Outcome> {
  const choices = choose(bytes, syntax);
  const known = choices.some(({ kind }) => kind !== 'unknown');
  const outcome: Outcome = { findings: [], notRun: [], known };
  for (const choice of choices) {
    const check = `${labels[choice.kind]}:${choice.name}`;
    const skip = (reason: string) => outcome.notRun.push({ check, reason });
    if (choice.kind === 'unknown') skip(choice.reason[language]);
    else if (!schemas) skip(texts.noFolder[language]);
    else if (choice.kind !== 'shacl' && !schemas.has(choice.name)) skip(texts.notInstalled[language]);
    else {
      try {
        outcome.findings.push(...(await run(choice, bytes, mediaType, schemas, language, check)));
      } catch (error) {
        skip(texts.failed[language] + (error instanceof Error ? error.message : String(error)));
      }
    }
  }
  return outcome;
}

function choose(bytes: Uint8Array, syntax: RdfSyntax): SchemaChoice[] {
  const { text } = decodeDocument(bytes);
  if (syntax === 'turtle') return shapesOf(text);
  if (syntax === 'rdf-xml') {
    const { root } = parseXml(bytes);
    return root ? schemasOfXml(root, text) : [];
  }
  const { value } = parseJson(bytes);
  if (value === undefined) return [];
  return /ns\/dcat#|"dcat:/.test(text) ? shapesOf(text) : schemasOfJson(value);
}

type Known = Exclude<SchemaChoice, { kind: 'unknown' }>;

async function run(
  choice: Known,
  bytes: Uint8Array,
  mediaType: string | undefined,
  schemas: Schemas,
  language: CheckLanguage,
  rule: string,
): Promise<CheckFinding[]> {
  const common = {
    from: 'schema' as const,
    title: texts.title[choice.kind][language],
    messageLanguage: 'en' as const,
    remedy: texts.remedy[language],
  };
  const plain = ({ line, path = '/', message }: SchemaFinding): CheckFinding => ({
    ...common,
    severity: 'error',
    rule,
    path,
    message,
    ...(line === undefined ? {} : { line }),
  });
  switch (choice.kind) {
    case 'xsd':
      return schemas.validateXsd(bytes, choice.name).map(plain);
    case 'json': {
      const { value = null } = parseJson(bytes);
      const lines = linesOfJson(bytes);
      const one = Array.isArray(value) && choice.name !== 'csl' ? (value[0] ?? null) : value;
      return schemas.validateJson(one, choice.name).map(({ path = '/', message }) => {
        const line = lineOfPointer(lines, path);
        return plain({ path, message, ...(line === undefined ? {} : { line }) });
      });
    }
    case 'shacl': {
      const { store } = await parseRdf(bytes, mediaType ? { mediaType } : {});
      const quads = store.getQuads(null, null, null, null);
      const found = await validateShacl({ quads }, choice.name, schemas.folder);
      return found.map(({ severity, rule: shape, path, node, message }) => ({
        ...common,
        severity,
        rule: `${rule} ${shape}`,
        path: [node, path].filter(Boolean).join(' '),
        message,
      }));
    }
  }
}
