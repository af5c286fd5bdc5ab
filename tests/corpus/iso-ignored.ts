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
    path: /\/(dataQualityInfo\/DQ_DataQuality|resourceLineage\/MD_Lineage)\/scope\/MD_Scope\/level$/,
    reason: 'the level alone of an assessment or lineage that says nothing else',
  },
  {
    path: /\/operatesOn\/@uuidref$/,
    value: /^#/,
    reason: 'it points to the identification of the data that stands beside the service',
  },
  {
    path: /\/MD_Format\/version$/,
    value: /^([-–?.]+|unknown|inconnue?|n\/?a|not applicable)$/i,
    reason: 'ISO 19115:2003 demands the element, so exporters fill it',
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
