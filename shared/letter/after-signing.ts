/**
 * Where pages and mails lead after signing. A site that was registered at that time may no longer be, so this is
 * checked at each use (docs/decisions/070-after-signing.md).
 */
import type { Letter } from './letter.ts';
import { findPartner, isOnSiteOf, type LetterPartner } from './partners.ts';

export interface NextLink {
  readonly address: string;
  /** Name of the partner's site; undefined for the letter's own link. */
  readonly site: string | undefined;
}

type Leading = Pick<Letter, 'settings' | 'partners' | 'slug'>;

/**
 * @param partner the partner on whose site the person signed
 * @returns links to offer: that of the partner, if it is on a site of its own, and that of the letter
 */
export function nextLinks(letter: Leading, partner: string | undefined): NextLink[] {
  const own = letter.settings.next;
  const theirs = stepOf(findPartner(letter, partner));
  return [
    ...(theirs ? [{ address: theirs.address, site: new URL(theirs.address).host }] : []),
    ...(own && own.address !== theirs?.address ? [{ address: own.address, site: undefined }] : []),
  ];
}

/**
 * @returns the address to lead to without a click, if somebody chose that: the partner, else the letter. Always on a
 *   site of the partner; for the letter's own address, of any of its partners
 */
export function redirectAddress(letter: Leading, partner: string | undefined): string | undefined {
  const theirs = stepOf(findPartner(letter, partner));
  if (theirs?.redirect) return theirs.address;
  const own = letter.settings.next;
  const isRegistered = own?.redirect && letter.partners.some((one) => isOnSiteOf(one, own.address));
  return isRegistered ? own.address : undefined;
}

function stepOf(partner: LetterPartner | undefined): LetterPartner['next'] {
  return partner?.next && isOnSiteOf(partner, partner.next.address) ? partner.next : undefined;
}
