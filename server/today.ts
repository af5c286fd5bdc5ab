/** The day that reports are kept under, `YYYY-MM-DD`, UTC. */
export function today(now = Date.now()): string {
  return new Date(now).toISOString().slice(0, 10);
}
