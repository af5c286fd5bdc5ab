/** Programs by a word of their User-Agent; the first that fits: many pretend to be others. */
const programs: [word: RegExp, name: string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: [word: RegExp, name: string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

/**
 * A browser in a few words, enough to recognise one's own.
 * @returns `undefined` for what is no browser that we know
 */
export function browserName(userAgent: string | undefined): string | undefined {
  const program = programs.find(([word]) => word.test(userAgent ?? ''))?.[1];
  if (program === undefined) return undefined;
  const system = systems.find(([word]) => word.test(userAgent ?? ''))?.[1];
  return system === undefined ? program : `${program}, ${system}`;
}
