import type { RecordView } from '../present/present-record.ts';

/** The page of one record. */
export function RecordPage({ view }: { view: RecordView }) {
  return (
    <main id="content" className="column py-8">
      <h1 lang={view.title.lang}>{view.title.text}</h1>
    </main>
  );
}
