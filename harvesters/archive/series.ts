import type { DataFilesDescription } from '#catalogue/formats/data-files';
import type { Problem } from '#catalogue/model';
import { ExtentsUnion } from '#datafiles';
import { runProblem } from '../run-problem.ts';
import { HeaderMerge } from './header-merge.ts';
import type { ArchiveFile } from './ports.ts';

/** Files that are linked one by one; of more, their folder is. */
const mostListed = 100;
/** Problems of single files that one record carries, and names of platforms and the like. */
const mostProblems = 200;
const mostNames = 500;

type Reference = DataFilesDescription['platforms'][number];

/** One series of files, gathered file by file; holds what they have in common, never the files. */
export class Series {
  readonly #extents = new ExtentsUnion();
  readonly #headers = new HeaderMerge();
  readonly #formats = new Map<string, DataFilesDescription['files']['formats'][number]>();
  readonly #names = {
    platforms: new Map<string, Reference>(),
    instruments: new Map<string, Reference>(),
    campaigns: new Map<string, Reference>(),
  };
  #listed: DataFilesDescription['files']['listed'] = [];
  readonly #problems: Problem[] = [];
  #omitted = 0;
  #count = 0;
  #bytes = 0;

  /** @param baseUrl address of the archive, where it has one */
  constructor(
    readonly pattern: string,
    private readonly baseUrl: string | undefined,
  ) {}

  add({ path, size, described }: ArchiveFile): void {
    for (const problem of described?.problems ?? []) this.#tell(problem, path);
    const facts = described?.facts;
    if (!facts) return;
    this.#count += 1;
    this.#bytes += size;
    this.#extents.add(facts.extents);
    this.#headers.add(facts.header, path);
    this.#formats.set(JSON.stringify(facts.format), facts.format);
    for (const kind of ['platforms', 'instruments', 'campaigns'] as const)
      for (const one of facts[kind])
        if (this.#names[kind].size < mostNames) this.#names[kind].set(JSON.stringify(one), one);
    if (this.#count > mostListed) this.#listed = [];
    else {
      const url = this.baseUrl === undefined ? undefined : addressOf(this.baseUrl, path);
      this.#listed.push({ path, bytes: size, format: facts.format.name, ...(url ? { url } : {}) });
    }
  }

  /** Problems of the files; where none could be described, they are all there is to tell. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** @returns `undefined` where no file could be described */
  description(): DataFilesDescription | undefined {
    if (this.#count === 0) return undefined;
    const { header, differing } = this.#headers.found();
    const folder = folderOf(this.pattern);
    const values = (kind: 'platforms' | 'instruments' | 'campaigns') => [...this.#names[kind].values()];
    return {
      dataFiles: '1.0',
      pattern: this.pattern,
      files: {
        count: this.#count,
        bytes: this.#bytes,
        formats: [...this.#formats.values()],
        listed: this.#listed,
        ...(this.baseUrl === undefined ? {} : { folder: addressOf(this.baseUrl, folder) }),
      },
      header,
      differing,
      platforms: values('platforms'),
      instruments: values('instruments'),
      campaigns: values('campaigns'),
      extents: this.#extents.found(),
      problems: [...this.#problems, ...this.#headers.problems, ...this.#left()],
    };
  }

  #tell(problem: Problem, path: string): void {
    if (this.#problems.length >= mostProblems) {
      this.#omitted += 1;
      return;
    }
    const where = problem.path === '/' ? path : `${path}#${problem.path}`;
    this.#problems.push({ ...problem, path: where, message: `${path}: ${problem.message}` });
  }

  #left(): Problem[] {
    if (this.#omitted === 0) return [];
    const message = `The files have ${this.#omitted} more problems.`;
    const hint = 'Mend the most frequent ones, and crawl the archive again.';
    return [{ ...runProblem('info', 'problems-omitted', message, hint), path: this.pattern }];
  }
}

/** The folders that all files of a pattern have in common, with a slash at the end. */
function folderOf(pattern: string): string {
  const star = pattern.indexOf('*');
  const certain = star < 0 ? pattern : pattern.slice(0, star);
  return certain.slice(0, certain.lastIndexOf('/') + 1);
}

function addressOf(baseUrl: string, path: string): string {
  return baseUrl.replace(/\/*$/, '/') + path.split('/').map(encodeURIComponent).join('/');
}
