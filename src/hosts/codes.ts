/** Codes that nobody can guess. */

const DIGITS = 8;

/** Eight random digits, every one of them as likely as any other. */
export function makeCode(): string {
  const bytes = new Uint8Array(64);
  let code = '';
  while (code.length < DIGITS) {
    crypto.getRandomValues(bytes);
    for (const byte of bytes) if (byte < 250 && code.length < DIGITS) code += String(byte % 10);
  }
  return code;
}
