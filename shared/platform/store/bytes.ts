/** Lengths in bytes of UTF-8, by which DynamoDB measures keys. */

/**
 * The longest sort key, in an index, too.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html#limits-partition-sort-keys
 */
export const maxSortKeyBytes = 1024;

const maxPartitionKeyBytes = 2048;

/** @returns whether there can be an item with that key: DynamoDB refuses to look for one that is empty or too long */
export function isPossibleKey({ pk, sk }: { readonly pk: string; readonly sk: string }): boolean {
  const fits = (part: string, most: number) => part !== '' && Buffer.byteLength(part) <= most;
  return fits(pk, maxPartitionKeyBytes) && fits(sk, maxSortKeyBytes);
}

/** @returns the text, cut to so many bytes at the end of a character */
export function cutToBytes(text: string, most: number): string {
  if (text.length * 3 <= most) return text;
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    end += character.length;
  }
  return text.slice(0, end);
}
