import { useMessages } from '../../locales/locale-context.tsx';
import type { LineageView, QualityRow } from '../present/provenance.ts';
import { Linked } from './linked.tsx';
import { ProseText } from './prose-text.tsx';
import { Labelled } from './section.tsx';

/** How the resource came about. */
export function LineageText({ lineage: { statement, steps, origins } }: { lineage: LineageView }) {
  const { recordPage } = useMessages();
  return (
    <>
      {statement && <ProseText prose={statement} className="mb-3" />}
      {steps.length > 0 && (
        <Labelled label={recordPage.processSteps}>
          <ol className="list-decimal space-y-3 pl-5">
            {steps.map(({ description, rationale, date, by }, index) => (
              <li key={index.toString()}>
                <ProseText prose={description} />
                {rationale && <ProseText prose={rationale} className="text-soft" />}
                {(date || by.length > 0) && (
                  <p className="text-sm text-soft">
                    {[date, ...by.map(({ name }) => name.text)].filter(Boolean).join(' · ')}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </Labelled>
      )}
      {origins.length > 0 && (
        <Labelled label={recordPage.origins}>
          <ul className="space-y-2">
            {origins.map(({ description, citation }, index) => (
              <li key={index.toString()}>
                {citation && <Linked {...citation} />}
                {description && <ProseText prose={description} />}
              </li>
            ))}
          </ul>
        </Labelled>
      )}
    </>
  );
}

/** Conformance to specifications, and measured quality. */
export function QualityTable({ rows }: { rows: readonly QualityRow[] }) {
  const { recordPage } = useMessages();
  return (
    <ul className="divide-y divide-line">
      {rows.map(({ name, lang, specification, pass, values, explanation }, index) => (
        <li key={index.toString()} className="py-3 first:pt-0">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            {pass !== undefined && (
              <span className={`tag ${pass ? 'bg-good-wash text-good' : 'bg-warn-wash text-warn'}`}>
                {pass ? recordPage.conforms : recordPage.notConforms}
              </span>
            )}
            {specification ? <Linked {...specification} /> : <span lang={lang}>{name}</span>}
            {values && <span className="font-medium">{values}</span>}
          </p>
          {explanation && <ProseText prose={explanation} className="mt-1 text-[0.9375rem] text-soft" />}
        </li>
      ))}
    </ul>
  );
}
