import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test.each([
  ['climatologyMeteorologyAtmosphere', 'climatology-meteorology-atmosphere'],
  ['Réseau SOMLIT', 'reseau-somlit'],
  ['COAST-HF', 'coast-hf'],
  ['  Oceanographic geographical features ', 'oceanographic-geographical-features'],
])('%s → %s', (name, slug) => expect(slugOf(name)).toBe(slug));
