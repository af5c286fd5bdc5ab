/**
 * A table of words that documents choose from: what every object has (`constructor`, `toString`) is no word of it.
 * @param meanings what each word means
 */
export function words<T>(meanings: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const table: Record<string, T> = Object.create(null);
  return Object.assign(table, meanings);
}
