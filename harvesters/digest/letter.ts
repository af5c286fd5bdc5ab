import { localise } from '#catalogue/model';
import { problemText } from '#catalogue/problems';
import { escapeText } from '#catalogue/xml';
import { discreet } from '#runtime/discretion';
import { dateIn, digestTexts, numberIn } from './texts.ts';
import type { Digest, DigestLanguage } from './types.ts';

export type Letterhead = {
  /** Public address, without a slash at the end. */
  publicUrl: string;
  /** Name of the portal. */
  name: string;
  /** E-mail address of the operator. */
  contact: string;
};

export type WrittenDigest = { subject: string; text: string; html: string };

/** A part of a letter: a paragraph, a heading, or a list of items with what stands below each. */
type Block = { text: string } | { heading: string } | { items: { text: string; below?: string[] }[] };

const rulesShown = 12;

/** Writes a digest as plain text and as simple HTML; nothing of the inside is told. */
export function writeDigest(digest: Digest, language: DigestLanguage, head: Letterhead): WrittenDigest {
  const texts = digestTexts[language];
  const { source, now } = digest;
  const other = language === 'fr' ? 'en' : 'fr';
  const name = localise(source.names, language, other)?.text ?? source.id;
  const blocks = blocksOf(digest, name, language, head);
  const page = `${head.publicUrl}/sources/${source.id}/report`;
  const stop = texts.stop(head.contact);
  return {
    subject: texts.subject(name, numberIn(language, now.problems)),
    text: [
      texts.hello,
      ...blocks.map(plain),
      `${texts.report}\n${page}`,
      `${texts.table}\n${page}.csv`,
      `-- \n${head.name}\n${stop}`,
    ].join('\n\n'),
    html: [
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><body>`,
      `<p>${escapeText(texts.hello)}</p>`,
      ...blocks.map(marked),
      `<p>${escapeText(texts.report)} <a href="${page}">${page}</a></p>`,
      `<p>${escapeText(texts.table)} <a href="${page}.csv">${page}.csv</a></p>`,
      `<hr><p><small>${escapeText(head.name)}. ${escapeText(stop)}</small></p></body></html>`,
    ].join('\n'),
  };
}

function blocksOf(digest: Digest, name: string, language: DigestLanguage, head: Letterhead): Block[] {
  const texts = digestTexts[language];
  const { source, period, now, before, changed } = digest;
  const number = (value: number) => numberIn(language, value);
  const lastDay = new Date(Date.parse(period.until) - 24 * 3_600_000).toISOString();
  const hushed = (text: string) => discreet(text, source.url);
  const rule = (code: string) => problemText(code, language);
  const rules = (some: Digest['rules']): Block => ({
    items: some.slice(0, rulesShown).map(({ code, before: was, now: is }) => ({
      text: `${rule(code)?.title ?? code}: ${texts.change(number(was), number(is))}`,
      ...(is > was && rule(code) ? { below: [`${texts.remedy} ${rule(code)?.remedy ?? ''}`] } : {}),
    })),
  });
  const section = (heading: string, block: Block, isThere: boolean): Block[] =>
    isThere ? [{ heading }, block] : [];
  const more = digest.rules.filter((one) => one.now > one.before);
  const fewer = digest.rules.filter((one) => one.now < one.before);
  const { amiss, refused } = digest;
  return [
    { text: texts.lead(name, head.name, dateIn(language, period.from), dateIn(language, lastDay)) },
    {
      items: [
        { text: texts.stands(number(now.records), number(now.problems), before && number(before.problems)) },
        ...(now.refused > 0 ? [{ text: texts.refusedStand(number(now.refused)) }] : []),
        ...(now.linksAmiss > 0
          ? [{ text: texts.linksAmiss(number(now.linksAmiss), number(now.links)) }]
          : []),
        {
          text: texts.harvests(
            number(digest.runs),
            number(changed.created),
            number(changed.updated),
            number(changed.withdrawn),
          ),
        },
      ],
    },
    ...section(
      texts.amiss,
      {
        items: amiss.map(({ startedAt, state, message }) => ({
          text: `${dateIn(language, startedAt)}: ${state === 'held' || state === 'interrupted' ? texts.states[state] : texts.states.failed}`,
          ...(message ? { below: [hushed(message)] } : {}),
        })),
      },
      amiss.length > 0,
    ),
    ...section(texts.more, rules(more), more.length > 0),
    ...section(
      texts.refused,
      {
        items: [
          ...refused.shown.map(({ identifier, message, line, code, hint }) => ({
            text: [identifier && hushed(identifier), rule(code)?.title ?? code].filter(Boolean).join(': '),
            below: [
              `${hushed(message)}${line === undefined ? '' : ` (${line})`}`,
              `${texts.remedy} ${rule(code)?.remedy ?? hint}`,
            ],
          })),
          ...(refused.total > refused.shown.length
            ? [{ text: texts.refusedMore(number(refused.total - refused.shown.length)) }]
            : []),
        ],
      },
      refused.total > 0,
    ),
    ...section(texts.fewer, rules(fewer), fewer.length > 0),
  ];
}

function plain(block: Block): string {
  if ('text' in block) return block.text;
  if ('heading' in block) return block.heading.toLocaleUpperCase();
  return block.items
    .map(({ text, below = [] }) => [`* ${text}`, ...below.map((line) => `  ${line}`)].join('\n'))
    .join('\n');
}

function marked(block: Block): string {
  if ('text' in block) return `<p>${escapeText(block.text)}</p>`;
  if ('heading' in block) return `<h2>${escapeText(block.heading)}</h2>`;
  const items = block.items.map(
    ({ text, below = [] }) => `<li>${[text, ...below].map(escapeText).join('<br>')}</li>`,
  );
  return `<ul>${items.join('')}</ul>`;
}
