import { useEffect, useRef } from 'react';
import { Link, useFetcher } from 'react-router';
import { useMessages } from '../../locales/locale-context.tsx';
import type { RecordView } from '../present/present-record.ts';
import { FormatsTable } from './formats-table.tsx';
import type { FormatRow } from './present-formats.ts';

/**
 * The ways to take the record, on its page. What each leaves out is asked for when this part comes into sight; without
 * scripts a link leads to the page that has it.
 */
export function FormatsPart({ view: { id, formats } }: { view: RecordView }) {
  const { recordPage, formatsPage } = useMessages();
  const place = useRef<HTMLDivElement>(null);
  const { data, load } = useFetcher<{ formats: FormatRow[] }>();
  useEffect(() => {
    const target = place.current;
    if (!target) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        load(`/records/${id}/formats`);
      },
      { rootMargin: '200px' },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [id, load]);
  return (
    <div ref={place}>
      <p className="prose text-soft">{formatsPage.lead}</p>
      <div className="mt-3">
        <FormatsTable formats={data?.formats ?? formats} />
      </div>
      <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-[0.9375rem]" data-screen-only="">
        {!data && <Link to={`/records/${id}/formats`}>{formatsPage.see}</Link>}
        <a href={`/records/${id}/linkset`}>{recordPage.linkset}</a>
      </p>
    </div>
  );
}
