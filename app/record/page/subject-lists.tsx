import { Link } from 'react-router';
import { useMessages } from '../../locales/locale-context.tsx';
import type { KeywordGroup, KeywordLink } from '../present/keywords.ts';
import type { Thing, ThingGroup } from '../present/things.ts';
import { Linked } from './linked.tsx';
import { Labelled } from './section.tsx';
import { VocabularyLink } from './variables-table.tsx';

const shownAtFirst = 30;

/** Networks, projects, campaigns, platforms, instruments, species. */
export function ThingLists({ groups }: { groups: readonly ThingGroup[] }) {
  const { recordPage } = useMessages();
  return groups.map(({ kind, things }) => (
    <Labelled key={kind} label={recordPage[kind]}>
      <Things things={things.slice(0, shownAtFirst)} />
      {things.length > shownAtFirst && (
        <details className="mt-2">
          <summary className="text-link underline">{recordPage.showAll(things.length)}</summary>
          <Things things={things.slice(shownAtFirst)} />
        </details>
      )}
    </Labelled>
  ));
}

function Things({ things }: { things: readonly Thing[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-1.5 sm:grid-cols-2">
      {things.map(({ text, lang, href, identifier, note, search }) => (
        <li key={text} className="min-w-0 break-words">
          {search ? (
            <Link to={search} lang={lang}>
              {text}
            </Link>
          ) : (
            <Linked text={text} lang={lang} href={href} />
          )}
          {search && href && <VocabularyLink name={text} href={href} />}
          {identifier && <span className="ml-2 text-sm text-soft">{identifier}</span>}
          {note && (
            <span className="block text-sm text-soft" lang={note.lang}>
              {note.text}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Topics and keywords by thesaurus; each leads to the other records that have it. */
export function KeywordLists({
  topics,
  groups,
}: {
  topics: readonly KeywordLink[];
  groups: readonly KeywordGroup[];
}) {
  const { recordPage } = useMessages();
  return (
    <>
      {topics.length > 0 && (
        <Labelled label={recordPage.topics}>
          <Keywords keywords={topics} />
        </Labelled>
      )}
      {groups.map(({ title, href, keywords }) => (
        <Labelled
          key={title?.text ?? ''}
          label={title ? <Linked text={title.text} lang={title.lang} href={href} /> : recordPage.freeKeywords}
        >
          <Keywords keywords={keywords.slice(0, shownAtFirst)} />
          {keywords.length > shownAtFirst && (
            <details className="mt-2">
              <summary className="text-link underline">{recordPage.showAll(keywords.length)}</summary>
              <Keywords keywords={keywords.slice(shownAtFirst)} />
            </details>
          )}
        </Labelled>
      ))}
    </>
  );
}

function Keywords({ keywords }: { keywords: readonly KeywordLink[] }) {
  return (
    <ul className="flex flex-wrap gap-x-1.5 gap-y-2">
      {keywords.map(({ text, lang, search, concept }) => (
        <li key={text} className="flex min-w-0 items-center">
          <Link to={search} className="tag break-words" lang={lang}>
            {text}
          </Link>
          {concept && <VocabularyLink name={text} href={concept} />}
        </li>
      ))}
    </ul>
  );
}
