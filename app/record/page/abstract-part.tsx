import { formatLanguage } from '../../locales/format.ts';
import { useLocale, useMessages } from '../../locales/locale-context.tsx';
import type { RecordView } from '../present/present-record.ts';
import { ProseText } from './prose-text.tsx';

/** The abstract, in the reader's language first; what else is told in words. */
export function AbstractPart({ view }: { view: RecordView }) {
  const { recordPage } = useMessages();
  const locale = useLocale();
  const { abstract, otherAbstracts, purpose, supplemental, usages, graphic } = view;
  return (
    <>
      {abstract?.lang && (
        <p className="lettered mb-2">{recordPage.inLanguage(formatLanguage(abstract.lang, locale))}</p>
      )}
      {abstract && <ProseText prose={abstract} className="text-[1.0625rem]" />}
      {otherAbstracts.map(({ language, title, abstract: text }) => (
        <details key={language} className="mt-4">
          <summary className="text-link underline">{recordPage.abstractIn(language)}</summary>
          {title && (
            <p className="mt-2 font-medium" lang={text.lang}>
              {title}
            </p>
          )}
          <ProseText prose={text} className="mt-2" />
        </details>
      ))}
      {purpose && <Further title={recordPage.purpose} texts={[purpose]} />}
      {usages.length > 0 && <Further title={recordPage.usage} texts={usages} />}
      {supplemental && <Further title={recordPage.supplemental} texts={[supplemental]} />}
      {graphic && (
        <p className="mt-5">
          <a href={graphic.href} rel="noopener">
            {graphic.text || recordPage.illustration}
          </a>
        </p>
      )}
    </>
  );
}

function Further({ title, texts }: { title: string; texts: readonly NonNullable<RecordView['abstract']>[] }) {
  return (
    <>
      <h3 className="mt-6 text-lg">{title}</h3>
      {texts.map((text) => (
        <ProseText key={JSON.stringify(text.blocks)} prose={text} className="mt-1" />
      ))}
    </>
  );
}
