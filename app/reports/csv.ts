/**
 * A line of a table in CSV (RFC 4180): every field that needs it in quotes, CRLF at the end. A field that a spreadsheet
 * would take for a formula gets an apostrophe before it, since these texts come from others.
 */
export function csvLine(fields: readonly (string | number)[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}

function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[\s\u00a0\ufeff]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
