import type { ReactNode } from 'react';
import { RecordFair } from '../../fair/record-fair.tsx';
import type { Messages } from '../../locales/index.ts';
import { useMessages } from '../../locales/locale-context.tsx';
import { FormatsPart } from '../formats/formats-part.tsx';
import { leadsToData } from '../present/access-kinds.ts';
import type { RecordView } from '../present/present-record.ts';
import { AbstractPart } from './abstract-part.tsx';
import { AccessList } from './access-list.tsx';
import { CitationBox } from './citation-box.tsx';
import { ConditionsList } from './conditions-list.tsx';
import { Contents, type ContentsEntry } from './contents.tsx';
import { DetailsList, FundingList } from './details-list.tsx';
import { Opening } from './opening.tsx';
import { PeopleList, PersonCards } from './people-list.tsx';
import { ProblemList } from './problem-list.tsx';
import { LineageText, QualityTable } from './provenance-parts.tsx';
import { RelatedList } from './related-list.tsx';
import { Labelled, Section } from './section.tsx';
import { SourceParts } from './source-parts.tsx';
import { KeywordLists, ThingLists } from './subject-lists.tsx';
import { VariablesTable } from './variables-table.tsx';

type Part = ContentsEntry & { content: ReactNode };

/** The page of one record: what it is at a glance, then part by part; what is not told has no part. */
export function RecordPage({ view }: { view: RecordView }) {
  const messages = useMessages();
  const { recordPage } = messages;
  const parts = partsOf(view, messages);
  return (
    <main id="content" className="column">
      <article>
        <Opening view={view} />
        <div className="grid gap-x-12 pt-6 lg:grid-cols-[11.5rem_minmax(0,1fr)]">
          <Contents
            entries={[
              ...(hasWords(view) ? [{ id: 'abstract', title: recordPage.abstract }] : []),
              { id: 'cite', title: recordPage.citation },
              ...parts,
            ]}
          />
          <div className="min-w-0">
            <div className="mb-11 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,1fr)_23rem]">
              {hasWords(view) && (
                <Section id="abstract" title={recordPage.abstract}>
                  <AbstractPart view={view} />
                </Section>
              )}
              <CitationBox citation={view.citation} />
            </div>
            {parts.map(({ id, title, content }) => (
              <Section key={id} id={id} title={title}>
                {content}
              </Section>
            ))}
          </div>
        </div>
      </article>
    </main>
  );
}

function hasWords({ abstract, purpose, supplemental, usages }: RecordView): boolean {
  return Boolean(abstract ?? purpose ?? supplemental) || usages.length > 0;
}

function partsOf(view: RecordView, { recordPage, formatsPage, fair }: Messages): Part[] {
  const part = (id: string, title: string, told: boolean, content: ReactNode): Part[] =>
    told ? [{ id, title, content }] : [];
  return [
    ...part('access', recordPage.getData, true, <AccessPart view={view} />),
    ...part(
      'variables',
      recordPage.variables,
      view.variables.length > 0,
      <VariablesTable variables={view.variables} />,
    ),
    ...part('context', recordPage.context, view.things.length > 0, <ThingLists groups={view.things} />),
    ...part(
      'people',
      recordPage.people,
      view.people.length + view.metadataPeople.length > 0,
      <People view={view} />,
    ),
    ...part('conditions', recordPage.constraints, true, <ConditionsList conditions={view.conditions} />),
    ...(view.lineage
      ? part('lineage', recordPage.lineage, true, <LineageText lineage={view.lineage} />)
      : []),
    ...part('quality', recordPage.quality, view.quality.length > 0, <QualityTable rows={view.quality} />),
    ...part(
      'related',
      recordPage.related,
      view.related.length + view.copies.length > 0,
      <RelatedList {...view} />,
    ),
    ...part('funding', recordPage.funding, view.funding.length > 0, <FundingList funding={view.funding} />),
    ...part(
      'keywords',
      recordPage.keywords,
      view.topics.length + view.keywords.length > 0,
      <KeywordLists topics={view.topics} groups={view.keywords} />,
    ),
    ...part('details', recordPage.details, view.details.length > 0, <DetailsList details={view.details} />),
    ...part('formats', formatsPage.title, view.formats.length > 0, <FormatsPart view={view} />),
    ...part('source', recordPage.source, true, <SourceParts view={view} />),
    ...part('fair', fair.title, true, <RecordFair id={view.id} fair={view.fair} />),
    ...part('problems', recordPage.problems, true, <ProblemList groups={view.problems} />),
  ];
}

function AccessPart({ view: { access, metadataOnly } }: { view: RecordView }) {
  const { recordPage } = useMessages();
  if (metadataOnly) return <p>{recordPage.metadataOnly}</p>;
  return (
    <>
      {!leadsToData(access) && <p className="mb-3">{recordPage.noAccess}</p>}
      <AccessList groups={access} />
    </>
  );
}

function People({ view: { people, metadataPeople } }: { view: RecordView }) {
  const { recordPage } = useMessages();
  return (
    <>
      <PeopleList groups={people} />
      {metadataPeople.length > 0 && (
        <Labelled label={recordPage.metadataContact}>
          <PersonCards people={metadataPeople} />
        </Labelled>
      )}
    </>
  );
}
