import { useMessages } from '../locales/locale-context.tsx';
import { CourseDrawing } from './course-drawing.tsx';
import { FairFigureView } from './fair-figure.tsx';
import { FairTests } from './fair-tests.tsx';
import type { FairView } from './present-fair.ts';

/** The part of a record's page that says how FAIR it was found, with evidence and remedies. */
export function RecordFair({ id, fair: view }: { id: string; fair: FairView | undefined }) {
  const { fair } = useMessages();
  if (!view) return <p>{fair.notYet}</p>;
  return (
    <>
      <p className="prose text-soft">{fair.lead}</p>
      <FairFigureView figure={view.figure} />
      <CourseDrawing course={view.course} />
      <h3 className="mt-7 text-lg">{fair.tests}</h3>
      <FairTests tests={view.tests} />
      <p className="mt-3 text-[0.9375rem] text-soft">
        {fair.assessed(view.assessedOn)}. <a href={`/api/records/${id}/fair`}>{fair.forMachines}</a>
      </p>
    </>
  );
}
