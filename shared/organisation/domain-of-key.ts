/** What an organisation's key says; apart from how it is found, which brings the Public Suffix List. */

/** @returns the domain that is the key; undefined where the key is a name, or a page on a host that many share */
export function domainOfKey(key: string): string | undefined {
  return key.startsWith('domain:') && !key.includes('/') ? key.slice('domain:'.length) : undefined;
}
