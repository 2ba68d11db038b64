/** Lengths in bytes of UTF-8, by which DynamoDB measures keys. */

/**
 * Maximum length of a sort key, also in an index.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html#limits-partition-sort-keys
 */
export const maxSortKeyBytes = 1024;

const maxPartitionKeyBytes = 2048;

/** @returns whether an item with that key is possible: DynamoDB refuses to look up a key that is empty or too long */
export function isPossibleKey({ pk, sk }: { readonly pk: string; readonly sk: string }): boolean {
  const fits = (part: string, most: number) => part !== '' && Buffer.byteLength(part) <= most;
  return fits(pk, maxPartitionKeyBytes) && fits(sk, maxSortKeyBytes);
}

/** @returns the text, cut at a character boundary to at most that many bytes */
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
