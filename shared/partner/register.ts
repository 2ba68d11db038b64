/** Actions of the secretariat on partners: add one, change its name, origins or letters, remove it. */
import { isDeepStrictEqual } from 'node:util';
import { type Actor, auditPut, commandLine, type Happened } from '../audit/audit.ts';
import { everything, type GrantScope, type LetterSlug, type PartnerId } from '../ids.ts';
import type { NextStep } from '../letter/next-step.ts';
import type { LetterPartner } from '../letter/partners.ts';
import { readLetter } from '../letter/storage.ts';
import { fieldErrors } from '../platform/http/problem.ts';
import { backOff, type Store } from '../platform/store/store.ts';
import { linkDelete } from './figures-link.ts';
import { isOnOwnSite, type Partner, partner } from './partner.ts';
import { type LetterChange, readPartner, writePartner } from './storage.ts';

export type PartnerChange = { ok: true; partner: Partner | undefined } | { ok: false; why: string };

/** Parts to add to a partner, or to remove. Origins as typed. */
export interface PartnerParts {
  readonly name?: string | undefined;
  readonly origins: readonly string[];
  readonly letters: readonly LetterSlug[];
}

/** Maximum number of partners of a letter, since all of them are read with the letter. */
const maxPartners = 200;

/** Adds a partner, or extends an existing one. Idempotent. */
export function addPartner(
  store: Store,
  id: PartnerId,
  parts: PartnerParts,
  now: Date,
  by: Actor = commandLine,
): Promise<PartnerChange> {
  return untilWritten(() => addOnce(store, id, parts, { now, by }));
}

/** Removes these origins and letters from a partner; the whole partner when none is given. */
export function removePartner(
  store: Store,
  id: PartnerId,
  parts: Omit<PartnerParts, 'name'>,
  now: Date,
  by: Actor = commandLine,
): Promise<PartnerChange> {
  return untilWritten(() => removeOnce(store, id, parts, { now, by }));
}

/** Gives a partner another name, exactly these origins, and this next step, under all of its letters. */
export function changePartner(
  store: Store,
  id: PartnerId,
  { name, origins, next }: Pick<Partner, 'name'> & { origins: readonly string[]; next?: NextStep | undefined },
  now: Date,
  by: Actor,
): Promise<PartnerChange> {
  return untilWritten(async () => {
    const before = await readPartner(store, id);
    if (!before) return { ok: false, why: `There is no partner "${id}".` };
    return save(
      store,
      before,
      { ...before, name, next, origins: [...origins], revision: before.revision + 1 },
      { now, by },
    );
  });
}

/** Removes a partner from a letter, and deletes the partner if it was its last one. Its numbers are kept. */
export function removeFromLetter(
  store: Store,
  id: PartnerId,
  slug: LetterSlug,
  now: Date,
  by: Actor,
): Promise<PartnerChange> {
  return untilWritten(async () => {
    const before = await readPartner(store, id);
    if (!before?.letters.includes(slug)) return { ok: false, why: `There is no partner "${id}" of this letter.` };
    const letters = before.letters.filter((one) => one !== slug);
    const after = letters.length > 0 ? { ...before, letters, revision: before.revision + 1 } : undefined;
    return save(store, before, after, { now, by });
  });
}

/** The time and the actor, for the audit trail. */
interface Doing {
  readonly now: Date;
  readonly by: Actor;
}

const maxAttempts = 5;

/** Retries when the partner or one of its letters changed concurrently. */
async function untilWritten(write: () => Promise<PartnerChange | undefined>): Promise<PartnerChange> {
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const written = await write();
    if (written) return written;
    await backOff(attempt);
  }
  return { ok: false, why: 'Someone else is changing the partner or one of its letters. Try again.' };
}

async function addOnce(
  store: Store,
  id: PartnerId,
  parts: PartnerParts,
  doing: Doing,
): Promise<PartnerChange | undefined> {
  const before = await readPartner(store, id);
  const name = parts.name ?? before?.name;
  if (name === undefined) return { ok: false, why: `There is no partner "${id}" yet: give it a name with --name "…".` };
  const after = {
    id,
    name,
    origins: [...(before?.origins ?? []), ...parts.origins],
    letters: [...(before?.letters ?? []), ...parts.letters],
    next: before?.next,
    addedAt: before?.addedAt ?? doing.now.toISOString(),
    revision: (before?.revision ?? 0) + 1,
  };
  return save(store, before, after, doing);
}

