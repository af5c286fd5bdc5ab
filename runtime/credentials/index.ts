/** Userinfo of an address (RFC 3986, 3.2.1), of any scheme. */
const userinfo = /(:\/\/)[^\s/?#@"'<>]+@/g;

/** Query or fragment parameters that carry a secret, also where `&` is written `&amp;` or `\u0026`. */
const parameters =
  /([?&;#]|&amp;|\\u0026)((?:[a-z0-9]+[_.-])*(?:access|auth|bearer|client|id|refresh|session|user)?(?:password|passwd|passwort|passphrase|pwd|motdepasse|mdp|token|secret|api_?key|apikey|access_?key|auth_?key|private_?key|signature|credential|sessionid|jsessionid)=)[^\s&;#"'<>\\]+/gi;

const mask = '***';

/**
 * Masks credentials in the addresses that a text holds: userinfo, and parameters such as `password` or `token`.
 * Everything else stays as it is.
 */
export function maskCredentials(text: string): string {
  return text.replace(userinfo, `$1${mask}@`).replace(parameters, `$1$2${mask}`);
}

/** Whether `maskCredentials` would change the text. */
export function containsCredentials(text: string): boolean {
  return maskCredentials(text) !== text;
}

/**
 * As `maskCredentials`, for a document in any encoding that keeps ASCII (UTF-8, Latin-1…) or in UTF-16 with a byte
 * order mark. Bytes outside the masked places are unchanged.
 * @returns the very same object when there is nothing to mask
 */
export function maskDocument(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!bigEndian && !(bytes[0] === 0xff && bytes[1] === 0xfe)) {
    const text = buffer.toString('latin1');
    const masked = maskCredentials(text);
    return masked === text ? bytes : Buffer.from(masked, 'latin1');
  }
  // An odd last byte is half a character: it is kept beside, for swap16 takes whole ones only.
  const whole = Buffer.from(buffer.subarray(0, buffer.length & ~1));
  const text = (bigEndian ? whole.swap16() : whole).toString('utf16le');
  const masked = maskCredentials(text);
  if (masked === text) return bytes;
  const written = Buffer.from(masked, 'utf16le');
  return Buffer.concat([bigEndian ? written.swap16() : written, buffer.subarray(whole.length)]);
}

/** Masks the credentials in every text of a JSON-like value, such as a record. */
export function maskDeeply<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string' ? maskCredentials(part) : part,
  );
}
