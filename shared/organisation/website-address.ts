/** Parses the website of an organisation as typed. Browsers load it, too. */
import { cleanWebAddress } from '../text/clean.ts';

/**
 * @returns the web address with a real host name (`example.org` becomes `https://example.org/`), or undefined when it
 *   is not one
 */
export function readWebsite(text: string): string | undefined {
  const typed = cleanWebAddress(text);
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/:]+:\d/.test(typed) ? typed : `https://${typed}`;
  const url = parse(address);
  const named = url && /\.[a-z][a-z0-9-]*$/.test(url.hostname);
  const plain = url && named && ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password;
  return plain ? url.href : undefined;
}

function parse(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined; // Older browsers lack `URL.canParse`
  }
}
