const sides = ['west', 'south', 'east', 'north'] as const;

/**
 * What the search form sends, as the address of the search: four sides become `bbox`, two depths `depth`, and fields that
 * were left empty or as they are by default disappear. Other parameters (`lang`, `more`) are kept.
 * @returns `null` when the parameters are an address already
 */
export function foldFormParameters(given: URLSearchParams): URLSearchParams | null {
  const folded = new URLSearchParams();
  for (const [name, value] of given) {
    const ofForm = sides.some((side) => side === name) || name === 'depth-from' || name === 'depth-to';
    if (!ofForm && value.trim() !== '') folded.append(name, value.trim());
  }
  const box = sides.map((side) => given.get(side)?.trim().replace(',', '.') ?? '');
  if (box.some((value) => value !== '')) folded.set('bbox', box.join(','));
  const [from, to] = [given.get('depth-from')?.trim() ?? '', given.get('depth-to')?.trim() ?? ''];
  if (from !== '' || to !== '') folded.set('depth', `${from},${to}`);
  // The order that would be taken anyway is not part of the address.
  if (folded.get('sort') === (folded.has('q') ? 'relevance' : 'date')) folded.delete('sort');
  return String(given) === String(folded) ? null : folded;
}
