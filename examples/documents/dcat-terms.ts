import type { Text } from './facts.ts';
import type { RdfIri, RdfLiteral, RdfProperty } from './rdf.ts';

/** A resource by its address. */
export function iri(address: string): RdfIri {
  return { iri: address };
}

/** A literal, of a datatype given as a compact name. */
export function literal(value: string, datatype?: string): RdfLiteral {
  return datatype === undefined ? { value } : { value, datatype };
}

/** One property for each language there is. */
export function texts(name: string, text: Text): RdfProperty[] {
  const { en, fr } = text;
  return [
    ...(en === undefined ? [] : ([[name, { value: en, language: 'en' }]] as const)),
    ...(fr === undefined ? [] : ([[name, { value: fr, language: 'fr' }]] as const)),
  ];
}

/** A date, or a date-time; one that is empty keeps the type that it ought to have. */
export function dated(name: string, date: string | undefined): RdfProperty[] {
  if (date === undefined) return [];
  return [[name, literal(date, date.includes('T') ? 'xsd:dateTime' : datatypeOf(date))]];
}

function datatypeOf(date: string): string {
  if (/^\d{4}$/.test(date)) return 'xsd:gYear';
  return /^\d{4}-\d\d$/.test(date) ? 'xsd:gYearMonth' : 'xsd:date';
}
