/** Base 32 in lower case without i, l, o and u (Crockford's alphabet): what survives being retyped or case-folded. */
export const base32 = '0123456789abcdefghjkmnpqrstvwxyz';

/** @returns one character for the low five bits of each byte */
export function toBase32(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => base32.charAt(byte & 31)).join('');
}
