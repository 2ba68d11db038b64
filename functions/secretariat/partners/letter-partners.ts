/**
 * Partners of the letter in the path. A partner may belong to several letters; changing the data that they share needs
 * rights to all of them.
 */
import type { Context } from 'hono';
import { type PartnerId, partnerId } from '../../../shared/ids.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Partner } from '../../../shared/partner/partner.ts';
import { addPartner, changePartner, type PartnerChange } from '../../../shared/partner/register.ts';
import { readPartner } from '../../../shared/partner/storage.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';
import { letterOf } from '../letter-in-path.ts';

export interface LetterAndPartner {
  readonly letter: Letter;
  readonly partner: Partner;
}

/** @returns the partner in the path with its letter; undefined when it is not a partner of that letter */
export async function partnerInPath(
  c: Context,
  api: ConsoleContext,
  visit: Visit,
): Promise<LetterAndPartner | undefined> {
  const id = partnerId.safeParse(c.req.param('partner'));
  if (!id.success) return undefined;
  const [letter, partner] = await Promise.all([letterOf(api, visit), readPartner(api.store, id.data)]);
  return letter && partner?.letters.includes(letter.slug) ? { letter, partner } : undefined;
}

/** @returns whether the visitor may change what all letters of the partner share: its name and its origins */
export function mayChange(visit: Visit, { letters }: Pick<Partner, 'letters'>): boolean {
  return letters.every((slug) => visit.may('partner.write', slug));
}

export interface WantedPartner {
  readonly id: PartnerId;
  readonly name?: string | undefined;
  readonly origins: readonly string[];
}

const notAllowed = (id: PartnerId): PartnerChange => ({
  ok: false,
  why: `"${id}" is also a partner of letters that you may not change: its name and origins stay as they are.`,
});

/** Adds a partner to the letter: a new or an existing one. */
export async function addToLetter(
  { store, now }: ConsoleContext,
  visit: Visit,
  { slug }: Letter,
  { id, name, origins }: WantedPartner,
): Promise<PartnerChange> {
  const before = await readPartner(store, id);
  const isOther =
    (name !== undefined && name !== before?.name) || origins.some((one) => !before?.origins.includes(one));
  if (before && isOther && !mayChange(visit, before)) return notAllowed(id);
  if (!before && name === undefined) return { ok: false, why: `There is no partner "${id}" yet: give it a name.` };
  return addPartner(store, id, { name, origins, letters: [slug] }, now(), visit.actor);
}

/** Changes a partner's name or origins. */
export async function changeShared(
  { store, now }: ConsoleContext,
  visit: Visit,
  partner: Partner,
  wanted: { name: string; origins: readonly string[] },
): Promise<PartnerChange> {
  if (!mayChange(visit, partner)) return notAllowed(partner.id);
  return changePartner(store, partner.id, wanted, now(), visit.actor);
}

/** @returns the address that shows a partner its own figures */
export function figuresAddress({ publicUrl }: ConsoleContext, letter: string, partner: string, secret: string): string {
  return `${publicUrl}/console/partner/${letter}/${partner}/${secret}`;
}
