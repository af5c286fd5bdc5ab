import { useMessages } from '../locales/locale-context.tsx';
import type { FairFigure, ShareBar } from './present-fair.ts';

/** How the share that nobody could tell is drawn. */
const hatching = 'fair-not-known';

/** Score of each principle under its letter: bars for the eye, the same in words beside them. */
export function FairFigureView({ figure }: { figure: FairFigure }) {
  const { fair } = useMessages();
  return (
    <div className="fair-figure">
      <svg className="absolute" width="0" height="0" aria-hidden="true">
        <pattern id={hatching} className="fair-not-known" width="5" height="5" patternUnits="userSpaceOnUse">
          <path d="M-1 6L6 -1M-1 1L1 -1M4 6L6 4" />
        </pattern>
      </svg>
      <p className="fair-whole">
        <span className="lettered">{fair.score}</span>
        <strong>{figure.whole.text}</strong>
        {figure.most && <span className="text-[0.9375rem] text-soft">{fair.upTo(figure.most)}</span>}
      </p>
      <ul aria-label={fair.byPrinciple} className="fair-letters">
        {figure.letters.map(({ id, title, bar, principles }) => (
          <li key={id}>
            <p className="fair-letter">
              <span aria-hidden="true">{id}</span>
              <span className="font-medium">{title}</span>
              {bar && <span className="tabular-nums">{bar.text}</span>}
            </p>
            <ul>
              {principles.map((principle) => (
                <li key={principle.id} className="fair-principle">
                  <span className="font-medium tabular-nums">{principle.id}</span>
                  <span>{principle.title}</span>
                  {principle.bar ? (
                    <Bar bar={principle.bar} />
                  ) : (
                    <span className="text-soft">{fair.notAsked}</span>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Bar({ bar: { score, unknown, text, unknownText } }: { bar: ShareBar }) {
  const { fair } = useMessages();
  return (
    <>
      <span className="tabular-nums">
        {text}
        {unknownText && <span className="sr-only">, {fair.percentUnknown(unknownText)}</span>}
      </span>
      <svg className="fair-bar" width="100%" height="8" aria-hidden="true">
        <rect className="whole" width="100%" height="8" />
        {unknown > 0 && <rect x={`${score}%`} width={`${unknown}%`} height="8" fill={`url(#${hatching})`} />}
        <rect className="score" width={`${score}%`} height="8" />
      </svg>
    </>
  );
}