async function removeOnce(
  store: Store,
  id: PartnerId,
  { origins, letters }: Omit<PartnerParts, 'name'>,
  doing: Doing,
): Promise<PartnerChange | undefined> {
  const before = await readPartner(store, id);
  if (!before) return { ok: false, why: `There is no partner "${id}".` };
  if (origins.length + letters.length === 0) return save(store, before, undefined, doing);
  const named = partner.shape.origins.safeParse(origins);
  if (!named.success) return { ok: false, why: whyNot(named.error) };
  const left = { ...before, origins: before.origins.filter((origin) => !named.data.includes(origin)) };
  const after = {
    ...left,
    next: isOnOwnSite(left) ? left.next : undefined,
    letters: before.letters.filter((slug) => !letters.includes(slug)),
    revision: before.revision + 1,
  };
  return save(store, before, after, doing);
}

const whyNot = (error: Parameters<typeof fieldErrors>[0]) =>
  fieldErrors(error)
    .map(({ detail }) => detail)
    .join('; ');

/** @returns undefined when another write came first */
async function save(
  store: Store,
  before: Partner | undefined,
  wanted: Partner | undefined,
  doing: Doing,
): Promise<PartnerChange | undefined> {
  const checked = partner.optional().safeParse(wanted);
  if (!checked.success) return { ok: false, why: whyNot(checked.error) };
  const after = checked.data;
  if (after && !isOnOwnSite(after)) {
    return { ok: false, why: 'Page after signing: it must be on one of the partner’s sites.' };
  }
  const changes: LetterChange[] = [];
  for (const slug of new Set([...(before?.letters ?? []), ...(after?.letters ?? [])])) {
    const letter = await readLetter(store, slug);
    if (!letter) return { ok: false, why: `There is no letter "${slug}".` };
    const others = letter.partners.filter(({ id }) => id !== (after ?? before)?.id);
    const partners = after?.letters.includes(slug) ? [...others, partOf(after)] : others;
    if (partners.length > maxPartners) return { ok: false, why: `"${slug}" has ${maxPartners} partners already.` };
    changes.push({ letter, partners });
  }
  const lines = auditEntriesOf({ before, after }, doing.by).map((happened) => auditPut(store, happened, doing.now));
  const gone = (before?.letters ?? []).filter((slug) => !after?.letters.includes(slug));
  const links = before ? gone.map((slug) => linkDelete(store, slug, before.id)) : [];
  const written = await writePartner(store, { before, after }, changes, [...lines, ...links]);
  return written ? { ok: true, partner: after } : undefined;
}

/** @returns the part that a letter keeps of its partner */
function partOf({ id, origins, next }: Partner): LetterPartner {
  return { id, origins, ...(next ? { next } : {}) };
}

/** A transaction takes a hundred items, so a change to many letters gets one audit entry for all of them. */
const maxLines = 20;

/** @returns an audit entry for each letter concerned */
function auditEntriesOf(
  { before, after }: { before: Partner | undefined; after: Partner | undefined },
  by: Actor,
): Happened[] {
  const subject = (after ?? before)?.id;
  if (subject === undefined) return [];
  const fields = before && after ? partFields.filter((name) => !isDeepStrictEqual(before[name], after[name])) : [];
  const isOther = fields.some((name) => name !== 'letters');
  const lineFor = (scope: GrantScope, was: boolean, is: boolean): Happened[] => {
    if (was && is) return isOther ? [{ by, did: 'partner.changed', scope, subject, fields }] : [];
    return [{ by, did: is ? 'partner.added' : 'partner.removed', scope, subject }];
  };
  const letters = [...new Set([...(before?.letters ?? []), ...(after?.letters ?? [])])];
  const lines = letters.flatMap((slug) =>
    lineFor(slug, before?.letters.includes(slug) ?? false, after?.letters.includes(slug) ?? false),
  );
  if (letters.length > 0 && lines.length <= maxLines) return lines;
  return lineFor(everything, before !== undefined, after !== undefined);
}

const partFields = ['name', 'origins', 'letters', 'next'] as const;
