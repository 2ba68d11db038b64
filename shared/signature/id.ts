/** The id of a signature: 100 random bits, never shown in public, also its partition key. */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { toBase32 } from '../token/base32.ts';

export const signatureId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{20}$/)
  .brand('SignatureId');
export type SignatureId = z.infer<typeof signatureId>;

/**
 * @param bytes at least 20 bytes that nobody can guess; by default fresh random ones
 * @returns an id made of them
 */
export function makeSignatureId(bytes: Uint8Array = randomBytes(20)): SignatureId {
  return signatureId.parse(toBase32(bytes.subarray(0, 20)));
}
