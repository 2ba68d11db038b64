/**
 * The folding of the previous release. It finds keys and positions made with it until `npm run upgrade` has replaced
 * them.
 */
export function formerFold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
