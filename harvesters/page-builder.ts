import type { HarvestedDocument, HarvestPage, RunProblem, SourceFile } from './types.ts';

/** One batch of the engine. */
const mostDocuments = 100;
const mostBytes = 8 * 1024 * 1024;

/** Gathers the documents of single files into pages of a size that suits the engine. */
export class PageBuilder {
  #documents: HarvestedDocument[] = [];
  #problems: RunProblem[] = [];
  #files: SourceFile[] = [];
  #bytes = 0;

  /** @param found `files` are those that gave no documents */
  add(
    found: { documents: HarvestedDocument[]; problems: RunProblem[]; files?: readonly SourceFile[] },
    bytes: number,
  ): void {
    this.#documents.push(...found.documents);
    this.#problems.push(...found.problems);
    this.#files.push(...(found.files ?? []));
    this.#bytes += bytes;
  }

  /** How many documents still fit; at least one. */
  get room(): number {
    return Math.max(1, mostDocuments - this.#documents.length);
  }

  isFull(): boolean {
    return this.#documents.length >= mostDocuments || this.#bytes >= mostBytes;
  }

  isEmpty(): boolean {
    return this.#documents.length + this.#problems.length + this.#files.length === 0;
  }

  take(): HarvestPage {
    const page = { documents: this.#documents, problems: this.#problems, files: this.#files };
    [this.#documents, this.#problems, this.#files, this.#bytes] = [[], [], [], 0];
    return page;
  }
}
