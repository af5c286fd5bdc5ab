/** The mark: isohalines, drawn close together where salinity changes, and the profile that crosses them. */
export function Logo({ size = 34 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 34 34" aria-hidden="true" className="shrink-0">
      <rect width="34" height="34" rx="2" fill="var(--deep)" />
      <g stroke="var(--on-deep)" strokeOpacity="0.62" strokeWidth="1.1" fill="none">
        <path d="M0 7q8.5-2 17 0t17 0" />
        <path d="M0 13.2q8.5-2 17 0t17 0" />
        <path d="M0 16q8.5-2 17 0t17 0" />
        <path d="M0 18.4q8.5-2 17 0t17 0" />
        <path d="M0 21.4q8.5-2 17 0t17 0" />
        <path d="M0 28q8.5-2 17 0t17 0" />
      </g>
      <path
        d="M9 0v10.5c0 5 16 5.5 16 11V34"
        stroke="var(--on-deep)"
        strokeWidth="2.6"
        fill="none"
        strokeLinecap="butt"
      />
    </svg>
  );
}
