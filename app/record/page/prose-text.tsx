import { Fragment, type ReactNode } from 'react';
import { useMessages } from '../../locales/locale-context.tsx';
import type { Block, Prose, Run } from '../present/prose.ts';

/** A longer text of a record: paragraphs, lists, links; line breaks as they were sent. */
export function ProseText({ prose, className = '' }: { prose: Prose; className?: string }) {
  const { recordPage } = useMessages();
  return (
    <div className={`prose ${className}`} lang={prose.lang}>
      {prose.blocks.map((block, index) => (
        // Blocks never change their order.
        <Fragment key={index.toString()}>{blockElement(block)}</Fragment>
      ))}
      {prose.cut && <p className="text-soft">{recordPage.textCut}</p>}
    </div>
  );
}

function blockElement(block: Block): ReactNode {
  if (block.kind === 'paragraph')
    return (
      <p className="whitespace-pre-line">
        <Runs runs={block.runs} />
      </p>
    );
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List>
      {block.entries.map((runs, index) => (
        <li key={index.toString()} className="whitespace-pre-line">
          <Runs runs={runs} />
        </li>
      ))}
    </List>
  );
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ text, mark: Mark, href }, index) => {
    const marked = Mark ? <Mark>{text}</Mark> : text;
    return (
      <Fragment key={index.toString()}>
        {href ? (
          <a href={href} rel="nofollow noopener" className="break-words">
            {marked}
          </a>
        ) : (
          marked
        )}
      </Fragment>
    );
  });
}
