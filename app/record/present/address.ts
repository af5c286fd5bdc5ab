/** An address that a link may lead to, made absolute; `undefined` for any other text (`javascript:`, paths, nonsense). */
export function webAddress(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  const written = /^(www|ftp)\.[^\s/]+\.[a-z]{2,}/i.test(trimmed) ? `https://${trimmed}` : trimmed;
  if (!/^(https?|ftp):\/\//i.test(written) || !URL.canParse(written)) return undefined;
  return new URL(written).href;
}

/** The host of an address, as people name a site. */
export function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

/** An e-mail address in two halves: put together in the browser only, so that simple harvesters of addresses get none. */
export type EmailParts = { user: string; host: string };

/** `undefined` for what is no address. */
export function emailParts(text: string): EmailParts | undefined {
  const parts = /^(?:mailto:)?([^\s@<>]+)@([^\s@<>]+\.[^\s@<>]+)$/i.exec(text.trim());
  return parts?.[1] && parts[2] ? { user: parts[1], host: parts[2] } : undefined;
}
