import type { Actor } from '#accounts';
import type { Locale } from '../../locales/index.ts';
import type { PortalServices } from '../../services.ts';
import { type HarvestProblem, refusalOf } from '../harvest-action.ts';
import { carryOutRules } from './carry-out-rules.ts';
import { presentRules, type RulesView, storedRules } from './present-rules.ts';
import { rulesOfVersion } from './present-versions.ts';
import { formOf } from './rules-form.ts';
import { saidPreview } from './said-preview.ts';

/** The page after a form of it: with its draft, or told that the rules are saved. */
export type RulesActed = { saved: 'changed' | 'unchanged' } | { view: RulesView; refused?: HarvestProblem };

/**
 * Does what the form of the rules asks. Nothing is stored before somebody saves.
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`
 */
export async function actOnRules(
  request: Request,
  actor: Actor,
  sourceId: string,
  services: PortalServices,
  locale: Locale,
): Promise<RulesActed> {
  const { accounts, harvests } = services;
  const values = valuesIn(await request.formData());
  try {
    accounts.requireOwnForm(request);
  } catch (error) {
    const refused = refusalOf(error);
    return { view: await presentRules(actor, services, sourceId, locale), refused };
  }
  if (values['intent'] === 'forget') {
    const form = formOf(storedRules(await harvests.source(actor, sourceId)));
    return { view: { ...(await presentRules(actor, services, sourceId, locale, form)), focus: 'rule-list' } };
  }
  const version = /^version:(\d+)$/.exec(values['intent'] ?? '')?.[1];
  if (version !== undefined) {
    const saved = rulesOfVersion(await harvests.rulesVersions(actor, sourceId), Number(version));
    const form = formOf(saved ?? storedRules(await harvests.source(actor, sourceId)));
    const view = await presentRules(actor, services, sourceId, locale, form);
    return { view: { ...view, focus: 'rule-list', ...(saved ? { version: Number(version) } : {}) } };
  }
  const { form, rules, wish } = carryOutRules(values);
  if (rules && wish === 'save') {
    const isChanged = await harvests.setRules(actor, sourceId, rules);
    return { saved: isChanged ? 'changed' : 'unchanged' };
  }
  const view = await presentRules(actor, services, sourceId, locale, form);
  if (form.faults.length > 0) return { view: { ...view, focus: 'rule-faults' }, refused: 'form' };
  if (rules && wish === 'preview') {
    const preview = await harvests.previewRules(actor, sourceId, rules);
    return { view: { ...view, preview: saidPreview(preview, locale), focus: 'rule-preview' } };
  }
  const focus = form.editor ? 'rule-editor' : rowAfter(values['intent'] ?? '');
  return { view: { ...view, focus } };
}

/** Where reading goes on: at the rule that was moved or switched, else at the list. */
function rowAfter(intent: string): string {
  const [deed = '', place = ''] = intent.split(':');
  const moved: Record<string, number> = { up: -1, down: 1, switch: 0 };
  const by = moved[deed];
  return by === undefined ? 'rule-list' : `rule-row-${Number(place) + by}`;
}

/** What was sent, several values of one name one on each line. */
function valuesIn(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of new Set(form.keys()))
    values[name] = form
      .getAll(name)
      .filter((value): value is string => typeof value === 'string')
      .join('\n');
  return values;
}
