import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Ring } from './clip.ts';
import { highestLatitude, toY } from './mercator.ts';

export type LandTopology = Topology<{ land: GeometryCollection }>;

/**
 * Natural Earth's land as rings for a Mercator chart. The atlas joins what the antimeridian cuts, as on a globe: rings are
 * laid out again so that they go on beyond 180°, and the one around the pole is closed along the chart's edge.
 */
export function landRings(topology: LandTopology): Ring[] {
  return feature(topology, topology.objects.land).features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return geometry.coordinates.map(layOut);
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat().map(layOut) : [];
  });
}

function layOut(positions: readonly (readonly number[])[]): Ring {
  const ring: [number, number][] = [];
  let turn = 0;
  let before: number | undefined;
  for (const [longitude = 0, latitude = 0] of positions) {
    if (before !== undefined) {
      if (longitude - before > 180) turn -= 360;
      else if (longitude - before < -180) turn += 360;
    }
    before = longitude;
    ring.push([longitude + turn, toY(latitude)]);
  }
  const first = ring[0];
  const last = ring.at(-1);
  // A ring that does not come back to its beginning goes around a pole: only Antarctica's does.
  if (first && last && Math.abs(last[0] - first[0]) > 180) {
    const edge = toY(-highestLatitude);
    ring.push([last[0], edge], [first[0], edge]);
  }
  return ring;
}
