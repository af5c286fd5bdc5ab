import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../locales/locale-context.tsx';
import { leadsToData } from '../present/access-kinds.ts';
import type { PersonView } from '../present/people.ts';
import type { RecordView } from '../present/present-record.ts';
import { DepthDrawing } from './depth-drawing.tsx';
import { ExtentDrawing } from './extent-drawing.tsx';
import { Linked } from './linked.tsx';
import { TimelineDrawing } from './timeline-drawing.tsx';

const tones = { plain: '', good: 'bg-good-wash text-good', warn: 'bg-warn-wash text-warn' } as const;

/** What the record is about, at a glance: title, makers, the facts, and where, when and how deep as a drawing. */
export function Opening({ view }: { view: RecordView }) {
  const { recordPage } = useMessages();
  const { title, kind, source, badges, makers, alsoIn, access } = view;
  return (
    <header className="grid gap-x-14 gap-y-8 pt-7 pb-4 md:pt-10 lg:grid-cols-[minmax(0,1fr)_27rem]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-[0.9375rem]">
          <span className="tag bg-shoal font-medium">{kind}</span>
          <Link to={`/sources/${source.id}`} lang={source.name.lang}>
            {source.name.text}
          </Link>
          {badges.map(({ text, tone }) => (
            <span key={text} className={`tag ${tones[tone]}`}>
              {text}
            </span>
          ))}
        </p>
        <h1 className={`mt-2 break-words ${titleSize(title.text)}`} lang={title.lang}>
          {title.text}
        </h1>
        <Makers makers={makers} />
        {alsoIn.map(({ tag, name }) => (
          <p key={tag} className="mt-2 text-[0.9375rem]" data-screen-only="">
            <Link to={`?lang=${tag}`} reloadDocument hrefLang={tag}>
              {recordPage.speaks(name)}
            </Link>
          </p>
        ))}
        {view.copies.length > 0 && (
          <p className="mt-2 text-[0.9375rem]">
            {recordPage.alsoInSources}{' '}
            {view.copies.map(({ inside, source }, index) => (
              <span key={inside}>
                {index > 0 && ', '}
                <Link to={inside ?? '#related'}>{source}</Link>
              </span>
            ))}
          </p>
        )}
        <Facts facts={view.facts} />
        <p className="mt-6 flex flex-wrap gap-3" data-screen-only="">
          {leadsToData(access) && (
            <a href="#access" className="button" data-strong="">
              {recordPage.getData}
            </a>
          )}
          <a href="#cite" className="button">
            {recordPage.citation}
          </a>
        </p>
      </div>
      <Drawings view={view} />
    </header>
  );
}

/** A long title is set smaller, so that the facts stay above the fold. */
function titleSize(title: string): string {
  if (title.length > 140) return 'text-[1.625rem] md:text-[1.875rem]';
  return title.length > 70 ? 'text-[1.75rem] md:text-[2.25rem]' : 'text-[2rem] md:text-[2.625rem]';
}

const makersShown = 8;

function Makers({ makers }: { makers: readonly PersonView[] }) {
  const { recordPage } = useMessages();
  if (makers.length === 0) return null;
  const rest = makers.length - makersShown;
  return (
    <p className="mt-3 text-lg">
      {makers.slice(0, makersShown).map(({ name, identifiers }, index) => (
        <span key={name.text}>
          {index > 0 && ', '}
          <Linked {...name} href={identifiers[0]?.href} />
        </span>
      ))}
      {rest > 0 && (
        <>
          {' '}
          <a href="#people">{recordPage.moreAuthors(rest)}</a>
        </>
      )}
    </p>
  );
}

function Facts({ facts }: Pick<RecordView, 'facts'>) {
  const { recordPage } = useMessages();
  const { where, when, depth, publisher, licences, identifier, updated } = facts;
  return (
    <dl className="mt-6 grid gap-x-8 border-t border-edge sm:grid-cols-2">
      <Fact label={recordPage.where}>{where}</Fact>
      <Fact label={recordPage.when}>{when}</Fact>
      <Fact label={recordPage.depth}>{depth}</Fact>
      <Fact label={recordPage.publisher}>{publisher}</Fact>
      <Fact label={recordPage.licence}>
        {licences.length > 0 &&
          licences.map(({ id, ...licence }) => <Linked key={licence.text} {...licence} className="block" />)}
      </Fact>
      <Fact label={recordPage.updated}>{updated}</Fact>
      <Fact label={recordPage.identifier}>
        {identifier && (
          <a href={identifier.href} rel="noopener" className="break-all">
            {identifier.text}
          </a>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 border-b border-line py-2">
      <dt className="lettered">{label}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

function Drawings({ view: { chart, timeline, depths } }: { view: RecordView }) {
  const { recordPage } = useMessages();
  if (!chart && !timeline && !depths) return null;
  return (
    <figure className="max-w-[36rem] min-w-0 self-start lg:max-w-none">
      <div className={depths && chart ? 'grid grid-cols-[minmax(0,1fr)_5.25rem] gap-x-3' : ''}>
        {chart && <ExtentDrawing chart={chart} />}
        {depths && (
          <div className={chart ? '' : 'h-56 max-w-40'}>
            <DepthDrawing depths={depths} />
          </div>
        )}
      </div>
      {timeline && (
        <div className="mt-3">
          <TimelineDrawing timeline={timeline} />
        </div>
      )}
      <figcaption className="mt-2 text-sm text-soft">
        {chart && <Caption label={recordPage.place} texts={chart.texts} />}
        {depths && <Caption label={recordPage.depth} texts={depths.texts} />}
        {timeline && <Caption label={recordPage.time} texts={timeline.texts.slice(0, 6)} />}
      </figcaption>
    </figure>
  );
}

function Caption({ label, texts }: { label: string; texts: readonly string[] }) {
  return (
    <span className="block">
      <span className="lettered">{label}</span> {texts.join('; ')}
    </span>
  );
}
