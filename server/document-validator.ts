import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { FormatName } from '#catalogue/formats';
import { openSchemas } from '#catalogue/validation';
import type { DocumentValidator } from '#protocols/originals';
import type { Log } from '#runtime/log';
import { projectRoot } from '#runtime/root';
import { AnsweringThread } from './answering-thread.ts';
import { isValidIn } from './document-validity.ts';

type Order = { format: FormatName; bytes: Uint8Array };

/** Documents whose validity is remembered: a hash and a truth value each. */
const remembered = 200_000;

/**
 * Decides once per document whether it is valid, in a thread beside: a schema takes seconds to compile. In an installation
 * that is not built it is decided in the caller's thread. A schema that fails is logged, and then nothing counts as valid.
 * @param folder the folder of schemas
 * @throws Error when it is none
 */
export function createDocumentValidator(
  folder: string,
  log: Pick<Log, 'error'>,
  script = join(projectRoot(), 'build', 'server', 'validating-worker.js'),
): { isValid: DocumentValidator; close(): Promise<void> } {
  const schemas = openSchemas(folder);
  const known = new LRUCache<string, Promise<boolean>>({ max: remembered });
  let thread: AnsweringThread<Order, boolean> | undefined;

  async function decide(order: Order): Promise<boolean> {
    if (!existsSync(script)) return isValidIn(schemas, order.format, order.bytes);
    if (!thread || thread.dead) thread = new AnsweringThread(script, 'validates documents', folder);
    const bytes = new Uint8Array(order.bytes);
    return thread.ask({ ...order, bytes }, [bytes.buffer]);
  }

  return {
    isValid({ format, bytes, hash }) {
      const key = `${format} ${hash}`;
      const decided = known.get(key);
      if (decided) return decided;
      const deciding = decide({ format, bytes }).catch((error: unknown) => {
        // Not remembered: a thread that died may do better next time.
        known.delete(key);
        log.error({ err: error, format, hash }, 'a document was not validated');
        return false;
      });
      known.set(key, deciding);
      return deciding;
    },
    async close() {
      await thread?.close();
    },
  };
}
