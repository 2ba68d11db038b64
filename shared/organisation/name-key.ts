/** The key of an organisation known by name alone. Apart from the other keys, which load the Public Suffix List. */
import { createHash } from 'node:crypto';
import { cutToBytes } from '../platform/store/bytes.ts';
import { foldName } from '../text/fold.ts';

/**
 * Maximum bytes of a folded name in a key: keys are limited, and one character can fold to eighteen. The rest of a
 * longer name is replaced by its hash.
 */
const maxBytes = 400;

/** @returns the folded name, normally complete; at most about 450 bytes, and different for different names */
function boundedName(name: string, fold: typeof foldName): string {
  const folded = fold(name);
  if (Buffer.byteLength(folded) <= maxBytes) return folded;
  return `${cutToBytes(folded, maxBytes)} ${createHash('sha256').update(folded).digest('base64url')}`;
}

/** @returns the key: the country and the folded name */
export function organisationNameKey(name: string, country: string | undefined, fold = foldName): string {
  return `name:${country ?? ''}:${boundedName(name, fold)}`;
}
