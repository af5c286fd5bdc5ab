import { defaultPolicy, type HarvestSource, type SourceSettings, scheduleOf } from '#harvesters';
import type { SelectionField } from './selection-fields.ts';
import { selectionOptions, selectionValues } from './selection-values.ts';

/** A field of a source's form. */
export type SourceField =
  | SelectionField
  | 'owner'
  | 'precedence'
  | 'digestFrequency'
  | 'digestTo'
  | 'digestLanguage'
  | 'nameEn'
  | 'nameFr'
  | 'descriptionEn'
  | 'descriptionFr'
  | 'homepage'
  | 'contactEmail'
  | 'url'
  | 'protocol'
  | 'options'
  | 'allowPrivate'
  | 'scheduleKind'
  | 'time'
  | 'weekday'
  | 'day'
  | 'expression'
  | 'themes'
  | 'enabled'
  | 'mostGone'
  | 'mostChanged'
  | 'graceDays';

/** What stands in the form; a box that is not ticked is ''. */
export type SourceValues = Record<SourceField, string>;

/** What the form of a source shows before anybody changed it. */
export function valuesOf(source: HarvestSource, { owner, digest }: SourceSettings): SourceValues {
  const ofSelection: readonly string[] = selectionOptions;
  const schedule = scheduleOf(source.schedule);
  const { mostGone, mostChanged, graceDays } = source.policy ?? defaultPolicy;
  const percent = (share: number) => String(Math.round(share * 10_000) / 100);
  const pad = (value: number) => String(value).padStart(2, '0');
  return {
    nameEn: source.names['en'] ?? '',
    nameFr: source.names['fr'] ?? '',
    descriptionEn: source.descriptions['en'] ?? '',
    descriptionFr: source.descriptions['fr'] ?? '',
    homepage: source.homepage ?? '',
    contactEmail: source.contactEmail ?? '',
    url: source.url,
    protocol: source.protocol,
    ...selectionValues(source.options),
    options: Object.entries(source.options)
      .filter(([name]) => !ofSelection.includes(name))
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
    allowPrivate: source.allowPrivateAddresses ? 'yes' : '',
    scheduleKind: schedule.kind,
    time: 'hour' in schedule ? `${pad(schedule.hour)}:${pad(schedule.minute)}` : '03:00',
    weekday: schedule.kind === 'weekly' ? String(schedule.weekday) : '1',
    day: schedule.kind === 'monthly' ? String(schedule.day) : '1',
    expression: schedule.kind === 'cron' ? schedule.expression : '',
    themes: (source.themes ?? []).join('\n'),
    owner: owner ?? '',
    precedence: source.precedence === undefined ? '' : String(source.precedence),
    digestFrequency: digest.frequency ?? '',
    digestTo: (digest.recipients ?? []).join('\n'),
    digestLanguage: digest.language ?? '',
    enabled: source.enabled ? 'yes' : '',
    mostGone: percent(mostGone),
    mostChanged: percent(mostChanged),
    graceDays: String(graceDays),
  };
}
