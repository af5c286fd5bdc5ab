import { type Keyword, localise, type NamedReference, recogniseNetwork } from '../../model/index.ts';

/** The observation networks that keywords name, each once. */
export function networksOf(keywords: readonly Keyword[]): NamedReference[] {
  const found = new Map<string, NamedReference>();
  for (const keyword of keywords) {
    const text = localise(keyword.label, 'en')?.text;
    const network = text === undefined ? undefined : recogniseNetwork(text);
    const name = network && localise(network.names)?.text;
    if (network && name !== undefined && !found.has(name)) found.set(name, network);
  }
  return [...found.values()];
}
