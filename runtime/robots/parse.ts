/** What a robots.txt allows one robot (RFC 9309). */
export type RobotsRules = {
  /** @param target path and query of an address, as it stands in the request line */
  allows(target: string): boolean;
  /** `Crawl-delay` in seconds, which is no part of the standard but asked for all the same. */
  delaySeconds?: number;
  /** Addresses of sitemaps, for any robot. */
  sitemaps: string[];
  /** The server could not be reached: what it allows is not known, and nothing is taken to be allowed. */
  unreachable?: boolean;
};

type Rule = { allow: boolean; path: string };
type Group = { agents: string[]; rules: Rule[]; delaySeconds?: number };

/** A file of rules is not larger than this (RFC 9309, 2.5); what follows is not read. */
const mostBytes = 512 * 1024;

/**
 * Reads a robots.txt.
 * @param text of the file
 * @param robot product token of the robot, such as `Halocline`; case does not count
 */
export function parseRobots(text: string, robot: string): RobotsRules {
  const { groups, sitemaps } = groupsOf(text.slice(0, mostBytes));
  const wanted = robot.toLowerCase();
  const named = groups.filter(({ agents }) => agents.includes(wanted));
  const own = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  const rules = own.flatMap((group) => group.rules);
  const delaySeconds = own.find((group) => group.delaySeconds !== undefined)?.delaySeconds;
  return {
    allows: (target) => target === '/robots.txt' || isAllowed(rules, target),
    sitemaps,
    ...(delaySeconds === undefined ? {} : { delaySeconds }),
  };
}

function groupsOf(text: string): { groups: Group[]; sitemaps: string[] } {
  const groups: Group[] = [];
  const sitemaps: string[] = [];
  let open = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, field = '', content = ''] = /^\s*([A-Za-z-]+)\s*:\s*(.*?)\s*(?:#.*)?$/.exec(line) ?? [];
    const name = field.toLowerCase();
    if (name === 'sitemap' && content) sitemaps.push(content);
    if (name === 'user-agent') {
      const agent = content.toLowerCase().replace(/\/.*$/, '').trim();
      const group = groups.at(-1);
      if (open && group) group.agents.push(agent);
      else groups.push({ agents: [agent], rules: [] });
      open = true;
      continue;
    }
    const group = groups.at(-1);
    if (!group || !name) continue;
    if (name === 'allow' || name === 'disallow') {
      open = false;
      // An empty Disallow forbids nothing.
      if (content) group.rules.push({ allow: name === 'allow', path: content });
    } else if (name === 'crawl-delay') {
      open = false;
      const seconds = Number(content);
      if (seconds >= 0) group.delaySeconds = seconds;
    }
  }
  return { groups, sitemaps };
}

/** The longest rule that matches decides; of two as long, the one that allows (RFC 9309, 2.2.2). */
function isAllowed(rules: readonly Rule[], target: string): boolean {
  let best: Rule | undefined;
  for (const rule of rules) {
    if (!matches(rule.path, target)) continue;
    const longer = !best || rule.path.length > best.path.length;
    if (longer || (rule.path.length === best?.path.length && rule.allow)) best = rule;
  }
  return best?.allow ?? true;
}

/** `*` stands for anything, `$` at the end for the end; walked without a regular expression, which rules could abuse. */
function matches(pattern: string, target: string): boolean {
  const anchored = pattern.endsWith('$');
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const first = parts[0] ?? '';
  if (!target.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of parts.entries()) {
    if (index === 0) continue;
    const isLast = index === parts.length - 1;
    if (anchored && isLast)
      return part === '' || (target.endsWith(part) && target.length - part.length >= at);
    const found = target.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !anchored || at === target.length;
}
