/** A record of a CSV file, with the line on which it begins. */
export type CsvRecord = { line: number; cells: string[] };

/**
 * Reads separated values (RFC 4180): quoted cells may go over several lines. The separator is the one of `;`, tab and `,`
 * that parts the first line most.
 */
export function readCsv(text: string): CsvRecord[] {
  const first = text.slice(0, text.search(/\r?\n|$/));
  const separator = [';', '\t', ','].reduce((best, one) =>
    first.split(one).length > first.split(best).length ? one : best,
  );
  const records: CsvRecord[] = [];
  let record: CsvRecord = { line: 1, cells: [] };
  let cell = '';
  let quoted = false;
  let line = 1;
  const endCell = () => {
    record.cells.push(cell);
    cell = '';
  };
  const endRecord = () => {
    endCell();
    if (record.cells.some((one) => one.trim() !== '')) records.push(record);
    record = { line, cells: [] };
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') line += 1;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === separator) endCell();
    else if (character === '\n') endRecord();
    else if (character !== '\r') cell += character;
  }
  endRecord();
  return records;
}
