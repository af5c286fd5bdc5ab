import { parseXml } from '../../xml/index.ts';
import type { ReadContext, ReadResult } from '../format.ts';
import { Report } from '../reading/index.ts';
import { chainsOf } from './catalog.ts';
import { combine } from './combine.ts';
import { headerIn } from './header.ts';
import { recordOf } from './record.ts';

/**
 * Reads a dataset of a THREDDS catalogue (InvCatalog 1.0) with what it inherits, and with the header of its file where it
 * carries one; of several, the first.
 * @param context `baseUrl` is the address of the catalogue, which those of services are relative to
 */
export async function readThredds(bytes: Uint8Array, context: ReadContext = {}): Promise<ReadResult> {
  const { root, problems } = parseXml(bytes);
  const report = new Report();
  report.problems.push(...problems);
  if (!root) return { record: null, problems: report.problems };
  const chains = chainsOf(root);
  const first = chains.next().value;
  if (root.name !== 'catalog' || !first) {
    report.error(
      'no-resource',
      { path: `/${root.name}`, line: root.line },
      'The document lists no dataset with data.',
      'Send a catalogue of THREDDS that lists datasets.',
    );
    return { record: null, problems: report.problems };
  }
  const rest = [...chains].length;
  if (rest > 0)
    report.info(
      'several-resources',
      { path: '/catalog' },
      `The catalogue lists ${rest + 1} datasets; the first was read.`,
      'Send one document for each dataset.',
    );
  const listed = recordOf(root, first, context.baseUrl, report);
  const header = headerIn(first.dataset);
  const record = header ? combine(listed, header, report) : listed;
  return { record, problems: report.problems };
}
