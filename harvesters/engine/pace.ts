/** How long back is looked: a source that slows down is told within this time. */
const windowMs = 30_000;

/** How fast something goes on, over the last half minute. */
export class Pace {
  #marks: { at: number; done: number }[] = [];

  /**
   * @param clock milliseconds since 1970
   * @param begun how much is done when it begins
   */
  constructor(
    private readonly clock: () => number,
    begun: number,
  ) {
    this.note(begun);
  }

  /**
   * Notes how much is done.
   * @returns things per second; 0 until something can be told
   */
  note(done: number): number {
    const at = this.clock();
    this.#marks.push({ at, done });
    // One mark that is older than the window stays, to begin at.
    while ((this.#marks[1]?.at ?? at) < at - windowMs) this.#marks.shift();
    const [first] = this.#marks;
    const elapsed = first ? at - first.at : 0;
    return first && elapsed > 0 ? ((done - first.done) * 1000) / elapsed : 0;
  }
}
