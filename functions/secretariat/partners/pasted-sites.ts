/** Sites as somebody pastes them: any address of a page, with or without https:// and www. */
import { webOrigin } from '../../../shared/partner/origin.ts';

export interface PastedSites {
  readonly origins: readonly string[];
  /** Words that are no address of a site. */
  readonly wrong: readonly string[];
}

/**
 * @param withWww adds each address with `www.` or without it
 * @returns the origins of the pasted addresses, and the parts that are no address
 */
export function sitesIn(typed: string, { withWww }: { withWww: boolean }): PastedSites {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '');
  const read = words.map((word) => ({ word, origin: originOf(word) }));
  const origins = read.flatMap(({ origin }) => (origin ? [origin, ...(withWww ? counterpartOf(origin) : [])] : []));
  return {
    origins: [...new Set(origins)],
    wrong: read.filter(({ origin }) => origin === undefined).map(({ word }) => word),
  };
}

function originOf(word: string): string | undefined {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(word) ? word : `https://${word}`;
  if (!URL.canParse(address)) return undefined;
  const { username, password, origin } = new URL(address);
  return username === '' && password === '' ? webOrigin.safeParse(origin).data : undefined;
}

function counterpartOf(origin: string): string[] {
  const { protocol, hostname, port } = new URL(origin);
  if (protocol !== 'https:' || port !== '' || /(^|\.)localhost$/.test(hostname)) return [];
  const counterpart = hostname.startsWith('www.') ? hostname.slice('www.'.length) : `www.${hostname}`;
  const other = webOrigin.safeParse(`https://${counterpart}`).data;
  return other === undefined ? [] : [other];
}
