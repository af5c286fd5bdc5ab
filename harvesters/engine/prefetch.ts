/**
 * Runs a generator ahead of its reader, so that the network and the work on what it brought overlap.
 * @param ahead how many values may wait; memory stays bounded by it
 * @param take called with each value in order, never twice at once
 * @returns what the generator returned; errors of either side end both
 */
export async function overlap<Value, End>(
  values: AsyncGenerator<Value, End, void>,
  ahead: number,
  take: (value: Value) => Promise<void>,
): Promise<End> {
  const waiting: Promise<IteratorResult<Value, End>>[] = [];
  const next = () => {
    const result = values.next();
    // The reader sees the error when it comes to it; until then nobody does.
    result.catch(() => {});
    waiting.push(result);
  };
  next();
  try {
    for (;;) {
      const result = await waiting.shift();
      if (!result) throw new Error('The queue ran dry.');
      if (result.done) return result.value;
      while (waiting.length < ahead) next();
      await take(result.value);
    }
  } finally {
    // Not awaited: a generator in the middle of a fetch ends when its signal does.
    values.return(undefined as never).catch(() => {});
  }
}
