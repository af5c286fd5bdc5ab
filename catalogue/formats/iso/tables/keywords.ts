import {
  type Citation,
  type Keyword,
  type LanguageMap,
  parseIdentifier,
  type Thesaurus,
} from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, many, object } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { seaDataNetUri } from '../seadatanet.ts';
import { type Field, table } from '../table.ts';
import { anchorOf, readLine, valueElement } from '../values.ts';
import { citation, isCited } from './citation.ts';

type AnchoredWord = { label: LanguageMap; uri?: string | undefined };
type KeywordBlock = {
  words: AnchoredWord[];
  type?: string | undefined;
  thesaurus?: Citation | undefined;
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
  thesaurus: object('thesaurus', citation, isCited),
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

function thesaurusOf(cited: Citation): Thesaurus {
  const { titles, identifiers: codes, dates, url, ...details } = cited;
  const [first] = codes;
  const address = url ?? addressesOf(cited).find((candidate) => candidate !== undefined);
  return {
    title: titles,
    ...(address ? { uri: address } : {}),
    ...(first ? { identifier: first } : {}),
    dates,
    ...(Object.keys(details).length > 0 ? { details } : {}),
  };
}

const addressesOf = ({
  identifiers: codes,
  identifierDetails: told,
}: Pick<Citation, 'identifierDetails'> & { identifiers: string[] }) => [
  ...(told ?? []).map(({ uri }) => uri),
  ...codes.map((code) => parseIdentifier(code).uri),
];

function blocksOf(list: readonly Keyword[]): KeywordBlock[] {
  const blocks: KeywordBlock[] = [];
  let before: Keyword | undefined;
  for (const keyword of list) {
    const { label, uri, type, thesaurus } = keyword;
    let last = blocks.at(-1);
    if (!last || !before || !isSameBlock(keyword, before)) {
      last = { words: [], type, thesaurus: thesaurus && citationOf(thesaurus) };
      blocks.push(last);
    }
    last.words.push({ label, uri });
    before = keyword;
  }
  return blocks;
}

function isSameBlock(one: Keyword, other: Keyword): boolean {
  if (one.type !== other.type) return false;
  if (one.thesaurus === other.thesaurus) return true;
  return JSON.stringify(one.thesaurus) === JSON.stringify(other.thesaurus);
}

/** The title is anchored to the address where no identifier leads there. */
function citationOf({ title, uri, identifier, dates, details }: Thesaurus): Citation {
  const identifiers = identifier ? [identifier] : [];
  const isTold = addressesOf({ identifiers, identifierDetails: details?.identifierDetails }).includes(uri);
  return {
    titles: title,
    dates,
    ...details,
    identifiers: details?.identifierDetails?.map(({ code }) => code) ?? identifiers,
    ...(uri && !isTold ? { url: uri } : {}),
  };
}
