import type { Actor } from '#accounts';
import { isDomainError } from '#runtime/errors';
import { formText } from '../account/form-text.ts';
import type { PortalServices } from '../services.ts';
import type { DeskMessages } from './texts.ts';

export type HarvestProblem = keyof DeskMessages['harvestPages']['errors'];

/** What came of a form of these pages; the key of its text. */
export type HarvestOutcome =
  | {
      done:
        | 'ordered'
        | 'asked'
        | 'discarded'
        | 'saved'
        | 'theme-saved'
        | 'added'
        | 'added-sending'
        | 'rules-changed'
        | 'rules-unchanged'
        | 'archived'
        | 'reopened';
    }
  | { refused: HarvestProblem };

/**
 * Does what a form of a source's page asks.
 * @throws DomainError as `HarvestDesk.order`
 */
export async function actOnSource(
  request: Request,
  actor: Actor,
  sourceId: string,
  services: PortalServices,
): Promise<HarvestOutcome> {
  const { harvests } = services;
  return expected(request, services, async (intent) => {
    switch (intent) {
      case 'preview':
        await harvests.order(actor, { action: 'harvest', sourceId, dryRun: true });
        return { done: 'ordered' };
      case 'harvest':
        await harvests.order(actor, { action: 'harvest', sourceId });
        return { done: 'ordered' };
      case 'harvest-all':
        await harvests.order(actor, { action: 'harvest', sourceId, full: true });
        return { done: 'ordered' };
      case 'reread':
        await harvests.order(actor, { action: 'reread', sourceId });
        return { done: 'ordered' };
      case 'reread-preview':
        await harvests.order(actor, { action: 'reread', sourceId, dryRun: true });
        return { done: 'ordered' };
      default:
        return undefined;
    }
  });
}

/**
 * Does what a form of the page asks where a source is archived, removed or brought back.
 * @throws DomainError as the methods of `HarvestDesk`
 */
export async function actOnClosing(
  request: Request,
  actor: Actor,
  sourceId: string,
  services: PortalServices,
): Promise<HarvestOutcome> {
  const { harvests } = services;
  return expected(request, services, async (intent, form) => {
    switch (intent) {
      case 'archive':
        await harvests.archive(actor, sourceId, true);
        return { done: 'archived' };
      case 'reopen':
        await harvests.archive(actor, sourceId, false);
        return { done: 'reopened' };
      case 'remove': {
        // Whoever mistook the page for another's learns it here.
        if (formText(form, 'confirmation').trim() !== sourceId) return { refused: 'confirmation' };
        const heir = formText(form, 'heir');
        await harvests.order(actor, { action: 'remove', sourceId, ...(heir === '' ? {} : { heir }) });
        return { done: 'ordered' };
      }
      case 'bring-back': {
        const { closed } = await harvests.source(actor, sourceId);
        if (!closed?.runId) return { refused: 'conflict' };
        await harvests.order(actor, { action: 'roll-back', runId: closed.runId });
        return { done: 'ordered' };
      }
      default:
        return undefined;
    }
  });
}

/** Does what a form of a run's page asks. @throws DomainError as the methods of `HarvestDesk` */
export async function actOnRun(
  request: Request,
  actor: Actor,
  runId: string,
  services: PortalServices,
): Promise<HarvestOutcome> {
  const { harvests } = services;
  return expected(request, services, async (intent) => {
    switch (intent) {
      case 'pause':
      case 'cancel':
        await harvests.ask(actor, runId, intent);
        return { done: 'asked' };
      case 'discard':
        await harvests.discard(actor, runId);
        return { done: 'discarded' };
      case 'resume':
      case 'approve':
      case 'roll-back':
        await harvests.order(actor, { action: intent, runId });
        return { done: 'ordered' };
      default:
        return undefined;
    }
  });
}

async function expected(
  request: Request,
  { accounts }: PortalServices,
  act: (intent: string, form: FormData) => Promise<HarvestOutcome | undefined>,
): Promise<HarvestOutcome> {
  const form = await request.formData();
  try {
    accounts.requireOwnForm(request);
    const outcome = await act(formText(form, 'intent'), form);
    if (outcome) return outcome;
  } catch (error) {
    return { refused: refusalOf(error) };
  }
  throw new Response(null, { status: 400 });
}

/**
 * What an expected error means to whoever sent the form.
 * @throws the error itself when it is a fault of ours, or a missing permission
 */
export function refusalOf(error: unknown): HarvestProblem {
  if (isDomainError(error)) {
    if (error.code === 'conflict') return error.field === 'id' ? 'idTaken' : 'conflict';
    if (error.code === 'not-found') return 'gone';
    if (error.code === 'invalid' && error.field === 'url') return 'url';
    if (error.code === 'invalid' && error.field === 'schedule') return 'schedule';
    if (error.code === 'invalid' && error.field === 'owner') return 'ownerUnknown';
    if (error.code === 'forbidden' && error.field === 'allowPrivate') return 'privateForbidden';
    if (error.code === 'forbidden' && error.field === undefined) return 'notOurForm';
  }
  throw error;
}
