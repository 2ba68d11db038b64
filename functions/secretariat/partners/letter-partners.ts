/**
 * Partners of the letter in the path. A partner may belong to several letters; changing the data that they share needs
 * rights to all of them.
 */
import type { Happened } from '../../../shared/audit/audit.ts';
import { type PartnerId, partnerId } from '../../../shared/ids.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { NextStep } from '../../../shared/letter/next-step.ts';
import { makeFiguresLink, revokeFiguresLink } from '../../../shared/partner/figures-link.ts';
import type { Partner } from '../../../shared/partner/partner.ts';
import { addPartner, changePartner, type PartnerChange } from '../../../shared/partner/register.ts';
import { readPartner } from '../../../shared/partner/storage.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';

export interface LetterAndPartner {
  readonly letter: Letter;
  readonly partner: Partner;
}

/** @returns the partner of that id with the letter in the path; undefined when it is not a partner of that letter */
export async function partnerOf(
  api: ConsoleContext,
  visit: Visit,
  param: string | undefined,
): Promise<LetterAndPartner | undefined> {
  const id = partnerId.safeParse(param);
  if (!id.success) return undefined;
  const [letter, partner] = await Promise.all([letterInPath(api, visit), readPartner(api.store, id.data)]);
  return letter && partner?.letters.includes(letter.slug) ? { letter, partner } : undefined;
}

/** @returns the partners of a letter, in its order */
export async function partnersOf(store: Store, { partners }: Letter): Promise<Partner[]> {
  const found = await Promise.all(partners.map(({ id }) => readPartner(store, id)));
  return found.filter((partner) => partner !== undefined);
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
  why: `"${id}" is also a partner of letters that you cannot change. Ask an owner to change its name and sites.`,
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
  if (!before && name === undefined)
    return { ok: false, why: `There is no partner "${id}" yet. Enter its name to add it.` };
  return addPartner(store, id, { name, origins, letters: [slug] }, now(), visit.actor);
}

/** Changes a partner's name or origins. */
export async function changeShared(
  { store, now }: ConsoleContext,
  visit: Visit,
  partner: Partner,
  wanted: { name: string; origins: readonly string[]; next?: NextStep | undefined },
): Promise<PartnerChange> {
  if (!mayChange(visit, partner)) return notAllowed(partner.id);
  return changePartner(store, partner.id, wanted, now(), visit.actor);
}

/** @returns a new address that shows a partner its own figures; an older one opens nothing from now on */
export async function newFiguresLink(api: ConsoleContext, visit: Visit, known: LetterAndPartner): Promise<string> {
  const { letter, partner } = known;
  const secret = await makeFiguresLink(api.store, letter.slug, partner.id, linkChange(visit, known), api.now());
  return `${api.publicUrl}/console/partner/${letter.slug}/${partner.id}/${secret}`;
}

/** Lets the partner's address open nothing any more. */
export async function endFiguresLink(api: ConsoleContext, visit: Visit, known: LetterAndPartner): Promise<void> {
  const { letter, partner } = known;
  await revokeFiguresLink(api.store, letter.slug, partner.id, linkChange(visit, known), api.now());
}

function linkChange({ actor }: Visit, { letter, partner }: LetterAndPartner): Happened {
  return { by: actor, did: 'partner.changed', scope: letter.slug, subject: partner.id, fields: ['figuresLink'] };
}
