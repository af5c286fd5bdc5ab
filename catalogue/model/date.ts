/** A date that was read, or why it could not be (or was read with doubt). */
export type DateReading = {
  /** ISO 8601 with the precision of the text: `2009`, `2009-06`, `2009-06-12`, `2009-06-12T10:00:00Z`, `-0100`. */
  date?: string;
  problem?: {
    code: 'date-empty' | 'date-unreadable' | 'date-impossible' | 'date-ambiguous' | 'date-format';
    severity: 'error' | 'warning';
    message: string;
    hint: string;
  };
};

const remedy = 'Write dates as YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ (ISO 8601).';
const wellFormed =
  /^([+-]?\d{4,}|-\d{1,3})(?:-(\d\d)(?:-(\d\d)(?:(Z|[+-]\d\d:\d\d)|T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * Reads a date as documents write it. Nothing is guessed in silence: what is not ISO 8601 but leaves no doubt
 * (`20090612`, `2009-06-12 10:00:00`, `12/30/2009`, `2009-06-12T1000+02`) is understood with a warning; what leaves
 * one (`05/06/2009`) or names no day (`2010-02-30`) is refused.
 * A time zone after a bare date (`2009-06-12Z`, XML Schema) is left out, as ISO 8601 has no such thing.
 * @param text text of one date or date-time, at any precision; years may be signed or beyond 9999
 */
export function readDate(text: string): DateReading {
  const written = text.trim();
  if (written === '') {
    return refusal('date-empty', 'The date is empty.', 'Give the date, or leave the element out.', 'warning');
  }
  const direct = readWellFormed(written);
  if (direct) return direct;
  if (/^\d{1,2}[/.]\d{1,2}[/.]\d{4}$/.test(written) && dayAndMonth(written) === undefined) {
    return refusal('date-ambiguous', `"${written}" may be read as day/month or as month/day.`, remedy);
  }
  const mended = mend(written);
  const second = mended === undefined ? undefined : readWellFormed(mended);
  if (second?.date !== undefined) {
    return {
      date: second.date,
      problem: {
        code: 'date-format',
        severity: 'warning',
        message: `"${written}" is not an ISO 8601 date; it was read as ${second.date}.`,
        hint: remedy,
      },
    };
  }
  return second ?? refusal('date-unreadable', `"${written}" is not a date.`, remedy);
}

function refusal(
  code: 'date-empty' | 'date-unreadable' | 'date-impossible' | 'date-ambiguous',
  message: string,
  hint: string,
  severity: 'error' | 'warning' = 'error',
): DateReading {
  return { problem: { code, severity, message, hint } };
}

/** `undefined` when the text is not of the form at all. */
function readWellFormed(text: string): DateReading | undefined {
  const parts = wellFormed.exec(text);
  // Six or eight bare digits are a compact date, not a far year.
  if (!parts || /^(\d{6}|\d{8})$/.test(text)) return undefined;
  const [, year = '', month, day, dateZone, hour, minute, second] = parts;
  if (!exists(Number(year), month, day) || !timeExists(hour, minute, second)) {
    return refusal('date-impossible', `There is no such date as "${text}".`, 'Correct the date.');
  }
  return { date: dateZone ? text.slice(0, -dateZone.length) : text };
}

function exists(year: number, month: string | undefined, day: string | undefined): boolean {
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  if (day === undefined) return true;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= days;
}

/** 24:00 is the end of a day and 60 a leap second (ISO 8601). */
function timeExists(hour = '00', minute = '00', second = '00'): boolean {
  if (hour === '24') return minute === '00' && second === '00';
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
}

/** Rewrites the forms that are wrong but unmistakable; `undefined` for all others. */
function mend(text: string): string | undefined {
  if (/-\s+\d/.test(text)) return text.replace(/-\s+(?=\d)/g, '-');
  const slashed = dayAndMonth(text);
  if (slashed) return slashed;
  const compact = /^(\d{4})(\d\d)(\d\d)?Z?$/.exec(text);
  if (compact) return [compact[1], compact[2], compact[3]].filter(Boolean).join('-');
  const slashedIso = /^(\d{4})\/(\d\d)\/(\d\d)$/.exec(text);
  if (slashedIso) return `${slashedIso[1]}-${slashedIso[2]}-${slashedIso[3]}`;
  const unpadded = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
  if (unpadded) {
    return [
      unpadded[1],
      ...[unpadded[2], unpadded[3]].flatMap((part) => (part ? [part.padStart(2, '0')] : [])),
    ].join('-');
  }
  const doubledZone = /^(\d{4}-\d\d-\d\d)Z{2,}$/.exec(text);
  if (doubledZone) return doubledZone[1];
  const time =
    /^(\d{4})-?(\d\d)-?(\d\d)[T\s]\s*(\d\d):?(\d\d)(?::?(\d\d(?:[.,]\d+)?))?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/i.exec(
      text,
    );
  if (!time) return undefined;
  const [, year, month, day, hour, minute, second, zone = ''] = time;
  return `${year}-${month}-${day}T${hour}:${minute}:${(second ?? '00').replace(',', '.')}${writtenZone(zone)}`;
}

function writtenZone(zone: string): string {
  if (zone === '' || /^(z|utc)$/i.test(zone)) return zone && 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** `30/12/2009` and `12/30/2009` can be read in one way only. */
function dayAndMonth(text: string): string | undefined {
  const parts = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (!parts) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  if (first <= 12 && second <= 12 && first !== second) return undefined;
  const [day, month] = second > 12 ? [second, first] : [first, second];
  return `${parts[3]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
