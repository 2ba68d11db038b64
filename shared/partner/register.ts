/** What the secretariat does to partners: add one, give it more origins or letters, take some or all away. */
import { fieldErrors } from '../http/problem.ts';
import type { LetterSlug } from '../letter/slug.ts';
import { readLetter } from '../letter/storage.ts';
import { backOff, type Store } from '../store/store.ts';
import { type Partner, partner } from './partner.ts';
import type { PartnerId } from './registered.ts';
import { type LetterChange, readPartner, writePartner } from './storage.ts';

export type PartnerChange = { ok: true; partner: Partner | undefined } | { ok: false; why: string };

/** What is added to a partner, or taken from it. Origins as they were typed. */
export interface PartnerParts {
  readonly name?: string | undefined;
  readonly origins: readonly string[];
  readonly letters: readonly LetterSlug[];
}

/** A letter is read with all of its partners, so there is an end of them. */
const mostPartners = 200;

/** Adds a partner, or to one that is there. Doing it again changes nothing. */
export function addPartner(store: Store, id: PartnerId, parts: PartnerParts, now: Date): Promise<PartnerChange> {
  return untilWritten(() => addOnce(store, id, parts, now));
}

/** Takes these origins and letters from a partner; the whole partner where none is named. */
export function removePartner(store: Store, id: PartnerId, parts: Omit<PartnerParts, 'name'>): Promise<PartnerChange> {
  return untilWritten(() => removeOnce(store, id, parts));
}

const mostAttempts = 5;

/** Reads and writes again when somebody changed the partner or one of its letters in between. */
async function untilWritten(write: () => Promise<PartnerChange | undefined>): Promise<PartnerChange> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const written = await write();
    if (written) return written;
    await backOff(attempt);
  }
  return { ok: false, why: 'Others change the partner or one of its letters at this moment: try again.' };
}

async function addOnce(
  store: Store,
  id: PartnerId,
  parts: PartnerParts,
  now: Date,
): Promise<PartnerChange | undefined> {
  const before = await readPartner(store, id);
  const name = parts.name ?? before?.name;
  if (name === undefined) return { ok: false, why: `There is no partner "${id}" yet: give it a name with --name "…".` };
  return save(store, before, {
    id,
    name,
    origins: [...(before?.origins ?? []), ...parts.origins],
    letters: [...(before?.letters ?? []), ...parts.letters],
    addedAt: before?.addedAt ?? now.toISOString(),
    revision: (before?.revision ?? 0) + 1,
  });
}

async function removeOnce(
  store: Store,
  id: PartnerId,
  { origins, letters }: Omit<PartnerParts, 'name'>,
): Promise<PartnerChange | undefined> {
  const before = await readPartner(store, id);
  if (!before) return { ok: false, why: `There is no partner "${id}".` };
  if (origins.length + letters.length === 0) return save(store, before, undefined);
  const named = partner.shape.origins.safeParse(origins);
  if (!named.success) return { ok: false, why: whyNot(named.error) };
  return save(store, before, {
    ...before,
    origins: before.origins.filter((origin) => !named.data.includes(origin)),
    letters: before.letters.filter((slug) => !letters.includes(slug)),
    revision: before.revision + 1,
  });
}

const whyNot = (error: Parameters<typeof fieldErrors>[0]) =>
  fieldErrors(error)
    .map(({ detail }) => detail)
    .join('; ');

/** @returns nothing when somebody was faster */
async function save(
  store: Store,
  before: Partner | undefined,
  wanted: Partner | undefined,
): Promise<PartnerChange | undefined> {
  const checked = partner.optional().safeParse(wanted);
  if (!checked.success) return { ok: false, why: whyNot(checked.error) };
  const after = checked.data;
  const changes: LetterChange[] = [];
  for (const slug of new Set([...(before?.letters ?? []), ...(after?.letters ?? [])])) {
    const letter = await readLetter(store, slug);
    if (!letter) return { ok: false, why: `There is no letter "${slug}".` };
    const others = letter.partners.filter(({ id }) => id !== (after ?? before)?.id);
    const partners = after?.letters.includes(slug) ? [...others, { id: after.id, origins: after.origins }] : others;
    if (partners.length > mostPartners) return { ok: false, why: `"${slug}" has ${mostPartners} partners already.` };
    changes.push({ letter, partners });
  }
  return (await writePartner(store, { before, after }, changes)) ? { ok: true, partner: after } : undefined;
}
