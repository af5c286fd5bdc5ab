const secret = /(token|key|secret|passw|signature|credential|auth)/i;

/**
 * An address fit for logs and messages: user, password and the values of parameters that look like secrets are masked.
 * @param address any text; what is no address comes back without what stands before an `@`
 */
export function redactUrl(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return address.replace(/\/\/[^/@\s]*@/, '//[masked]@').slice(0, 500);
  }
  if (url.username || url.password) {
    url.username = 'masked';
    url.password = '';
  }
  // A resumption token is no secret, and without it a failing page can't be told.
  for (const name of new Set(url.searchParams.keys()))
    if (secret.test(name) && name !== 'resumptionToken') url.searchParams.set(name, 'masked');
  return url.href;
}
