/** The key of an organisation that is known by its name alone; apart from the other keys, which bring the Public Suffix List. */
import { createHash } from 'node:crypto';
import { cutToBytes } from '../platform/store/bytes.ts';
import { foldName } from '../text/fold.ts';

/** One character can fold to eighteen, and a key has an end: of a longer name the rest is told apart by its hash. */
const maxBytes = 400;

/** @returns the folded name, whole as a rule; at most about 450 bytes, and another one for another name */
function boundedName(name: string, fold: typeof foldName): string {
  const folded = fold(name);
  if (Buffer.byteLength(folded) <= maxBytes) return folded;
  return `${cutToBytes(folded, maxBytes)} ${createHash('sha256').update(folded).digest('base64url')}`;
}

/** @returns the key: the country and the folded name */
export function organisationNameKey(name: string, country: string | undefined, fold = foldName): string {
  return `name:${country ?? ''}:${boundedName(name, fold)}`;
}
