import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Codes found in the sources, each with the files that emit it, and what could not be resolved to codes. */
export type EmittedCodes = { codes: Map<string, Set<string>>; unresolved: string[] };

/**
 * Finds every problem code that the sources emit: the `code` of an object literal that has `message` and `hint`, and the
 * argument given for `code` to a function that also takes `message` and `hint`. Tests and test support are left out.
 * @param root folder of the project
 * @param rooms folders below it that are searched
 */
export function emittedCodes(root: string, rooms: readonly string[]): EmittedCodes {
  const files = rooms
    .flatMap((room) => sourcesIn(join(root, room)))
    .map((path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
  const emitters = new Map<string, Emitter[]>();
  const unions = new Map<string, string[]>();
  for (const file of files)
    visit(file, (node) => {
      const emitter = emitterOf(node);
      if (emitter) emitters.set(emitter.name, [...(emitters.get(emitter.name) ?? []), emitter]);
      if (ts.isTypeAliasDeclaration(node)) unions.set(node.name.text, literalsOf(node.type));
    });
  const found: EmittedCodes = { codes: new Map(), unresolved: [] };
  for (const file of files)
    visit(file, (node) => {
      for (const given of codesGiven(node, emitters)) {
        const codes = resolve(given, unions);
        if (!codes) found.unresolved.push(`${file.fileName}: ${given.getText()}`);
        for (const code of codes ?? [])
          found.codes.set(code, (found.codes.get(code) ?? new Set()).add(file.fileName));
      }
    });
  return found;
}

type Emitter = { name: string; code: number; atLeast: number };

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : sourcesIn(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

function emitterOf(node: ts.Node): Emitter | undefined {
  if (!ts.isFunctionLike(node)) return undefined;
  const names = node.parameters.map(({ name }) => name.getText());
  const code = names.indexOf('code');
  const hint = names.indexOf('hint');
  const named = ts.isVariableDeclaration(node.parent) ? node.parent.name : node.name;
  if (code === -1 || hint < code || !named) return undefined;
  return { name: named.getText(), code, atLeast: hint + 1 };
}

function codesGiven(node: ts.Node, emitters: ReadonlyMap<string, readonly Emitter[]>): ts.Expression[] {
  if (ts.isCallExpression(node)) {
    const { expression, arguments: given } = node;
    const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
    return (emitters.get(name) ?? []).flatMap(({ code, atLeast }) => {
      const argument = given[code];
      // A text with a blank is the message of a function of the same name that takes no code.
      const isText = argument && ts.isStringLiteralLike(argument) && argument.text.includes(' ');
      return argument && !isText && given.length >= atLeast ? [argument] : [];
    });
  }
  if (!ts.isObjectLiteralExpression(node)) return [];
  const names = node.properties.map((property) => property.name?.getText());
  if (!names.includes('message') || !names.includes('hint')) return [];
  const given = node.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) && property.name.getText() === 'code' ? [property.initializer] : [],
  );
  // The schema of a problem has the same properties.
  return given.filter((expression) => expression.getText() !== 'z.string()');
}

/** @returns `undefined` when the codes can't be told; none for a code that is only passed on */
function resolve(given: ts.Expression, unions: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  if (ts.isStringLiteralLike(given)) return [given.text];
  if (ts.isIdentifier(given) && given.text === 'code') return [];
  if (ts.isPropertyAccessExpression(given) && given.name.text === 'code') return [];
  if (ts.isConditionalExpression(given)) {
    const [one, other] = [resolve(given.whenTrue, unions), resolve(given.whenFalse, unions)];
    return one && other && [...one, ...other];
  }
  // A fetch that failed names its failure in the code.
  const [span, second] = ts.isTemplateExpression(given) ? given.templateSpans : [];
  if (ts.isTemplateExpression(given) && span?.expression.getText() === 'failure' && !second)
    return unions.get('FetchFailure')?.map((failure) => `${given.head.text}${failure}${span.literal.text}`);
  return undefined;
}

function literalsOf(type: ts.TypeNode): string[] {
  const members = ts.isUnionTypeNode(type) ? type.types : [type];
  return members.flatMap((member) =>
    ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal) ? [member.literal.text] : [],
  );
}
