import { Link } from 'react-router';
import { useMessages } from '../../locales/locale-context.tsx';
import type { VariableRow } from '../present/things.ts';
import { Linked } from './linked.tsx';

const shownAtFirst = 30;

/** What was measured, with units; each variable leads to its vocabulary and to other records that have it. */
export function VariablesTable({ variables }: { variables: readonly VariableRow[] }) {
  const { recordPage } = useMessages();
  const rest = variables.slice(shownAtFirst);
  return (
    <>
      <Rows variables={variables.slice(0, shownAtFirst)} />
      {rest.length > 0 && (
        <details className="mt-3">
          <summary className="text-link underline">{recordPage.showAll(variables.length)}</summary>
          <Rows variables={rest} />
        </details>
      )}
    </>
  );
}

function Rows({ variables }: { variables: readonly VariableRow[] }) {
  const { recordPage } = useMessages();
  if (variables.every(({ unit, range, method }) => (unit ?? range ?? method) === undefined))
    return (
      <ul className="grid gap-x-10 gap-y-2 sm:grid-cols-2">
        {variables.map((variable) => (
          <li
            key={`${variable.path} ${variable.name.text} ${variable.names.join()}`}
            className="min-w-0 break-words"
          >
            <VariableName variable={variable} />
          </li>
        ))}
      </ul>
    );
  const has = (part: 'unit' | 'method' | 'range') =>
    variables.some((variable) => variable[part] !== undefined);
  return (
    <div className="overflow-x-auto">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{recordPage.variable}</th>
            {has('unit') && <th scope="col">{recordPage.unit}</th>}
            {has('range') && <th scope="col">{recordPage.range}</th>}
            {has('method') && <th scope="col">{recordPage.method}</th>}
          </tr>
        </thead>
        <tbody>
          {variables.map((variable) => (
            <tr key={`${variable.path} ${variable.name.text} ${variable.names.join()} ${variable.method}`}>
              <td>
                <VariableName variable={variable} />
              </td>
              {has('unit') && (
                <td className="whitespace-nowrap">
                  {variable.unit && <Linked text={variable.unit} href={variable.unitHref} />}
                </td>
              )}
              {has('range') && <td className="whitespace-nowrap">{variable.range}</td>}
              {has('method') && <td>{variable.method}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function VariableName({ variable }: { variable: VariableRow }) {
  const { recordPage } = useMessages();
  return (
    <>
      <Link
        to={variable.search}
        lang={variable.name.lang}
        title={recordPage.sameVariable(variable.name.text)}
      >
        {variable.name.text}
      </Link>
      {variable.names.map((name) => (
        <code key={name} className="ml-2 text-soft">
          {name}
        </code>
      ))}
      {variable.href && <VocabularyLink name={variable.name.text} href={variable.href} />}
      {variable.path && <span className="block text-sm text-soft">{variable.path}</span>}
    </>
  );
}

/** A small mark that leads to the definition in a vocabulary. */
export function VocabularyLink({ name, href }: { name: string; href: string }) {
  const { recordPage } = useMessages();
  return (
    <a href={href} rel="noopener" title={recordPage.conceptOf(name)} className="vocabulary-link">
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M4.5 2H2v8h8V7.5M7 2h3v3M10 2 5.5 6.5" fill="none" stroke="currentColor" strokeWidth="1.3" />
      </svg>
      <span className="sr-only">{recordPage.conceptOf(name)}</span>
    </a>
  );
}
