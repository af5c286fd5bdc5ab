import { useMessages } from '../locales/locale-context.tsx';
import { CourseDrawing } from './course-drawing.tsx';
import { FairFigureView } from './fair-figure.tsx';
import type { SourceFairView } from './present-source-fair.ts';

/** The part of a data centre's page that says how FAIR its records are together, and what to mend first. */
export function SourceFair({ id, fair: view }: { id: string; fair: SourceFairView | undefined }) {
  const { fair } = useMessages();
  if (!view) return <p className="mt-2">{fair.sourceNotYet}</p>;
  return (
    <>
      <p className="mt-2 text-soft">{fair.sourceLead(view.records)}</p>
      <FairFigureView figure={view.figure} />
      <CourseDrawing course={view.course} />
      {view.worst.length > 0 && (
        <>
          <h3 className="mt-7 text-lg">{fair.mendFirst}</h3>
          <p className="text-soft">{fair.mendLead}</p>
          <ol className="fair-worst">
            {view.worst.map((test) => (
              <li key={test.id}>
                <p className="fair-worst-count">
                  <span className="tabular-nums">{test.count}</span>
                  <svg className="fair-bar" width="100%" height="8" aria-hidden="true">
                    <rect className="whole" width="100%" height="8" />
                    <rect className="amiss" width={`${test.share}%`} height="8" />
                  </svg>
                </p>
                <div>
                  <p>
                    <span className="font-medium tabular-nums">{test.principle}</span> {test.title}
                  </p>
                  <p className="text-[0.9375rem] text-soft">{test.remedy}</p>
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="mt-3 text-[0.9375rem]">
        <a href={`/api/sources/${encodeURIComponent(id)}/fair`}>{fair.forMachines}</a>
      </p>
    </>
  );
}
