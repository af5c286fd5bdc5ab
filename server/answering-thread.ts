import { type ResourceLimits, type Transferable, Worker } from 'node:worker_threads';

type Answer<Result> = { id: number; result: Result } | { id: number; error: string };
type Waiting<Result> = { resolve(result: Result): void; reject(error: Error): void };

/** The thread ended while an order waited for its turn: another thread may do it. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}

/** A thread that answers orders, `{id, …order}`, with `{id, result}` or `{id, error}`, in any order. */
export class AnsweringThread<Order extends object, Result> {
  dead = false;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting<Result>>();
  readonly #deadlineMs: number | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #last = 0;

  /**
   * @param purpose what the thread is for, for the error when it ends: `reads documents`
   * @param deadlineMs a thread that gives no answer for so long is ended; the order that waited longest is at fault
   */
  constructor(
    script: string,
    purpose: string,
    workerData?: unknown,
    resourceLimits: ResourceLimits = {},
    deadlineMs?: number,
  ) {
    this.#deadlineMs = deadlineMs;
    this.#worker = new Worker(script, { workerData, resourceLimits });
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer<Result>) => {
      const waiting = this.#waiting.get(answer.id);
      this.#forget(answer.id);
      if ('result' in answer) waiting?.resolve(answer.result);
      else waiting?.reject(new Error(answer.error));
    });
    this.#worker.on('error', (error: Error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(new Error(`The thread that ${purpose} has ended.`)));
  }

  /** @throws Error when the thread dies or its work fails */
  ask(order: Order, transfer: readonly Transferable[] = []): Promise<Result> {
    this.#last += 1;
    const id = this.#last;
    // While somebody waits for an answer, the process must not end.
    const isFirst = this.#waiting.size === 0;
    if (isFirst) this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      if (isFirst) this.#watch();
      this.#worker.postMessage({ id, ...order }, transfer);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #forget(id: number): void {
    this.#waiting.delete(id);
    this.#watch();
    if (this.#waiting.size === 0) this.#worker.unref();
  }

  /** Begins the time of the order that is at work now. */
  #watch(): void {
    clearTimeout(this.#deadline);
    const [oldest] = this.#waiting;
    if (this.#deadlineMs === undefined || !oldest) return;
    this.#deadline = setTimeout(() => {
      this.#end(new Error(`No answer came within ${(this.#deadlineMs ?? 0) / 1000} s.`));
      void this.#worker.terminate();
    }, this.#deadlineMs);
  }

  #end(error: Error): void {
    this.dead = true;
    clearTimeout(this.#deadline);
    // Orders are done one after the other: the oldest is at fault, the others only waited behind it.
    const [first, ...behind] = this.#waiting.values();
    first?.reject(error);
    for (const { reject } of behind) reject(new ThreadEnded(error.message));
    this.#waiting.clear();
  }
}
