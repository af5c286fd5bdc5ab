/** Degrees of a sector; in each, the least and the greatest longitude are kept. */
const sector = 1;

/**
 * The shortest stretch of longitudes that holds all of them: what crosses the antimeridian has west > east. Longitudes
 * from 0 to 360 are brought to ±180.
 */
export class LongitudeArc {
  private readonly sectors = new Map<number, { low: number; high: number }>();
  /** Values that are no longitudes. */
  strange = 0;

  add(value: number): void {
    if (Math.abs(value) > 360) {
      this.strange++;
      return;
    }
    const longitude = value > 180 ? value - 360 : value < -180 ? value + 360 : value;
    const index = Math.min(359, Math.floor((longitude + 180) / sector));
    const known = this.sectors.get(index);
    if (!known) this.sectors.set(index, { low: longitude, high: longitude });
    else {
      if (longitude < known.low) known.low = longitude;
      if (longitude > known.high) known.high = longitude;
    }
  }

  /** @returns `undefined` where no longitude was added */
  range(): { west: number; east: number } | undefined {
    const held = [...this.sectors].sort(([one], [other]) => one - other).map(([, ends]) => ends);
    const [first] = held;
    const last = held.at(-1);
    if (!first || !last) return undefined;
    let widest = { gap: 360 - (last.high - first.low), west: first.low, east: last.high };
    held.forEach((ends, index) => {
      const next = held[index + 1];
      const gap = next ? next.low - ends.high : 0;
      // Only an empty half of the Earth tells a voyage across the antimeridian from a wide one.
      if (next && gap > 180 && gap > widest.gap) widest = { gap, west: next.low, east: ends.high };
    });
    return { west: round(widest.west), east: round(widest.east) };
  }
}

const round = (value: number) => Number(value.toPrecision(9));
