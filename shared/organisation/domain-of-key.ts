/** Reads an organisation's key. Apart from the code that makes keys, which loads the Public Suffix List. */

/** @returns the domain that is the key; undefined when the key is a name, or a page on a shared host */
export function domainOfKey(key: string): string | undefined {
  return key.startsWith('domain:') && !key.includes('/') ? key.slice('domain:'.length) : undefined;
}
