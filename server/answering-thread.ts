import { type ResourceLimits, type Transferable, Worker } from 'node:worker_threads';

type Answer<Result> = { id: number; result: Result } | { id: number; error: string };
type Waiting<Result> = { resolve(result: Result): void; reject(error: Error): void };

/** A thread that answers orders, `{id, …order}`, with `{id, result}` or `{id, error}`, in any order. */
export class AnsweringThread<Order extends object, Result> {
  dead = false;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting<Result>>();
  #last = 0;

  /** @param purpose what the thread is for, for the error when it ends: `reads documents` */
  constructor(script: string, purpose: string, workerData?: unknown, resourceLimits: ResourceLimits = {}) {
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
    if (this.#waiting.size === 0) this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...order }, transfer);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #forget(id: number): void {
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker.unref();
  }

  #end(error: Error): void {
    this.dead = true;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
