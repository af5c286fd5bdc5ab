import { useMessages } from '../../locales/locale-context.tsx';
import type { Conditions } from '../present/conditions.ts';
import { Linked } from './linked.tsx';
import { ProseText } from './prose-text.tsx';
import { Labelled } from './section.tsx';

/** The licence, restrictions by code, conditions in the centre's words. */
export function ConditionsList({ conditions }: { conditions: Conditions | undefined }) {
  const { recordPage } = useMessages();
  if (
    !conditions ||
    conditions.licences.length + conditions.texts.length + conditions.restrictions.length === 0
  )
    return <p className="text-soft">{recordPage.licenceUnknown}</p>;
  const { licences, restrictions, texts } = conditions;
  return (
    <>
      {licences.length > 0 && (
        <Labelled label={recordPage.licence}>
          <ul>
            {licences.map(({ id, ...licence }) => (
              <li key={licence.text}>
                <Linked {...licence} className="font-medium" />
                {id && id !== licence.text && <span className="tag ml-2">{id}</span>}
              </li>
            ))}
          </ul>
        </Labelled>
      )}
      {restrictions.length > 0 && (
        <Labelled label={recordPage.restrictions}>{restrictions.join(', ')}</Labelled>
      )}
      {texts.length > 0 && (
        <Labelled label={recordPage.useLimitations}>
          <ul className="space-y-3">
            {texts.map(({ text, href }) => (
              <li key={JSON.stringify(text.blocks)}>
                <ProseText prose={text} />
                {href && (
                  <a href={href} rel="noopener" className="text-sm break-all">
                    {href}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </Labelled>
      )}
    </>
  );
}
