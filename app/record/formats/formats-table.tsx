import { useMessages } from '../../locales/locale-context.tsx';
import type { FormatRow, LossRow } from './present-formats.ts';

const tones = { dropped: 'bg-warn-wash text-warn', changed: 'bg-bad-wash text-bad', merged: '' } as const;

type FormatsTableProps = {
  /** With losses where they are known already. */
  formats: readonly (Omit<FormatRow, 'losses' | 'basis'> & Partial<FormatRow>)[];
};

/** The ways to take a record: title, media type, what is left out. */
export function FormatsTable({ formats }: FormatsTableProps) {
  return (
    <ul className="divide-y divide-line border-b border-line">
      {formats.map((format) => (
        <li
          key={format.href}
          className="grid gap-x-8 gap-y-1 py-3 md:grid-cols-[minmax(0,21rem)_minmax(0,1fr)]"
        >
          <div className="min-w-0">
            <a href={format.href} className="font-medium break-words">
              {format.title}
            </a>
            <p className="text-sm break-words text-soft">{format.mediaType}</p>
          </div>
          <div className="min-w-0 md:pt-px">
            {format.losses && format.basis && <Losses losses={format.losses} basis={format.basis} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Losses({ losses, basis }: Pick<FormatRow, 'losses' | 'basis'>) {
  const { formatsPage } = useMessages();
  if (losses.length === 0)
    return (
      <span className="tag bg-good-wash text-good">
        {basis === 'original' ? formatsPage.original : formatsPage.everything}
      </span>
    );
  return (
    <details>
      <summary className="inline-block cursor-pointer py-0.5">
        <span className="text-link underline">{formatsPage.leavesOut(losses.length)}</span>
      </summary>
      {basis === 'writer' && <p className="mt-1 text-sm text-soft">{formatsPage.fromWriter}</p>}
      <ul className="mt-2 mb-1 space-y-2 border-l-2 border-line pl-4 text-[0.9375rem]">
        {losses.map((loss) => (
          <li key={`${loss.label} ${loss.within} ${loss.kind} ${loss.instead}`}>
            <Row loss={loss} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Row({ loss: { label, within, kind, count, value, instead } }: { loss: LossRow }) {
  const { formatsPage } = useMessages();
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
        <span className="font-medium">{label}</span>
        {within && <code className="text-sm break-all text-soft">{within}</code>}
        <span className={`tag ${tones[kind]}`}>{formatsPage.kinds[kind]}</span>
        {count > 1 && <span className="text-sm text-soft">{formatsPage.times(count)}</span>}
      </p>
      {(value || instead) && (
        <p className="text-sm [overflow-wrap:anywhere] text-soft">
          {value && formatsPage.quoted(value)}
          {value && instead && ' '}
          {instead && <span>{instead}</span>}
        </p>
      )}
    </>
  );
}
