import type { Citation, Lineage, Resource } from '#catalogue/model';
import { formatDate } from '../../locales/format.ts';
import type { Locale } from '../../locales/index.ts';
import { pageText } from '../texts.ts';
import { webAddress } from './address.ts';
import { type PersonView, personView } from './people.ts';
import { type Prose, proseIn } from './prose.ts';

export type CitationView = { text: string; lang?: string; href?: string };
export type LineageView = {
  statement?: Prose;
  steps: { description: Prose; rationale?: Prose; date?: string; by: PersonView[] }[];
  origins: { description?: Prose; citation?: CitationView }[];
};
export type QualityRow = {
  name: string;
  lang?: string;
  specification?: CitationView;
  /** Absent where no conformance is told. */
  pass?: boolean;
  values?: string;
  explanation?: Prose;
};

/** How the resource was made, as told; `undefined` when nothing is. */
export function lineageOf(lineage: Lineage | undefined, locale: Locale): LineageView | undefined {
  if (!lineage) return undefined;
  const statement = proseIn(lineage.statement, locale);
  const steps = lineage.processSteps.flatMap(({ description, rationale, date, processors }) => {
    const text = proseIn(description, locale);
    const why = proseIn(rationale, locale);
    return text
      ? [
          {
            description: text,
            ...(why ? { rationale: why } : {}),
            ...(date ? { date: formatDate(date, locale) } : {}),
            by: processors.map(({ party }) => personView(party, locale)).filter((it) => it !== undefined),
          },
        ]
      : [];
  });
  const origins = lineage.sources.flatMap(({ description, citation }) => {
    const text = proseIn(description, locale);
    const cited = citation && citationView(citation, locale);
    return text || cited
      ? [{ ...(text ? { description: text } : {}), ...(cited ? { citation: cited } : {}) }]
      : [];
  });
  if (!statement && steps.length + origins.length === 0) return undefined;
  return { ...(statement ? { statement } : {}), steps, origins };
}

/** A cited work: its title or identifier, with a link where it has an address. */
export function citationView(citation: Citation, locale: Locale): CitationView | undefined {
  const { titles, identifiers, url, dates } = citation;
  const href = webAddress(url) ?? identifiers.map(identifierAddress).find((address) => address !== undefined);
  const title = pageText(titles, locale);
  const text = title?.text ?? identifiers[0] ?? url;
  if (!text) return undefined;
  const year = dates
    .map(({ date }) => date)
    .find((date) => /^\d{4}/.test(date))
    ?.slice(0, 4);
  return {
    text: year && !text.includes(year) ? `${text} (${year})` : text,
    ...(title?.lang ? { lang: title.lang } : {}),
    ...(href ? { href } : {}),
  };
}

/** A DOI or an address, as a link. */
export function identifierAddress(identifier: string): string | undefined {
  const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(identifier.trim())?.[1];
  return doi ? webAddress(`https://doi.org/${doi}`) : webAddress(identifier);
}

/** Conformance and measured quality. */
export function qualityRows({ quality }: Resource, locale: Locale): QualityRow[] {
  return quality.flatMap(({ type, names, specification, explanation, pass, values, valueUnit }) => {
    const name = names.map((map) => pageText(map, locale)).find((text) => text !== undefined);
    const cited = specification && citationView(specification, locale);
    const why = proseIn(explanation, locale);
    const measured = values.length > 0 ? [values.join(', '), valueUnit].filter(Boolean).join(' ') : undefined;
    if (pass === undefined && !measured && !why && !cited) return [];
    return [
      {
        name: name?.text ?? wordsOf(type),
        ...(name?.lang ? { lang: name.lang } : {}),
        ...(cited ? { specification: cited } : {}),
        ...(pass === undefined ? {} : { pass }),
        ...(measured ? { values: measured } : {}),
        ...(why ? { explanation: why } : {}),
      },
    ];
  });
}

/** `DQ_AbsoluteExternalPositionalAccuracy` → "Absolute external positional accuracy". */
function wordsOf(type: string): string {
  const words = type
    .replace(/^[A-Z]{2,3}_/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
