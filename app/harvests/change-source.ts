import type { Actor } from '#accounts';
import type { BoundingBox } from '#catalogue/model';
import { harvestProtocols } from '#harvesters';
import type { Locale } from '../locales/index.ts';
import { pageText } from '../record/texts.ts';
import type { PortalServices } from '../services.ts';
import { protocolNames } from '../sources/present-sources.ts';
import { type HarvestProblem, refusalOf } from './harvest-action.ts';
import { readSourceForm, type SourceFieldErrors } from './read-source-form.ts';
import { weekdayNames } from './schedule-text.ts';
import { areaOf } from './selection-values.ts';
import { type SourceValues, valuesOf } from './source-values.ts';
import { deskMessagesIn } from './texts.ts';

/** What the form of a source shows. @throws DomainError `unauthenticated`, `forbidden`, `not-found` */
export async function presentSourceForm(
  actor: Actor,
  { harvests }: PortalServices,
  sourceId: string,
  locale: Locale,
) {
  const source = await harvests.source(actor, sourceId);
  const values = valuesOf(source, await harvests.settings(actor, sourceId));
  return {
    id: source.id,
    name: pageText(source.names, locale) ?? { text: source.id },
    title: deskMessagesIn(locale).harvestPages.edit,
    values,
    ...areaOf(values),
    ...formChoices(locale),
  };
}

/** What can be chosen in the form of a source. */
export function formChoices(locale: Locale) {
  return {
    protocols: harvestProtocols.map((name) => ({ name, title: protocolNames[name] })),
    weekdays: weekdayNames(locale),
  };
}

/** What is wrong with a form of a source, and what stands in it. */
export type RefusedSource = {
  refused: HarvestProblem;
  values: SourceValues;
  area?: BoundingBox;
  errors: SourceFieldErrors;
};

/**
 * Changes a source as a form says.
 * @returns `undefined` when it is done
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`
 */
export async function changeSource(
  request: Request,
  actor: Actor,
  sourceId: string,
  { accounts, harvests }: PortalServices,
): Promise<RefusedSource | undefined> {
  const read = readSourceForm(await request.formData());
  const { values } = read;
  try {
    accounts.requireOwnForm(request);
    if ('errors' in read) return { refused: 'form', values, ...areaOf(values), errors: read.errors };
    await harvests.change(actor, sourceId, read.draft);
    return undefined;
  } catch (error) {
    const refused = refusalOf(error);
    return { refused, values, ...areaOf(values), errors: errorsOf(refused, values.protocol) };
  }
}

/** Where the form shows what only the desk could tell. */
function errorsOf(refused: HarvestProblem, protocol: string): SourceFieldErrors {
  if (refused === 'url') return { url: protocol === 'archive' ? 'folder' : 'url' };
  if (refused === 'privateForbidden') return { url: refused };
  if (refused === 'ownerUnknown') return { owner: refused };
  return refused === 'schedule' ? { scheduleKind: protocol === 'push' ? 'sentSchedule' : 'schedule' } : {};
}
