/**
 * Modules that ship with the project are proved by `rules check` before they ship; `proofs.json` keeps what was proved.
 * A module and text that are the proved ones, letter by letter, need no second proof at every start (it costs tens of
 * milliseconds, on Workers at every wake-up); any other is proved when it is loaded.
 */

/** `linzi@2025-04-03` → the digest of its module and text. */
export type Proofs = Readonly<Record<string, string>>;

/** @example editionKey('linzi', '2025-04-03') // 'linzi@2025-04-03' */
export const editionKey = (district: string, issued: string): string => `${district}@${issued}`;

/** A 53-bit digest of a module and its text: it tells an edited file from a proved one, and is no seal. */
export function proofOf(module: string, text: string): string {
  return `${digest(module)}-${digest(text)}`;
}

/** cyrb53: two multiply-xor lanes, as no digest of the platform is synchronous on Node and Workers alike. */
function digest(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
