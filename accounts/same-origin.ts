/**
 * Whether a request that changes something comes from our own pages (against cross-site request forgery). Browsers say
 * so themselves in Sec-Fetch-Site, which no page can forge; where it is missing (plain http on another name than
 * localhost), Origin or else Referer must be ours.
 * @param publicUrl public address of the portal
 * @returns `true` for methods that change nothing
 */
export function sameOrigin(request: Request, publicUrl: string): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const said = request.headers.get('origin') ?? request.headers.get('referer');
  if (said === null || !URL.canParse(said)) return false;
  return new URL(said).origin === new URL(publicUrl).origin;
}
