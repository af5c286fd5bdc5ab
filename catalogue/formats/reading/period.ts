import type { TemporalExtent } from '../../model/index.ts';
import type { Place, Report } from './report.ts';

/**
 * Reads a period written as one text: an ISO 8601 interval (`2010/2020`, open as `2010/..`, `../2020` or `2010/`, with
 * a duration as `2010/P2Y`), a DCMI Period (`start=2010; end=2020; name=…`), or a single date, which is an instant.
 * @returns `undefined` (and a problem) where the text is none of these
 */
export function readPeriodText(text: string, report: Report, place: Place): TemporalExtent | undefined {
  const written = text.trim();
  if (written === '') return undefined;
  if (/^(start|end|name|scheme)\s*=/i.test(written) || /;\s*(start|end)\s*=/i.test(written))
    return readDcmiPeriod(written, report, place);
  const parts = written.split(/\s*\/\s*/);
  if (parts.length === 1) {
    const date = report.date(written, place);
    return date === undefined ? undefined : { start: { date }, end: { date } };
  }
  // `2010/03/01` is a badly written date, not an interval of three.
  if (parts.length > 2) {
    const date = report.date(written, place);
    return date === undefined ? undefined : { start: { date }, end: { date } };
  }
  const [from = '', to = ''] = parts;
  if (/^P/i.test(from) || /^P/i.test(to)) return readDuration(from, to, report, place);
  return period(end(from, report, place), end(to, report, place));
}

/**
 * A period with these ends, open where one is absent.
 * @returns `undefined` when both are
 */
export function period(start: string | undefined, stop: string | undefined): TemporalExtent | undefined {
  if (start === undefined && stop === undefined) return undefined;
  return {
    ...(start === undefined ? {} : { start: { date: start } }),
    ...(stop === undefined ? {} : { end: { date: stop } }),
  };
}

function end(text: string, report: Report, place: Place): string | undefined {
  return /^(|\.\.|open|present|now|unknown)$/i.test(text.trim()) ? undefined : report.date(text, place);
}

function readDcmiPeriod(text: string, report: Report, place: Place): TemporalExtent | undefined {
  const component = (name: string) =>
    new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*([^;]*)`, 'i').exec(text)?.[1]?.trim();
  const found = period(
    end(component('start') ?? '', report, place),
    end(component('end') ?? '', report, place),
  );
  const name = component('name');
  if (!found && !name) return undefined;
  return { ...found, ...(name ? { description: { und: name } } : {}) };
}

/** One end and a duration: the end told is kept, the duration stands in the description rather than being reckoned. */
function readDuration(from: string, to: string, report: Report, place: Place): TemporalExtent | undefined {
  const start = /^P/i.test(from) ? undefined : end(from, report, place);
  const stop = /^P/i.test(to) ? undefined : end(to, report, place);
  const found = period(start, stop);
  const duration = /^P/i.test(from) ? from : to;
  return found && { ...found, description: { und: duration } };
}
