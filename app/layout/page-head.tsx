import type { ReactNode } from 'react';

type PageHeadProps = {
  title: string;
  lang?: string | undefined;
  /** What kind of page it is, above the title. */
  kicker?: ReactNode;
  lead?: ReactNode;
};

/** Title and first words of a page. */
export function PageHead({ title, lang, kicker, lead }: PageHeadProps) {
  return (
    <header className="pt-6 pb-8 md:pt-10">
      {kicker && <p className="lettered mb-1 text-lg">{kicker}</p>}
      <h1 className="max-w-[26ch] text-[clamp(1.9rem,3.8vw,2.9rem)] tracking-[-0.018em]" lang={lang}>
        {title}
      </h1>
      {lead && <div className="mt-3 max-w-[68ch] text-lg">{lead}</div>}
    </header>
  );
}
