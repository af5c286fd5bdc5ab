import type { Occurrence } from './iso-occurrences.ts';

/** What the model leaves out on purpose, and why; the first rule that fits counts. */
const rules: readonly { path: RegExp; value?: RegExp; reason: string }[] = [
  {
    path: /\/extentTypeCode$/,
    value: /^(true|1)$/,
    reason: 'an area is covered unless told otherwise',
  },
  {
    path: /\/(VerticalCRS|VerticalDatum|VerticalCS|CoordinateSystemAxis)\/(scope|axisAbbrev)$/,
    reason: 'GML demands the element; it says nothing of the data',
  },
  {
    path: /\/PT_Locale\/characterEncoding$/,
    reason: 'what is written is in UTF-8, whatever the original was in',
  },
];

/** Why an occurrence is left out on purpose; `undefined` when it is not. */
export function reasonToIgnore({ path, value }: Occurrence): string | undefined {
  return rules.find((rule) => rule.path.test(path) && (!rule.value || rule.value.test(value)))?.reason;
}
