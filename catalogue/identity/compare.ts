import { type Agreement, hullAgreement, spanAgreement } from './extents.ts';
import type { IdentityProfile } from './profile.ts';
import { isTelling, titleAgreement } from './titles.ts';

/** Why two records are taken for one resource, or not. */
export const reasonCodes = [
  'joined',
  'doi',
  'identifier',
  'equals',
  'local-identifier',
  'title',
  'similar-title',
  'other-language',
  'extent',
  'time',
  'parties',
  'abstract',
  'title-differs',
  'extent-differs',
  'time-differs',
  'parties-differ',
  'edition-differs',
  'doi-differs',
  'kind-differs',
  'says-apart',
  'same-source',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** `weight`: points for (or against, negative) their being the same; `value`: what they share, as it is shown. */
export type Reason = { code: ReasonCode; weight: number; value?: string };

/** `same` is clustered; `perhaps` is proposed to a person; `never`: also what both are the same as does not join them. */
export type Judgement = {
  verdict: 'same' | 'perhaps' | 'different' | 'never';
  score: number;
  reasons: Reason[];
};

/** Points from which two records are one resource, and from which a person is asked. */
const certain = 5;
const doubtful = 3;

/** Points; the tests of this room say what they must tell apart. */
const weights = {
  doi: 6,
  identifier: 6,
  equals: 6,
  local: 2,
  title: 3,
  vagueTitle: 1,
  similarTitle: 1,
  extent: 1.5,
  near: 0.5,
  time: 1,
  parties: 1,
  abstract: 2,
} as const;

/**
 * Judges whether two records describe one resource. Whoever is asked first makes no difference.
 * @param beside both are live records of one source, which seldom tells the same thing twice; `false` also for a record that
 * its source no longer lists
 */
export function compareProfiles(left: IdentityProfile, right: IdentityProfile, beside: boolean): Judgement {
  const reasons: Reason[] = [];
  const add = (code: ReasonCode, weight: number, value?: string) => {
    reasons.push({ code, weight, ...(value === undefined ? {} : { value }) });
  };
  const veto = vetoOf(left, right);
  if (veto) return { verdict: 'never', score: 0, reasons: [{ code: veto, weight: 0 }] };
  if (kindsDiffer(left, right)) add('kind-differs', -4);
  addIdentifiers(left, right, add);
  addTitles(left, right, beside, add);
  const extent = hullAgreement(left.hull, right.hull);
  const time = spanAgreement(left.span, right.span);
  addAgreement(extent, 'extent', 'extent-differs', weights.extent, -2.5, add);
  addAgreement(time, 'time', 'time-differs', weights.time, -1.5, add);
  if (shared(left.parties, right.parties) !== undefined) add('parties', weights.parties);
  else if (left.parties.length > 0 && right.parties.length > 0) add('parties-differ', -1);
  if (shared(left.abstracts, right.abstracts) !== undefined) add('abstract', weights.abstract);
  if (left.edition && right.edition && left.edition !== right.edition) add('edition-differs', -1.5);
  if (beside) add('same-source', -2);
  const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
  const verdict = score >= certain ? 'same' : score >= doubtful ? 'perhaps' : 'different';
  return { verdict, score, reasons };
}

/** What no agreement makes good: one serves and the other is served, or a record that itself names the other as its part or version. */
function vetoOf(left: IdentityProfile, right: IdentityProfile): 'kind-differs' | 'says-apart' | undefined {
  if ((left.family === 'service') !== (right.family === 'service')) return 'kind-differs';
  const keys = ({ dois, globals }: IdentityProfile) => [...dois, ...globals];
  const names = (one: IdentityProfile, other: IdentityProfile) => {
    const own = new Set(keys(one));
    return keys(other).some((key) => one.apart.includes(key) && !own.has(key));
  };
  return names(left, right) || names(right, left) ? 'says-apart' : undefined;
}

/** Whether two records say that they are of different kinds; some formats know one kind only, so that is no veto. */
function kindsDiffer({ family: left }: IdentityProfile, { family: right }: IdentityProfile): boolean {
  return left !== right && left !== 'any' && right !== 'any';
}

type Add = (code: Reason['code'], weight: number, value?: string) => void;

function addIdentifiers(left: IdentityProfile, right: IdentityProfile, add: Add): void {
  const doi = shared(left.dois, right.dois);
  const ownLeft = left.dois.filter((key) => !right.dois.includes(key));
  const ownRight = right.dois.filter((key) => !left.dois.includes(key));
  // Two versions may both name the DOI of all versions beside their own.
  const apart = ownLeft.length > 0 && ownRight.length > 0;
  if (apart) add('doi-differs', -6);
  else if (doi) add('doi', weights.doi, doi.slice('doi:'.length));
  const global = shared(left.globals, right.globals);
  if (global && !(apart && !global.startsWith('uuid:')))
    add('identifier', weights.identifier, global.replace(/^(uuid|uri|handle):/, ''));
  const own = (profile: IdentityProfile) => [...profile.dois, ...profile.globals];
  const equal = shared(left.equals, own(right)) ?? shared(right.equals, own(left));
  if (equal) add('equals', weights.equals, equal.replace(/^\w+:/, ''));
  const local = shared(left.locals, right.locals);
  if (local && !doi && !global) add('local-identifier', weights.local, local.slice('local:'.length));
}

function addTitles(left: IdentityProfile, right: IdentityProfile, beside: boolean, add: Add): void {
  const agreement = titleAgreement(left.titles, right.titles);
  if (agreement === 'same') {
    const telling = left.titles.some(
      ({ text }) => isTelling(text) && right.titles.some((other) => other.text === text),
    );
    add('title', telling ? weights.title : weights.vagueTitle);
  } else if (agreement === 'similar') add('similar-title', weights.similarTitle);
  else if (agreement === 'other-language') add('other-language', 0);
  // The parts of a whole say more than its name.
  else if (agreement === 'contained' && !beside) add('similar-title', 0.5);
  else if (agreement !== 'untold') add('title-differs', againstTitle[agreement]);
}

const againstTitle = { contained: -3, unsure: -2, different: -5, numbered: -6 } as const;

function addAgreement(
  agreement: Agreement,
  agrees: 'extent' | 'time',
  differs: 'extent-differs' | 'time-differs',
  weight: number,
  against: number,
  add: Add,
): void {
  if (agreement === 'same') add(agrees, weight);
  else if (agreement === 'near') add(agrees, weights.near);
  else if (agreement === 'different') add(differs, against);
}

function shared(left: readonly string[], right: readonly string[]): string | undefined {
  return left.find((key) => right.includes(key));
}
