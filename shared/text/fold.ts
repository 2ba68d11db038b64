/** Names made comparable: for sorting, for finding by the first letters, and for telling whether two are the same. */

/**
 * Only the accents of Latin, Greek and Cyrillic are dropped: in Hindi or Thai such marks are vowels and make the word.
 *
 * @returns the name without accents, case, punctuation and repeated space: `L’Écho–Été` → `l echo ete`
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
