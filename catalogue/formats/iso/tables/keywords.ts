import type { Identifier, Keyword, LanguageMap, Thesaurus } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, line, many, object } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { seaDataNetUri } from '../seadatanet.ts';
import { type Field, table } from '../table.ts';
import { anchorOf, readLine, valueElement } from '../values.ts';
import { dates, identifiers } from './citation.ts';

type ThesaurusCitation = {
  titles: LanguageMap;
  uri?: string | undefined;
  dates: Thesaurus['dates'];
  identifiers: Identifier[];
};

/** CI_Citation of the thesaurus that keywords are taken from; its title may be anchored to its address. */
export const thesaurusCitation = table<ThesaurusCitation>()(
  'thesaurusCitation',
  () => ({ titles: {}, dates: [], identifiers: [] }),
  {
    title: {
      read(properties, model, reading) {
        line('titles').read(properties, model, reading);
        const uri = properties.map(anchorOf).find((address) => address !== undefined);
        if (uri !== undefined) model.uri = uri;
      },
      write({ titles, uri }, writing) {
        const text = writing.text(titles, uri);
        return text ? [text] : [];
      },
    },
    dates: dates('dates'),
    identifiers: identifiers('identifiers'),
  },
);

type AnchoredWord = { label: LanguageMap; uri?: string | undefined };
type KeywordBlock = {
  words: AnchoredWord[];
  type?: string | undefined;
  thesaurus?: ThesaurusCitation | undefined;
};

const word = {
  read(property: XmlElement, reading: Reading): AnchoredWord | undefined {
    const label = readLine(property, reading);
    if (!label) return undefined;
    const uri = anchorOf(property) ?? seaDataNetUri(valueElement(property));
    return { label, ...(uri ? { uri } : {}) };
  },
  write: ({ label, uri }: AnchoredWord, writing: Parameters<Field<KeywordBlock>['write']>[1]) =>
    writing.text(label, uri),
};

/** MD_Keywords: words of one type out of one thesaurus. */
export const keywordBlock = table<KeywordBlock>()('keywordBlock', () => ({ words: [] }), {
  keyword: many('words', word),
  type: code('type', codelists.keywordType),
  thesaurus: object(
    'thesaurus',
    thesaurusCitation,
    ({ titles, uri, identifiers: codes }) =>
      Object.keys(titles).length > 0 || uri !== undefined || codes.length > 0,
  ),
});

/** Keywords, each with the type and thesaurus of its block; written in blocks again. */
export const keywords: Field<{ keywords: Keyword[] }> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const element = reading.classElement(property);
      if (!element) continue;
      const { words, type, thesaurus } = reading.object(keywordBlock, element);
      const source = thesaurus && thesaurusOf(thesaurus);
      for (const { label, uri } of words) {
        model.keywords.push({
          label,
          ...(uri ? { uri } : {}),
          ...(type ? { type } : {}),
          ...(source ? { thesaurus: source } : {}),
        });
      }
    }
  },
  write: ({ keywords: list }, writing) =>
    blocksOf(list).map((block) => ({ children: [writing.object(keywordBlock, block)] })),
};

function thesaurusOf({ titles, uri, dates: days, identifiers: codes }: ThesaurusCitation): Thesaurus {
  const [first] = codes;
  const address =
    uri ?? codes.map((identifier) => identifier.uri).find((candidate) => candidate !== undefined);
  return {
    title: titles,
    ...(address ? { uri: address } : {}),
    ...(first ? { identifier: first.code } : {}),
    dates: days,
  };
}

function blocksOf(list: readonly Keyword[]): KeywordBlock[] {
  const blocks: { key: string; block: KeywordBlock }[] = [];
  for (const { label, uri, type, thesaurus } of list) {
    const key = JSON.stringify([type, thesaurus]);
    let last = blocks.at(-1);
    if (last?.key !== key) {
      last = { key, block: { words: [], type, thesaurus: thesaurus && citationOf(thesaurus) } };
      blocks.push(last);
    }
    last.block.words.push({ label, uri });
  }
  return blocks.map(({ block }) => block);
}

function citationOf({ title, uri, identifier, dates: days }: Thesaurus): ThesaurusCitation {
  return {
    titles: title,
    uri,
    dates: days,
    identifiers: identifier ? [{ code: identifier, scheme: 'other' }] : [],
  };
}
