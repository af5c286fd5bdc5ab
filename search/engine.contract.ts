import { describe } from 'vitest';
import type { SearchEngine } from './engine.ts';
import { answersContract } from './testing/answers.contract.ts';
import { documentsContract } from './testing/documents.contract.ts';
import { engineFixture } from './testing/engine-fixture.ts';
import { hostileRequestsContract } from './testing/hostile-requests.contract.ts';
import { placesContract } from './testing/places.contract.ts';
import { plainSearchContract } from './testing/plain-search.contract.ts';
import { wordsContract } from './testing/words.contract.ts';

/**
 * What every search engine must do; run it on each. Only the order of ties and hits by spelling tolerance may differ.
 * @param make a new, empty engine
 */
export function searchEngineContract(make: () => Promise<SearchEngine>): void {
  describe('search engine', () => {
    const fixture = engineFixture(make);
    documentsContract(fixture);
    wordsContract(fixture);
    answersContract(fixture);
    placesContract(fixture);
    hostileRequestsContract(fixture);
    plainSearchContract(fixture);
  });
}
