import { useMessages } from '../../locales/locale-context.tsx';
import type { AccessGroup, AccessLink } from '../present/access.ts';
import { ProseText } from './prose-text.tsx';
import { Labelled } from './section.tsx';

/** Ways to the data and what is said about them, by what one can do. */
export function AccessList({ groups }: { groups: readonly AccessGroup[] }) {
  const { recordPage } = useMessages();
  return groups.map(({ kind, links }) => (
    <Labelled key={kind} label={recordPage.accessKinds[kind]}>
      <ul className="divide-y divide-line">
        {links.map((link) => (
          <li
            key={`${link.address} ${link.label.text} ${link.protocol}`}
            className="py-3 first:pt-0 last:pb-0"
          >
            <Link link={link} />
          </li>
        ))}
      </ul>
    </Labelled>
  ));
}

function Link({ link }: { link: AccessLink }) {
  const { recordPage } = useMessages();
  const { label, href, host, address, description, protocol, format, size, checksum } = link;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {href ? (
          <a href={href} rel="noopener" lang={label.lang} className="font-medium break-words">
            {label.text}
          </a>
        ) : (
          <span lang={label.lang} className="font-medium break-words">
            {label.text}
          </span>
        )}
        {[protocol, format, size].map((text) =>
          text === undefined ? null : (
            <span key={text} className="tag">
              {text}
            </span>
          ),
        )}
        {host && <span className="text-sm text-soft">{host}</span>}
      </p>
      {!href && (
        <p className="text-sm text-soft">
          <code className="break-all text-ink">{address}</code> ({recordPage.notALink})
        </p>
      )}
      {description && <ProseText prose={description} className="mt-1 text-[0.9375rem]" />}
      {checksum && (
        <p className="mt-1 text-sm text-soft">
          {recordPage.checksum} <code className="break-all">{checksum}</code>
        </p>
      )}
    </>
  );
}
