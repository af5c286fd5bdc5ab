import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * Finds the sentences that sources say to people: messages of errors and problems, what is wrong with rules and what to do
 * about it, why a run is held and a record withdrawn. Each with {} for what it names. Log lines, hints of problems (their
 * remedies stand in the table of problems), tests and test support are left out.
 * @param root folder of the project
 * @param folders below it that are searched
 * @returns sentence → file that says it
 */
export function saidSentences(root: string, folders: readonly string[]): Map<string, string> {
  const said = new Map<string, string>();
  for (const path of folders.flatMap((folder) => sourcesIn(join(root, folder)))) {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const say = (node: ts.Node | undefined) => {
      for (const text of node ? textsOf(node) : [])
        if (isSentence(text) && !said.has(text)) said.set(text, path);
    };
    visit(file, (node) => {
      if (ts.isNewExpression(node) && /(Error|Fault|Abortion)$/.test(node.expression.getText()))
        node.arguments?.forEach(say);
      if (ts.isCallExpression(node)) {
        const name = node.expression.getText();
        if (name === 'runProblem') say(node.arguments[2]);
        else if (/(^|\.)(fault|refusal|settle)$/.test(name)) node.arguments.forEach(say);
        else messagesIn(node).forEach(say);
      }
      if (ts.isPropertyAssignment(node) && /^(message|reason|gap|remedy)$/.test(node.name.getText()))
        say(node.initializer);
      if (ts.isReturnStatement(node) || ts.isVariableDeclaration(node))
        say(ts.isReturnStatement(node) ? node.expression : node.initializer);
    });
  }
  return said;
}

/** Of what is given to a function that takes a message and a hint: the message, which stands before the hint. */
function messagesIn({ arguments: given }: ts.CallExpression): ts.Expression[] {
  const isSaid = (node: ts.Expression | undefined) => node !== undefined && textsOf(node).some(isSentence);
  return given.filter((node, place) => isSaid(node) && isSaid(given[place + 1]) && !isSaid(given[place - 1]));
}

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

function textsOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('')];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isBinaryExpression(node)) return [...textsOf(node.left), ...textsOf(node.right)];
  return [];
}

/** Two words at least, and an end. */
function isSentence(text: string): boolean {
  return /[A-Za-z]{2,}[^A-Za-z]+[A-Za-z]{2,}/.test(text) && /[.…]$/.test(text) && !text.includes('?class');
}
