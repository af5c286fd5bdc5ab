import type { ReactNode } from 'react';

/** One entry of a list of facts: its name, and what it is. */
export function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="mb-3">
      <dt className="lettered">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
