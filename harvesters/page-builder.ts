import type { HarvestedDocument, HarvestPage, RunProblem } from './types.ts';

const mostDocuments = 100;
const mostBytes = 8 * 1024 * 1024;

/** Gathers the documents of single files into pages of a size that suits the engine. */
export class PageBuilder {
  #documents: HarvestedDocument[] = [];
  #problems: RunProblem[] = [];
  #bytes = 0;

  add(found: { documents: HarvestedDocument[]; problems: RunProblem[] }, bytes: number): void {
    this.#documents.push(...found.documents);
    this.#problems.push(...found.problems);
    this.#bytes += bytes;
  }

  isFull(): boolean {
    return this.#documents.length >= mostDocuments || this.#bytes >= mostBytes;
  }

  isEmpty(): boolean {
    return this.#documents.length === 0 && this.#problems.length === 0;
  }

  take(): HarvestPage {
    const page = { documents: this.#documents, problems: this.#problems };
    [this.#documents, this.#problems, this.#bytes] = [[], [], 0];
    return page;
  }
}
