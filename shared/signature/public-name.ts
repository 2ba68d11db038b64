/** What no name may be that stands in public under a letter. Browsers load it, too: it imports nothing. */

/** What a person, a spreadsheet or a browser takes it for: full-width signs are the plain ones, and some show nothing. */
function asRead(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replaceAll('。', '.')
    .trim();
}

/** A domain alone may be a name, `Amnesty.org`; with a scheme, `www.` or a path it is an address. */
const webAddresses = [
  /[a-z][a-z0-9+.-]*:\/\//i,
  /\b(https?|ftp|mailto|javascript|data|tel):\S/i,
  /\bwww\./i,
  /[\p{L}\p{N}]\.[\p{L}]{2,}(:\d+)?[/?#][^\s]/u,
];

/**
 * An address in a name is advertising, and a leading `= + - @` is a formula in somebody's spreadsheet; no organisation is
 * really called so.
 *
 * @returns what is wrong with the name, as the API says it
 */
export function nameFaults(name: string): string[] {
  const read = asRead(name);
  return [
    ...(/[\p{L}\p{N}]/u.test(name) ? [] : ['must contain a letter or a digit']),
    ...(/^[=+\-@]/.test(read) ? ['must not start with = + - or @'] : []),
    ...(webAddresses.some((form) => form.test(read)) ? ['must not contain a web address'] : []),
  ];
}
