import type { BoundingBox } from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import type { Reading } from './reading.ts';

type Sides = {
  west?: number | undefined;
  east?: number | undefined;
  south?: number | undefined;
  north?: number | undefined;
};

/** Degrees of longitude that a box across the antimeridian may span; a wider one has its sides exchanged. */
const widestCrossing = 200;

/**
 * A bounding box out of its four sides. What is wrong with it is reported at the element; nothing is swapped:
 * a box with west > east crosses the antimeridian if that leaves a plausible box, else it is dropped.
 */
export function judgeBox(sides: Sides, element: XmlElement, reading: Reading): BoundingBox | undefined {
  const { west, east, south, north } = sides;
  if (west === undefined || east === undefined || south === undefined || north === undefined) {
    reading.report(
      'warning',
      'box-incomplete',
      element,
      'The bounding box lacks sides that are numbers.',
      'Give west, east, south and north in decimal degrees.',
    );
    return undefined;
  }
  const told = `west ${west}, east ${east}, south ${south}, north ${north}`;
  const drop = (code: string, message: string, hint: string) => {
    reading.report('error', code, element, `${message} (${told}); it was not used.`, hint);
    return undefined;
  };
  if (Math.abs(south) > 90 || Math.abs(north) > 90) {
    return drop(
      'box-latitude',
      'The bounding box has a latitude beyond 90 degrees',
      'Give degrees, not metres, and latitudes as south and north.',
    );
  }
  if (south > north) {
    return drop(
      'box-south-north',
      'The south of the bounding box is north of its north',
      'Exchange south and north.',
    );
  }
  if (Math.abs(west) > 360 || Math.abs(east) > 360) {
    return drop('box-longitude', 'The bounding box has an impossible longitude', 'Give degrees, not metres.');
  }
  const box = { west: within180(west), east: within180(east), south, north };
  if (east - west >= 360) Object.assign(box, { west: -180, east: 180 });
  if (box.west !== west || box.east !== east) {
    reading.report(
      'warning',
      'box-longitude-beyond-180',
      element,
      `A longitude is beyond 180 degrees (${told}); the box was read as ${box.west} to ${box.east}.`,
      'Give longitudes between -180 and 180.',
    );
  }
  if (west > east) {
    if (east + 360 - west > widestCrossing) {
      return drop(
        'box-west-east',
        'The west of the bounding box is east of its east',
        'Exchange west and east.',
      );
    }
    reading.report(
      'info',
      'box-west-east',
      element,
      `The bounding box crosses the antimeridian (${told}).`,
      'Nothing to do if it does; else exchange west and east.',
    );
  }
  if (west === east && south === north) {
    reading.report(
      'info',
      'box-degenerate',
      element,
      `The bounding box is a point (${told}).`,
      'Give the area that the data cover, if they cover one.',
    );
  }
  return box;
}

function within180(longitude: number): number {
  if (longitude > 180) return longitude - 360;
  return longitude < -180 ? longitude + 360 : longitude;
}
