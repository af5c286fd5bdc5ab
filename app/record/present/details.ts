import { codeLabel, dateTypes, type Resource } from '#catalogue/model';
import { formatDate, formatLanguage, formatNumber } from '../../locales/format.ts';
import type { Locale, Messages } from '../../locales/index.ts';
import { frequencyLabels, labelOf, progressLabels, representationLabels } from '../code-labels.ts';
import { type PageText, pageText, typeLabel } from '../texts.ts';
import { webAddress } from './address.ts';
import { formatDuration } from './duration.ts';

export type DetailValue = PageText & { href?: string };
export type Detail = { label: string; values: DetailValue[] };

/** What is left to say of a resource, as labelled values; labels of which nothing is told are left out. */
export function detailsOf(resource: Resource, locale: Locale, { recordPage: words }: Messages): Detail[] {
  const texts = (values: readonly (string | undefined)[]) =>
    values.filter((text) => text !== undefined && text !== '').map((text) => ({ text: text ?? '' }));
  const maps = (values: readonly Parameters<typeof pageText>[0][]) =>
    values.map((map) => pageText(map, locale)).filter((text) => text !== undefined);
  const { maintenance } = resource;
  const rows: Detail[] = [
    { label: words.alternateTitles, values: maps(resource.alternateTitles) },
    { label: words.kind, values: texts([kindText(resource, locale)]) },
    {
      label: words.dates,
      values: texts(
        resource.dates.map(
          ({ type, date }) =>
            `${formatDate(date, locale)} (${codeLabel(dateTypes, type, locale).toLowerCase()})`,
        ),
      ),
    },
    { label: words.edition, values: texts([editionText(resource, locale)]) },
    {
      label: words.status,
      values: texts(resource.status.map((code) => labelOf(progressLabels, code, locale))),
    },
    {
      label: words.frequency,
      values: texts([
        maintenance?.userDefinedFrequency && formatDuration(maintenance.userDefinedFrequency, locale),
        maintenance?.frequency && labelOf(frequencyLabels, maintenance.frequency, locale),
      ]).slice(0, 1),
    },
    { label: words.languages, values: texts(resource.languages.map((tag) => formatLanguage(tag, locale))) },
    { label: words.processingLevel, values: texts([resource.processingLevel]) },
    {
      label: words.representation,
      values: texts(
        resource.spatialRepresentations.map((code) => labelOf(representationLabels, code, locale)),
      ),
    },
    { label: words.resolution, values: texts(resolutions(resource, locale)) },
    { label: words.referenceSystem, values: referenceSystems(resource, locale) },
    {
      label: words.dataFormats,
      values: resource.formats.map(({ name, version, uri }) =>
        linked([name, version].filter(Boolean).join(' '), uri),
      ),
    },
    { label: words.series, values: texts([resource.seriesName]) },
    { label: words.identifiers, values: resource.identifiers.map(({ code, uri }) => linked(code, uri)) },
    { label: words.credits, values: maps(resource.credits) },
    { label: words.environment, values: maps([resource.environmentDescription]) },
  ];
  return rows
    .map(({ label, values }) => ({ label, values: distinct(values) }))
    .filter(({ values }) => values.length > 0);
}

function kindText({ type, typeAsGiven }: Resource, locale: Locale): string {
  const label = typeLabel(type, locale);
  return typeAsGiven && typeAsGiven.toLowerCase() !== type.toLowerCase()
    ? `${label} (${typeAsGiven})`
    : label;
}

function editionText({ edition, editionDate }: Resource, locale: Locale): string | undefined {
  if (!editionDate) return edition;
  return [edition, `(${formatDate(editionDate, locale)})`].filter(Boolean).join(' ');
}

function resolutions(resource: Resource, locale: Locale): string[] {
  const measure = (measured: { value: number; unit: string } | undefined) =>
    measured && `${formatNumber(measured.value, locale, 6)} ${measured.unit.split(/[#/:]/).at(-1)}`;
  return [
    ...resource.spatialResolutions.flatMap(
      ({ scaleDenominator, distance, vertical, angular, levelOfDetail }) => [
        scaleDenominator === undefined ? undefined : `1:${formatNumber(scaleDenominator, locale)}`,
        measure(distance),
        measure(angular),
        vertical && `↕ ${measure(vertical)}`,
        pageText(levelOfDetail, locale)?.text,
      ],
    ),
    ...resource.temporalResolutions.map((duration) => formatDuration(duration, locale)),
  ].filter((text) => text !== undefined);
}

function referenceSystems({ referenceSystems: systems }: Resource, locale: Locale): DetailValue[] {
  return systems.map(({ code, codeSpace, name, uri }) => {
    const short = /(?:EPSG|crs\/EPSG)[:/]+(?:[\d.]*[:/]+)?(\d{4,6})$/i.exec(code)?.[1];
    const plain = short
      ? `EPSG:${short}`
      : codeSpace && !code.includes(codeSpace)
        ? `${codeSpace}:${code}`
        : code;
    const said = pageText(name, locale)?.text;
    return linked(said && said !== plain ? `${said} (${plain})` : plain, uri ?? code);
  });
}

function linked(text: string, uri: string | undefined): DetailValue {
  const href = webAddress(uri);
  return href ? { text, href } : { text };
}

function distinct(values: readonly DetailValue[]): DetailValue[] {
  return [...new Map(values.map((value) => [value.text, value])).values()];
}
