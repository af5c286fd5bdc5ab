import type { ReactNode } from 'react';

/** A part of the page with its heading; `id` is where the table of contents leads. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-11 scroll-mt-4 first:mt-0">
      <h2 id={`${id}-title`} className="section-title">
        {title}
      </h2>
      <div className="mt-4">{children}</div>
    </section>
  );
}

/** A part of a section, with its label beside it where there is room. */
export function Labelled({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-8 gap-y-1 border-line py-3 not-first:border-t md:grid-cols-[11rem_minmax(0,1fr)]">
      <h3 className="lettered text-base">{label}</h3>
      <div>{children}</div>
    </div>
  );
}
