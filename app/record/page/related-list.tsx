import { Link } from 'react-router';
import { useMessages } from '../../locales/locale-context.tsx';
import type { RecordView } from '../present/present-record.ts';
import type { RelatedLink } from '../present/related.ts';
import { Linked } from './linked.tsx';
import { Labelled } from './section.tsx';

/** Other resources by how they are related; those of this catalogue lead to their pages here. */
export function RelatedList({ related, copies }: Pick<RecordView, 'related' | 'copies'>) {
  const { recordPage } = useMessages();
  return (
    <>
      {related.map(({ relation, links }) => (
        <Labelled key={relation} label={relation}>
          <ul className="space-y-1.5">
            {links.map((link) => (
              <li key={`${link.text} ${link.href}`} className="break-words">
                <Other link={link} />
              </li>
            ))}
          </ul>
        </Labelled>
      ))}
      {copies.length > 0 && (
        <Labelled label={recordPage.copies}>
          <ul className="space-y-1.5">
            {copies.map(({ source, reasons, isCanonical, ...copy }) => (
              <li key={copy.inside} className="break-words">
                {source}: <Other link={copy} />
                {isCanonical && <span className="tag ml-2">{recordPage.standsForAll}</span>}
                {reasons.length > 0 && <span className="block text-sm text-soft">{reasons.join(', ')}</span>}
              </li>
            ))}
          </ul>
        </Labelled>
      )}
    </>
  );
}

function Other({ link: { text, lang, inside, href, identifier, kind } }: { link: RelatedLink }) {
  return (
    <>
      {inside ? (
        <Link to={inside} lang={lang} prefetch="intent">
          {text}
        </Link>
      ) : (
        <Linked text={text} lang={lang} href={href} />
      )}
      {kind && <span className="tag ml-2">{kind}</span>}
      {identifier && <span className="ml-2 text-sm text-soft">{identifier}</span>}
    </>
  );
}
