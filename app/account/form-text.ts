/** The text of a field of a form; empty when it was not sent, or is a file. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/**
 * Where to go after signing in: a page of ours, whatever the address says.
 * @param asked what stands in `?next=`
 */
export function pageAfter(asked: string | null): string {
  if (asked === null || !asked.startsWith('/')) return '/account';
  const base = 'http://portal.invalid';
  if (!URL.canParse(asked, base)) return '/account';
  const url = new URL(asked, base);
  return url.origin === base ? `${url.pathname}${url.search}` : '/account';
}
