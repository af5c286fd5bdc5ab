import { type SplitDocument, splitDocument } from '#catalogue/formats';
import type { Log } from '#runtime/log';
import { runProblem } from './run-problem.ts';

/** Finds the records in a document. A reader that throws has a fault; that is one document's misfortune, not the run's. */
export async function splitSafely(
  file: { url: string; mediaType: string; bytes: Uint8Array },
  log: Log,
): Promise<SplitDocument> {
  const { url, mediaType, bytes } = file;
  try {
    return await splitDocument(bytes, { baseUrl: url, mediaType });
  } catch (error) {
    log.error({ err: error, url }, 'a document could not be split');
    const problem = runProblem(
      'error',
      'reader-failed',
      'Reading the document failed by a fault of this catalogue.',
      'Tell the operator; the document is not at fault.',
    );
    return { parts: [], problems: [problem] };
  }
}
