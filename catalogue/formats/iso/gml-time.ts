import type { Instant, TemporalExtent } from '../../model/index.ts';
import { words } from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import type { Reading } from './reading.ts';
import { dateOfText } from './values.ts';
import { element, type Node, node, type Writing, withSeconds } from './writing.ts';

const indeterminates = ['unknown', 'now', 'before', 'after'] as const;

/**
 * A period out of gml:TimePeriod, gml:TimeInstant (both ends equal) or what profiles put in their place: positions are
 * looked for by name, in either GML namespace.
 */
export function readPeriod(element: XmlElement, reading: Reading): TemporalExtent | undefined {
  if (element.name === 'TimeInstant' || element.name === 'timePosition') {
    const at = instantIn(element, ['timePosition'], reading);
    return at && { start: at, end: at, ...wordsIn(element) };
  }
  const start = instantIn(element, ['beginPosition', 'begin'], reading);
  const end = instantIn(element, ['endPosition', 'end'], reading);
  const step = stepIn(element);
  const duration = element.child('duration')?.text.trim();
  const words = wordsIn(element);
  if (!start && !end) {
    const at = instantIn(element, ['timePosition'], reading);
    if (at) return { start: at, end: at, ...words };
    return duration ? { duration, ...words } : undefined;
  }
  if (start?.date && end?.date && isLater(start.date, end.date)) {
    reading.report(
      'warning',
      'period-reversed',
      element,
      `The period ends (${end.date}) before it begins (${start.date}).`,
      'Correct the period.',
    );
  }
  return {
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
    ...(step ? { step } : {}),
    ...(duration ? { duration } : {}),
    ...words,
  };
}

/** What a GML object is called and stands for. */
function wordsIn(element: XmlElement): Pick<TemporalExtent, 'name' | 'remarks'> {
  const told = (name: string) => element.child(name)?.text.replace(/\s+/g, ' ').trim();
  const name = told('name');
  const remarks = told('description');
  return { ...(name ? { name } : {}), ...(remarks ? { remarks } : {}) };
}

/** Compares only what both dates tell, and only years of the usual length. */
function isLater(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length, 10);
  return (
    /^\d{4}(-|$)/.test(one) && /^\d{4}(-|$)/.test(other) && one.slice(0, length) > other.slice(0, length)
  );
}

function instantIn(element: XmlElement, names: readonly string[], reading: Reading): Instant | undefined {
  const position = positionIn(element, names);
  if (!position) return undefined;
  const word = position.attribute('indeterminatePosition')?.trim().toLowerCase();
  const indeterminate = indeterminates.find((candidate) => candidate === word);
  const text = position.text.trim();
  // `now` and `unknown` are also written as text; an empty position is an open end.
  const spoken = indeterminates.find((candidate) => candidate === text.toLowerCase());
  if (spoken || text === '') {
    const said = indeterminate ?? spoken;
    return said && { indeterminate: said };
  }
  const date = dateOfText(text, position, reading);
  if (!date && !indeterminate) return undefined;
  return { ...(date ? { date } : {}), ...(indeterminate ? { indeterminate } : {}) };
}

/** The position element itself, directly or inside a nested gml:TimeInstant. */
function positionIn(element: XmlElement, names: readonly string[]): XmlElement | undefined {
  if (names.includes(element.name) && ![...element.elements()].length) return element;
  for (const child of element.elements()) {
    if (names.includes(child.name)) {
      const nested = positionIn(child, [...names, 'timePosition']);
      if (nested) return nested;
    } else if (child.name === 'TimeInstant' || child.name === 'TimePeriod') {
      const nested = positionIn(child, names);
      if (nested) return nested;
    }
  }
  return undefined;
}

const designators: Readonly<Record<string, [string, string]>> = words({
  year: ['P', 'Y'],
  month: ['P', 'M'],
  day: ['P', 'D'],
  hour: ['PT', 'H'],
  minute: ['PT', 'M'],
  second: ['PT', 'S'],
});

/** gml:timeInterval as an ISO 8601 duration; units that are no calendar units are left out. */
function stepIn(element: XmlElement): string | undefined {
  const interval = element.child('timeInterval');
  const designator = designators[(interval?.attribute('unit') ?? '').trim().toLowerCase().replace(/s$/, '')];
  const value = interval?.text.trim();
  return designator && value && /^\d+(\.\d+)?$/.test(value)
    ? `${designator[0]}${value}${designator[1]}`
    : undefined;
}

/** A period as gml:TimePeriod, or gml:TimeInstant where both ends are the same. */
export function writePeriod(period: TemporalExtent, writing: Writing): Node {
  const { start, end, name, remarks, duration, step } = period;
  const id = { 'gml:id': writing.id() };
  const words = [
    ...(remarks ? [element('gml:description', remarks)] : []),
    ...(name ? [element('gml:name', name)] : []),
  ];
  const isInstant =
    start?.date && end && start.date === end.date && start.indeterminate === end.indeterminate;
  if (isInstant && !duration && !step) {
    return node('gml:TimeInstant', [...words, position('gml:timePosition', start)], id);
  }
  const ends = [position('gml:beginPosition', start), position('gml:endPosition', end)];
  return node('gml:TimePeriod', [...words, ...ends, ...lengthOf(duration, step, writing)], id);
}

const units: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(designators).map(([unit, ends]) => [ends.join(), unit]),
);

/** GML has room for the length of the period or for its step. */
function lengthOf(duration: string | undefined, step: string | undefined, writing: Writing): Node[] {
  const [, time = '', value = '', letter = ''] = /^P(T?)(\d+(?:\.\d+)?)([YMDHS])$/.exec(step ?? '') ?? [];
  const unit = units[`P${time},${letter}`];
  if (duration && /^-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/.test(duration)) {
    if (step) writing.losses.push(`step ${step} of a period`);
    return [element('gml:duration', duration)];
  }
  if (unit) return [node('gml:timeInterval', [value], { unit })];
  if (duration) writing.losses.push(`duration ${duration}`);
  if (step) writing.losses.push(`step ${step} of a period`);
  return [];
}

function position(name: string, instant: Instant | undefined): Node {
  const word = instant?.indeterminate ?? (instant?.date ? undefined : 'unknown');
  return node(
    name,
    instant?.date ? [withSeconds(instant.date)] : [],
    word ? { indeterminatePosition: word } : {},
  );
}
