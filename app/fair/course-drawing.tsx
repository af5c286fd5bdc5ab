import { useMessages } from '../locales/locale-context.tsx';
import type { ScoreCourse } from './present-fair.ts';

const height = 64;

/** A score over time, in steps: it stands until the next one. */
export function CourseDrawing({ course }: { course: ScoreCourse }) {
  const { fair } = useMessages();
  const first = course[0];
  const last = course.at(-1);
  if (!first || !last || course.length < 2) return null;
  const y = (score: number) => 4 + (height - 8) * (1 - score / 100);
  return (
    <figure className="fair-course">
      <figcaption className="lettered">{fair.history}</figcaption>
      <svg
        width="100%"
        height={height}
        role="img"
        aria-label={`${fair.history}: ${course.map(({ on, text }) => `${on} ${text}`).join('; ')}`}
      >
        {[0, 50, 100].map((score) => (
          <line key={score} className="axis" x1="0" x2="100%" y1={y(score)} y2={y(score)} />
        ))}
        {course.slice(1).map((point, index) => {
          const before = y(course[index]?.score ?? 0);
          const from = `${course[index]?.at ?? 0}%`;
          const to = `${point.at}%`;
          return (
            <g key={`${point.at} ${point.on}`} className="line">
              <line x1={from} x2={to} y1={before} y2={before} />
              <line x1={to} x2={to} y1={before} y2={y(point.score)} />
            </g>
          );
        })}
        <circle className="point" cx="100%" cy={y(last.score)} r="4" />
      </svg>
      <p className="flex justify-between text-sm text-soft" aria-hidden="true">
        <span>
          {first.on}, {first.text}
        </span>
        <span>
          {last.on}, {last.text}
        </span>
      </p>
    </figure>
  );
}
