import type { Actor } from '#accounts';
import {
  defaultPolicy,
  type Finding,
  type HarvestProtocolName,
  harvestProtocols,
  type SourceDraft,
  sourceDraft,
  sourceId,
} from '#harvesters';
import { formText } from '../account/form-text.ts';
import type { Locale } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import { sentenceFor } from '../phrases/index.ts';
import type { PortalServices } from '../services.ts';
import { protocolNames } from '../sources/present-sources.ts';
import { slugOf } from '../themes/slug.ts';
import { type HarvestProblem, refusalOf } from './harvest-action.ts';
import { wayOf } from './ways.ts';

/** `why`: why it was not understood, in the reader's language. */
export type FindingView = Finding & { name: string; why?: string };

/** What stands in the second form: what is to be known of a new source. */
export type NewSourceValues = { id: string; nameEn: string; nameFr: string; protocol: string };

/** The page after its first form: what the address speaks; or what is wrong with it. */
export type AddSourceState = {
  url: string;
  allowPrivate: boolean;
  findings?: FindingView[];
  values?: NewSourceValues;
  refused?: HarvestProblem;
  errors?: Partial<Record<'url' | 'id' | 'nameEn' | 'protocol', HarvestProblem>>;
};

type AddedSource = { added: string; sends: boolean };

/**
 * Does what the forms of the page ask: tries an address, or adds the source.
 * @returns the state of the page, or the identifier of the source that was added and whether it sends its documents
 * @throws DomainError `unauthenticated`, `forbidden`
 */
export async function addSource(
  request: Request,
  actor: Actor,
  services: PortalServices,
): Promise<AddSourceState | AddedSource> {
  const form = await request.formData();
  const locale = localeOf(request);
  const url = formText(form, 'url').trim();
  const allowPrivate = formText(form, 'allowPrivate') !== '';
  const asked = { url, allowPrivate };
  try {
    services.accounts.requireOwnForm(request);
    if (formText(form, 'intent') === 'add') return await add(form, asked, actor, services, locale);
    const findings = await services.harvests.detect(actor, url, allowPrivate, request.signal);
    return {
      ...asked,
      findings: findings.map((finding) => named(finding, locale)),
      values: await suggestion(findings, services),
    };
  } catch (error) {
    const refused = refusalOf(error);
    return { ...asked, refused, errors: refused === 'url' ? { url: 'url' } : {} };
  }
}

async function add(
  form: FormData,
  asked: { url: string; allowPrivate: boolean },
  actor: Actor,
  { harvests }: PortalServices,
  locale: Locale,
): Promise<AddSourceState | AddedSource> {
  const values: NewSourceValues = {
    id: formText(form, 'id').trim(),
    nameEn: formText(form, 'nameEn').trim(),
    nameFr: formText(form, 'nameFr').trim(),
    protocol: formText(form, 'protocol'),
  };
  const way = wayOf(values.protocol);
  const placeError = way === 'archive' ? 'folder' : 'url';
  const id = sourceId.safeParse(values.id);
  const draft = sourceDraft.safeParse(draftOf(values, asked.url, asked.allowPrivate, form));
  const wrong = new Set(draft.error?.issues.map(({ path }) => path[0]));
  const errors: AddSourceState['errors'] = {
    ...(id.success ? {} : { id: 'id' }),
    ...(wrong.has('names') ? { nameEn: 'names' } : {}),
    ...(wrong.has('protocol') ? { protocol: 'protocol' } : {}),
    ...(wrong.has('url') ? { url: placeError } : {}),
  };
  // The findings go along with the form, so that the address need not be asked again.
  const findings = readFindings(form).map((finding) => named(finding, locale));
  if (!id.success || !draft.success) return { ...asked, values, findings, refused: 'form', errors };
  try {
    await harvests.add(actor, id.data, draft.data);
    return { added: id.data, sends: way === 'push' };
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === 'idTaken')
      return { ...asked, values, findings, refused: 'form', errors: { id: refused } };
    if (refused === 'url')
      return { ...asked, values, findings, refused: 'form', errors: { url: placeError } };
    throw error;
  }
}

function draftOf(
  { nameEn, nameFr, protocol }: NewSourceValues,
  url: string,
  allowPrivateAddresses: boolean,
  form: FormData,
): { [Key in keyof SourceDraft]?: unknown } {
  return {
    names: { en: nameEn, fr: nameFr },
    descriptions: { en: '', fr: '' },
    protocol,
    url: formText(form, `address.${protocol}`) || url,
    options: {},
    enabled: true,
    allowPrivateAddresses,
    policy: defaultPolicy,
  };
}

/** What the first form found, as it stands in the second. */
function readFindings(form: FormData): Finding[] {
  return harvestProtocols.flatMap((protocol): Finding[] => {
    const url = formText(form, `address.${protocol}`);
    if (url === '') return [];
    const told = form.getAll(`told.${protocol}`).filter((fact) => typeof fact === 'string');
    if (formText(form, `speaks.${protocol}`) === '')
      return [{ protocol, url, speaks: false, reason: told.join(' ') }];
    return [{ protocol, url, speaks: true, facts: told, vague: formText(form, `vague.${protocol}`) !== '' }];
  });
}

function named(finding: Finding, locale: Locale): FindingView {
  const name = protocolNames[finding.protocol];
  return finding.speaks
    ? { ...finding, name }
    : { ...finding, name, why: sentenceFor(locale, finding.reason) };
}

/** A short name that is free, and the name that the source gives itself. */
async function suggestion(
  findings: readonly Finding[],
  { sources }: PortalServices,
): Promise<NewSourceValues> {
  const [best] = findings;
  const spoken: HarvestProtocolName | '' = best?.speaks ? best.protocol : '';
  const title = best?.speaks ? (best.title ?? '') : '';
  const wanted = slugOf(title).slice(0, 40).replace(/-+$/, '') || hostSlug(best?.url) || 'source';
  let id = wanted;
  for (let number = 2; await sources.get(id); number += 1) id = `${wanted}-${number}`;
  return { id, nameEn: title.slice(0, 200), nameFr: '', protocol: spoken };
}

function hostSlug(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return '';
  return slugOf(new URL(url).hostname.replace(/^www\./, ''));
}
