import type { PlacedOrder } from '#harvesters';
import type { Locale } from '../locales/index.ts';
import { sentenceFor } from '../phrases/index.ts';

/** An order with its failure in the reader's language. */
export function saidOrder({ error, ...order }: PlacedOrder, locale: Locale): PlacedOrder {
  const said = error && sentenceFor(locale, error);
  return said ? { ...order, error: said } : order;
}
