import { describe, expect, it } from 'vitest';
import { recogniseNetwork } from './network-table.ts';

describe('recogniseNetwork', () => {
  it.each([
    ['SOMLIT', 'SOMLIT'],
    ['somlit', 'SOMLIT'],
    ['Réseau SOMLIT', 'SOMLIT'],
    ['Coast HF', 'COAST-HF'],
    ['Service d’Observation en Milieu Littoral (SOMLIT)', 'SOMLIT'],
    ['MOOSE: Mediterranean Ocean Observing System for the Environment', 'MOOSE'],
    ['Global Ocean Observing System', 'GOOS'],
    ['Euro-Argo', 'Argo'],
    ['OceanSITES network', 'OceanSITES'],
  ])('%s', (text, name) => expect(recogniseNetwork(text)?.names).toEqual({ und: name }));

  it.each(['Moose hunting', 'The cruise deployed Argo floats', 'Cargo', 'corail', ''])(
    'is not misled by "%s"',
    (text) => expect(recogniseNetwork(text)).toBeUndefined(),
  );
});
