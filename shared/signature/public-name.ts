/** Rules for names shown in public under a letter. Browsers load it, too: it imports only types. */
import type { FaultCode } from '../platform/http/faults.ts';

/** Reads a name as people and browsers do: full-width characters as plain ones, without invisible ones. */
function asRead(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replaceAll('。', '.')
    .trim();
}

/** Addresses by their beginning. A colon alone is not enough: `Data:Lab`. */
const withScheme = [
  /[a-z][a-z0-9+.-]*:\/\//i,
  /\b(https?|ftp):[^\s/]*\./i,
  /\bmailto:\S*@/i,
  /\bdata:(application|audio|font|image|text|video)\//i,
  /\bjavascript:\S/i,
  /\btel:\+?\d/i,
  /\bwww\.[^\s.]/i,
];

/** A mailbox, `sam@example.org`; or a domain followed by something. A domain alone may be a name, `Amnesty.org`. */
const withDomain = [
  /[^\s@]@(?:[\p{L}\p{M}\p{N}-]+\.)+([\p{L}\p{M}\p{N}-]{2,})/gu,
  /([\p{L}\p{M}\p{N}-]+)\.([\p{L}\p{M}]{2,}|xn--[a-z0-9-]+)(?::\d+)?[/?#]\S/giu,
];

/** Titles with a full stop that end like a domain: `m.sc/phd`, `assoc.prof/head`. */
const isTitle = (before: string, label: string) =>
  label === 'prof' ? before.length < 6 : before.length < 3 && ['eng', 'ing', 'mba', 'md', 'sc'].includes(label);

/** Endings mostly written in small letters. With others, `St.Mary/Parish` is more likely than an address. */
const wellKnown = new Set('app biz club com de dev info io net online org ru shop site store top uk xyz'.split(' '));

/**
 * @param isTopLevel whether a domain ending exists; left out when unknown, as in browsers: then only text that begins
 *   like an address is one
 * @returns what is wrong with the name
 */
export function nameFaults(name: string, isTopLevel: (label: string) => boolean = () => false): FaultCode[] {
  const read = asRead(name);
  const isEnd = (label: string, before: string) => {
    const small = label.toLowerCase();
    if (isTitle(before, small)) return false;
    return (label === small || wellKnown.has(small)) && isTopLevel(small);
  };
  const hasDomain = withDomain.some((form) =>
    [...read.matchAll(form)].some(([, first = '', second]) =>
      second === undefined ? isTopLevel(first.toLowerCase()) : isEnd(second, first),
    ),
  );
  const faults: FaultCode[] = [];
  if (!/(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u.test(name)) faults.push('no-letter');
  if (hasDomain || withScheme.some((form) => form.test(read))) faults.push('address-in-name');
  return faults;
}
