import { cronOf, type Schedule, type SourceDraft, sourceDraft } from '#harvesters';
import { formText } from '../account/form-text.ts';
import type { HarvestProblem } from './harvest-action.ts';
import { linesOf } from './rules/rule-values.ts';
import { readSelection, selectionOptions } from './selection-values.ts';
import type { SourceField, SourceValues } from './source-values.ts';

/** What is wrong with which field. */
export type SourceFieldErrors = Partial<Record<SourceField | 'id', HarvestProblem>>;

/** The form as it was filled in, and the draft it makes or what is wrong with it. */
export type ReadSource = { values: SourceValues } & ({ draft: SourceDraft } | { errors: SourceFieldErrors });

/** Where the problem of a part of the draft is shown, and its text. */
const shownAt: Record<keyof SourceDraft, [SourceField, HarvestProblem]> = {
  names: ['nameEn', 'names'],
  descriptions: ['descriptionEn', 'descriptions'],
  homepage: ['homepage', 'homepage'],
  contactEmail: ['contactEmail', 'contactEmail'],
  protocol: ['protocol', 'protocol'],
  url: ['url', 'url'],
  options: ['options', 'options'],
  schedule: ['scheduleKind', 'schedule'],
  themes: ['themes', 'themes'],
  owner: ['owner', 'contactEmail'],
  precedence: ['precedence', 'precedence'],
  digest: ['digestTo', 'digestTo'],
  enabled: ['enabled', 'schedule'],
  allowPrivateAddresses: ['allowPrivate', 'url'],
  policy: ['mostGone', 'mostGone'],
};
const ofPolicy = {
  mostGone: ['mostGone', 'mostGone'],
  mostChanged: ['mostChanged', 'mostChanged'],
  graceDays: ['graceDays', 'graceDays'],
} as const;

/** Reads the form of a source. */
export function readSourceForm(form: FormData): ReadSource {
  const text = (name: SourceField) => formText(form, name).trim();
  const values: SourceValues = {
    nameEn: text('nameEn'),
    nameFr: text('nameFr'),
    descriptionEn: text('descriptionEn'),
    descriptionFr: text('descriptionFr'),
    homepage: text('homepage'),
    contactEmail: text('contactEmail'),
    url: text('url'),
    protocol: text('protocol'),
    options: text('options'),
    allowPrivate: text('allowPrivate'),
    scheduleKind: text('scheduleKind'),
    time: text('time'),
    weekday: text('weekday'),
    day: text('day'),
    expression: text('expression'),
    themes: text('themes'),
    owner: text('owner'),
    precedence: text('precedence'),
    digestFrequency: text('digestFrequency'),
    digestTo: text('digestTo'),
    digestLanguage: text('digestLanguage'),
    west: text('west'),
    south: text('south'),
    east: text('east'),
    north: text('north'),
    periodFrom: text('periodFrom'),
    periodTo: text('periodTo'),
    keywords: text('keywords'),
    words: text('words'),
    filter: text('filter'),
    enabled: text('enabled'),
    mostGone: text('mostGone'),
    mostChanged: text('mostChanged'),
    graceDays: text('graceDays'),
  };
  const schedule = readSchedule(values);
  const options = readOptions(values.options);
  const selection = readSelection(values, values.protocol);
  const recipients = linesOf(values.digestTo);
  const ofSelection: readonly string[] = selectionOptions;
  const isTwice = Object.keys(options ?? {}).some((name) => ofSelection.includes(name));
  const parsed = sourceDraft.safeParse({
    names: { en: values.nameEn, fr: values.nameFr },
    descriptions: { en: values.descriptionEn, fr: values.descriptionFr },
    homepage: values.homepage || undefined,
    contactEmail: values.contactEmail || undefined,
    protocol: values.protocol,
    url: values.url,
    options: { ...options, ...selection.options },
    schedule: schedule && cronOf(schedule),
    themes: linesOf(values.themes),
    owner: values.owner,
    precedence: values.precedence === '' ? null : number(values.precedence),
    digest: {
      frequency: values.digestFrequency || undefined,
      recipients: recipients.length > 0 ? recipients : undefined,
      language: values.digestLanguage || undefined,
    },
    enabled: values.enabled !== '',
    allowPrivateAddresses: values.allowPrivate !== '',
    policy: {
      mostGone: number(values.mostGone) / 100,
      mostChanged: number(values.mostChanged) / 100,
      graceDays: number(values.graceDays),
    },
  });
  const errors: SourceFieldErrors = {
    ...(schedule ? {} : { scheduleKind: 'schedule' }),
    ...(options ? {} : { options: 'options' }),
    ...(isTwice ? { options: 'ownFields' } : {}),
  };
  // What is wrong with what is wanted is said at its fields, and not at the options that they make.
  const isNamed = Object.keys(selection.errors).length > 0;
  for (const { path } of parsed.error?.issues ?? []) {
    if (path[0] === 'options' && isNamed) continue;
    const [field, problem] = placeOf(path);
    errors[field] ??= problem;
  }
  Object.assign(errors, selection.errors);
  if (parsed.success && Object.keys(errors).length === 0) return { values, draft: parsed.data };
  return { values, errors };
}

function placeOf([part, member]: readonly PropertyKey[]): readonly [SourceField, HarvestProblem] {
  if (part === 'policy')
    return member === 'mostChanged' || member === 'graceDays' ? ofPolicy[member] : ofPolicy.mostGone;
  for (const [name, place] of Object.entries(shownAt)) if (name === part) return place;
  return shownAt.url;
}

/** A number as people write it, in French too; NaN for what is none. */
function number(text: string): number {
  return text === '' ? Number.NaN : Number(text.replace(',', '.').replace('%', ''));
}

/** @returns `undefined` when the form does not say when */
function readSchedule(values: SourceValues): Schedule | undefined {
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d{2})$/.exec(values.time) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  const hasTime = hours !== '' && hour < 24 && minute < 60;
  const [weekday, day] = [Number(values.weekday), Number(values.day)];
  switch (values.scheduleKind) {
    case 'by-hand':
      return { kind: 'by-hand' };
    case 'cron':
      return { kind: 'cron', expression: values.expression };
    case 'daily':
      return hasTime ? { kind: 'daily', hour, minute } : undefined;
    case 'weekly':
      return hasTime && Number.isInteger(weekday) && weekday >= 0 && weekday < 7
        ? { kind: 'weekly', weekday, hour, minute }
        : undefined;
    case 'monthly':
      return hasTime && Number.isInteger(day) && day >= 1 && day <= 28
        ? { kind: 'monthly', day, hour, minute }
        : undefined;
    default:
      return undefined;
  }
}

/** `name=value` on each line. @returns `undefined` when a line is not so */
function readOptions(text: string): Record<string, string> | undefined {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.some((line) => line.indexOf('=') < 1)) return undefined;
  return Object.fromEntries(
    lines.map((line) => {
      const split = line.indexOf('=');
      return [line.slice(0, split).trim(), line.slice(split + 1).trim()];
    }),
  );
}
