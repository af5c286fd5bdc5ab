import type { Segment } from '#search/highlight';

/** A text with the words that were searched for marked in it. */
export function Segments({ segments }: { segments: readonly Segment[] }) {
  let at = 0;
  return segments.map(({ text, marked }) => {
    const key = at;
    at += text.length;
    return marked ? <mark key={key}>{text}</mark> : text;
  });
}
