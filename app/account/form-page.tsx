import type { ReactNode } from 'react';

/** A page with one form: title, what it is for, the form. */
export function FormPage({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  return (
    <main id="content" className="column py-10 md:py-14">
      <div className="max-w-[28rem]">
        <h1 className="text-3xl md:text-4xl">{title}</h1>
        {lead !== undefined && <p className="mt-3 text-lg">{lead}</p>}
        {children}
      </div>
    </main>
  );
}
