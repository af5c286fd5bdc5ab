import { isDeepStrictEqual } from 'node:util';
import { type Actor, actorName } from '#accounts';
import type { RulesVersion, SourceRules } from '#harvesters';
import type { Locale } from '../../locales/index.ts';
import { momentText } from '../moment.ts';

/** Rules as they were saved once, as a line of their history. */
export type VersionRow = {
  /** 0: none, before the first. */
  version: number;
  moment?: string;
  by?: 'bySystem' | 'byYou' | 'byColleague';
  /** The run whose rolling back brought them back. */
  undoes?: string;
  rules: number;
  /** Short names of rules that are new, gone or other than in the version before. */
  added: string[];
  removed: string[];
  changed: string[];
  /** Which records are taken or refused is other than before. */
  otherFilter: boolean;
  isInForce: boolean;
  /** An earlier version that says the same. */
  same?: number;
};

const none: SourceRules = { rules: [] };

/** The history of the rules of a source, the newest first; empty where there never were any. */
export function presentVersions(
  versions: readonly RulesVersion[],
  inForce: SourceRules,
  actor: Actor,
  locale: Locale,
): VersionRow[] {
  if (versions.length === 0) return [];
  const current = versions.find(({ rules }) => isDeepStrictEqual(rules, inForce))?.version ?? 0;
  const rows = versions.map(({ version, rules, at, actor: name, undoes }, place): VersionRow => {
    const earlier = versions.slice(place + 1);
    const same = earlier.find(({ rules: other }) => isDeepStrictEqual(other, rules))?.version;
    return {
      version,
      moment: momentText(at, locale),
      by: name === 'system' ? 'bySystem' : name === actorName(actor) ? 'byYou' : 'byColleague',
      ...(undoes ? { undoes } : {}),
      rules: rules.rules.length,
      ...difference(rules, earlier[0]?.rules ?? none),
      isInForce: version === current,
      ...(same === undefined ? {} : { same }),
    };
  });
  const first = { version: 0, rules: 0, added: [], removed: [], changed: [], otherFilter: false };
  return [...rows, { ...first, isInForce: current === 0 }];
}

/** What the draft becomes when somebody looks at a version; `undefined` where there is none of this number. */
export function rulesOfVersion(versions: readonly RulesVersion[], version: number): SourceRules | undefined {
  return version === 0 ? none : versions.find((one) => one.version === version)?.rules;
}

function difference(rules: SourceRules, before: SourceRules) {
  const was = new Map(before.rules.map((rule) => [rule.id, rule]));
  const is = new Map(rules.rules.map((rule) => [rule.id, rule]));
  const rest = ({ rules: _list, ...more }: SourceRules) => more;
  return {
    added: [...is.keys()].filter((id) => !was.has(id)),
    removed: [...was.keys()].filter((id) => !is.has(id)),
    changed: [...is]
      .filter(([id, rule]) => was.has(id) && !isDeepStrictEqual(was.get(id), rule))
      .map(([id]) => id),
    otherFilter: !isDeepStrictEqual(rest(rules), rest(before)),
  };
}
