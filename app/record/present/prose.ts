import { Parser } from 'htmlparser2';
import sanitizeHtml from 'sanitize-html';
import type { LanguageMap } from '#catalogue/model';
import type { Locale } from '../../locales/index.ts';
import { pageText } from '../texts.ts';

/** A run of text of one kind; line breaks in it count. */
export type Run = { text: string; mark?: 'strong' | 'em' | 'sub' | 'sup' | 'code'; href?: string };
export type Block = { kind: 'paragraph'; runs: Run[] } | { kind: 'list'; ordered: boolean; entries: Run[][] };
/** A longer text of a record, ready to be shown: no markup of others is left in it. `cut`: its end was left out. */
export type Prose = { blocks: Block[]; lang?: string; cut?: true };

/** Characters that a page shows of one text; the original document has all. */
const longestText = 60_000;
const blockTags = ['p', 'div', 'br', 'ul', 'ol', 'li', 'blockquote', 'table', 'tr', 'pre', 'hr', 'section'];
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const marks: Readonly<Record<string, NonNullable<Run['mark']>>> = {
  b: 'strong',
  strong: 'strong',
  ...Object.fromEntries(headings.map((heading) => [heading, 'strong'])),
  i: 'em',
  em: 'em',
  sub: 'sub',
  sup: 'sup',
  code: 'code',
};
const looksLikeHtml = new RegExp(
  `</?(?:${[...blockTags, ...Object.keys(marks), 'a', 'span', 'td', 'font', 'img', 'script', 'style', 'u'].join('|')})(?:\\s[^<>]*)?/?>|&(?:#\\d+|#x[\\da-f]+|[a-z]{2,8});`,
  'i',
);

/** The text of a language map as prose; `undefined` when it has none. */
export function proseIn(map: LanguageMap | undefined, locale: Locale): Prose | undefined {
  const found = pageText(map, locale);
  return found && prose(found.text, found.lang);
}

/**
 * Turns a text from outside, plain or HTML, into paragraphs, lists and links. HTML is sanitised first; of what is left,
 * only what can be said in these blocks remains. Line breaks of plain text are kept.
 */
export function prose(text: string, lang?: string): Prose {
  const cut = text.length > longestText;
  const shown = cut ? `${text.slice(0, longestText).trimEnd()} …` : text;
  const blocks = looksLikeHtml.test(shown) ? blocksOfHtml(shown) : blocksOfText(shown);
  return { blocks, ...(lang === undefined ? {} : { lang }), ...(cut ? { cut: true } : {}) };
}

function blocksOfText(text: string): Block[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', runs: linked({ text: paragraph }) }));
}

function blocksOfHtml(html: string): Block[] {
  const safe = sanitizeHtml(html, {
    allowedTags: [...blockTags, ...Object.keys(marks), 'a', 'td', 'th'],
    allowedAttributes: { a: ['href'] },
    allowedSchemes: ['http', 'https', 'ftp', 'mailto'],
    allowProtocolRelative: false,
  });
  // Markup that only decorates leaves the line breaks to say where paragraphs end.
  const hasBlocks = /<(p|div|br|ul|ol|li|table|h\d)\b/i.test(safe);
  const builder = new BlockBuilder();
  const parser = new Parser(
    {
      onopentag: (name, { href }) => builder.open(name, href),
      ontext: (text) => builder.text(hasBlocks ? text.replace(/\s+/g, ' ') : text),
      onclosetag: (name) => builder.close(name),
    },
    { decodeEntities: true },
  );
  parser.end(safe);
  return hasBlocks ? builder.finish() : builder.finish().flatMap(splitAtBlankLines);
}

function splitAtBlankLines(block: Block): Block[] {
  if (block.kind === 'list' || block.runs.some(({ text, href, mark }) => text !== '' && (href || mark)))
    return [block];
  return blocksOfText(block.runs.map(({ text }) => text).join(''));
}

/** Flattens markup of any depth into blocks that nest in no way that a browser would mend. */
class BlockBuilder {
  private readonly blocks: Block[] = [];
  private runs: Run[] = [];
  private readonly marked: NonNullable<Run['mark']>[] = [];
  private readonly lists: { ordered: boolean }[] = [];
  private href: string | undefined;

  open(name: string, href: string | undefined): void {
    const mark = marks[name];
    if (headings.includes(name)) this.flush();
    if (mark) this.marked.push(mark);
    else if (name === 'a') this.href = href;
    else if (name === 'br') this.runs.push({ text: '\n' });
    else if (name === 'td' || name === 'th') this.runs.push({ text: ' ' });
    else if (blockTags.includes(name)) {
      this.flush();
      if (name === 'ul' || name === 'ol') this.lists.push({ ordered: name === 'ol' });
    }
  }

  text(text: string): void {
    const mark = this.marked.at(-1);
    const run = { text, ...(mark ? { mark } : {}) };
    if (this.href) this.runs.push({ ...run, href: this.href });
    else this.runs.push(...linked(run));
  }

  close(name: string): void {
    if (marks[name]) this.marked.pop();
    if (headings.includes(name)) this.flush();
    else if (name === 'a') this.href = undefined;
    else if (blockTags.includes(name) && name !== 'br') {
      this.flush();
      if (name === 'ul' || name === 'ol') this.lists.pop();
    }
  }

  finish(): Block[] {
    this.flush();
    return this.blocks;
  }

  private flush(): void {
    const runs = trimmed(this.runs);
    this.runs = [];
    if (runs.length === 0) return;
    const list = this.lists.at(-1);
    if (!list) {
      this.blocks.push({ kind: 'paragraph', runs });
      return;
    }
    const last = this.blocks.at(-1);
    if (last?.kind === 'list' && last.ordered === list.ordered) last.entries.push(runs);
    else this.blocks.push({ kind: 'list', ordered: list.ordered, entries: [runs] });
  }
}

function trimmed(runs: readonly Run[]): Run[] {
  const kept = runs.filter(({ text }) => text !== '');
  while (kept[0]?.text.trim() === '') kept.shift();
  while (kept.at(-1)?.text.trim() === '') kept.pop();
  return kept;
}

/** Addresses in plain text become links; punctuation behind them stays outside. */
function linked(run: Run): Run[] {
  return run.text
    .split(/(\bhttps?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]»])/i)
    .map((text, index) =>
      index % 2 === 1 && URL.canParse(text) ? { ...run, text, href: text } : { ...run, text },
    )
    .filter(({ text }) => text !== '');
}
