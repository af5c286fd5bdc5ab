import type { ReactNode } from 'react';

type WaterColumnProps = { children: ReactNode; counts: readonly { value: string; label: string }[] };

/** Heights of isohalines in a band of 200: far apart above, crowded where salinity changes, far apart below. */
const isohalines = [8, 34, 58, 74, 84, 90, 94.5, 98.5, 103, 109, 119, 136, 162, 192];

/** The head of the home page: a water column with a halocline in it, the search above and the holdings below. */
export function WaterColumn({ children, counts }: WaterColumnProps) {
  return (
    <section className="water-column">
      <div className="water-above">
        <div className="column pt-10 pb-20 md:pt-16 md:pb-28">{children}</div>
      </div>
      <svg className="water-lines" viewBox="0 0 1440 200" preserveAspectRatio="none" aria-hidden="true">
        {isohalines.map((height, index) => (
          <path key={height} d={wave(height, index)} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
      <Profile />
      <div className="water-below">
        <dl className="column flex flex-wrap gap-x-12 gap-y-5 pt-16 pb-9 md:gap-x-20">
          {counts.map(({ value, label }) => (
            <div key={label} className="flex flex-col-reverse">
              <dt className="font-serif text-base italic opacity-85">{label}</dt>
              <dd className="font-serif text-3xl font-[500] tracking-tight tabular-nums md:text-[2.6rem] md:leading-tight">
                {value}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

/** An internal wave: highest where the layer is thin, damped away from it. */
function wave(height: number, index: number): string {
  const distance = Math.abs(height - 97) / 97;
  const swing = 11 * (1 - distance) + 2;
  const shift = index * 9;
  const points = Array.from({ length: 9 }, (_, step) => {
    const x = -90 + step * 210 + shift;
    const y = height + (step % 2 === 0 ? -1 : 1) * swing * (0.55 + 0.45 * Math.sin(step * 1.7 + 0.6));
    return [x, y] as const;
  });
  const [first, ...others] = points;
  if (first === undefined) return '';
  const curves = others.map(([x, y]) => `S${(x - 105).toFixed(0)} ${y.toFixed(1)} ${x} ${y.toFixed(1)}`);
  return `M${first[0]} ${first[1].toFixed(1)}${curves.join('')}`;
}

/** A salinity profile beside the words: steady, then within a few metres another water, then steady. */
function Profile() {
  const depths = [0, 50, 100, 150];
  return (
    <div className="column water-profile" aria-hidden="true">
      <svg viewBox="0 0 240 520" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <linearGradient id="profile" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="520">
            <stop offset="0.62" stopColor="var(--deep)" />
            <stop offset="0.72" stopColor="#fff" />
          </linearGradient>
        </defs>
        <path d="M70 0V284C70 352 178 344 178 404V520" vectorEffect="non-scaling-stroke" />
        {depths.map((depth, index) => (
          <path key={depth} d={`M228 ${60 + index * 130}h12`} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
      <ol>
        {depths.map((depth) => (
          <li key={depth}>{depth === 0 ? '0 m' : depth}</li>
        ))}
      </ol>
    </div>
  );
}
