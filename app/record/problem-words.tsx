import type { Problem } from '#catalogue/model';
import type { ProblemText } from '#catalogue/problems';
import { useMessages } from '../locales/locale-context.tsx';

export type WordedProblem = Pick<Problem, 'code' | 'message' | 'hint'> & {
  /** Title and remedy in the reader's language; absent for a code that another version stored. */
  text?: ProblemText;
};

/** What a problem is, what exactly was found, and what to do. */
export function ProblemWords({
  problem: { code, message, hint, text },
  heading: Heading,
}: {
  problem: WordedProblem;
  /** Absent where the name of the rule stands above already. */
  heading: 'h3' | 'h4' | undefined;
}) {
  const { recordPage } = useMessages();
  return (
    <>
      {Heading && (
        <Heading className="font-sans text-base font-medium">{text?.title ?? <code>{code}</code>}</Heading>
      )}
      {message !== '' && <p className="break-words">{text ? `${message} ${hint}`.trim() : message}</p>}
      {(text?.remedy ?? hint) !== '' && (
        <p className="text-[0.9375rem]">
          <span className="lettered">{recordPage.remedy}</span> {text?.remedy ?? hint}
        </p>
      )}
    </>
  );
}
