/** Signals about a letter as a whole: limited reads of its latest signatures and of held ones. */
import * as z from 'zod';
import { readCount } from '../../../shared/count/count.ts';
import { type LetterSlug, signatureId } from '../../../shared/ids.ts';
import type { HeldBecause } from '../../../shared/mail/held-because.ts';
import { isQuiteDifferent, visualSkeleton } from '../../../shared/organisation/look-alike.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { readModerationList } from '../../../shared/signature/lists/moderation-list.ts';
import { listUnconfirmed } from '../../../shared/signature/lists/unconfirmed.ts';
import { countUndeliverable } from '../../../shared/signature/lists/undeliverable.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { listSameNames } from '../../../shared/signature/same-name-rows.ts';
import type { ViewerRights } from '../../../shared/signature/seen-record.ts';
import { coSignatoryName, holdsClaim } from '../../../shared/signature/states.ts';
import { foldName } from '../../../shared/text/fold.ts';

/** Many signatures with one thing in common. */
export const burst = z.object({
  by: z.enum(['website', 'mailbox']),
  what: z.string().describe('The domain that they have in common'),
  number: z.int(),
  organisations: z.int().describe('How many organisations of quite different names are among them'),
});
export type Burst = z.infer<typeof burst>;

/**
 * Signatures for one organisation that were not matched because the name of at least one is hidden: only people can
 * tell.
 */
export const sameOrganisation = z.object({ signatures: z.array(signatureId) });
export type SameOrganisation = z.infer<typeof sameOrganisation>;

/** Counted signatures with the same name, spelled differently or with letters that look alike. */
export const sameName = z.object({ signatures: z.array(z.object({ id: signatureId, name: z.string() })) });
export type SameName = z.infer<typeof sameName>;

export interface LetterSignals {
  readonly lookedAt: number;
  readonly bursts: Burst[];
  readonly sameOrganisations: SameOrganisation[];
  readonly sameNames: SameName[];
  readonly held: { because: HeldBecause; number: number }[];
  /** Whether all held signatures were read. */
  readonly heldIsAll: boolean;
  readonly undeliverable: number;
  readonly bounceRate: number;
  readonly complaintRate: number;
}

const lookedAtOnce = 200;
/**
 * A domain with at least this many different organisations hardly belongs to one of them: it is a mail provider or a
 * shared site that our lists do not have.
 */
export const sharedFrom = 3;
/** Minimum number of recent signatures with a value in common that counts as a burst. */
const burstFrom = 5;

/** @param sight without the right to read withheld names, signals that contain one are left out */
export async function letterSignals(
  store: Store,
  letter: LetterSlug,
  { withNames }: ViewerRights,
): Promise<LetterSignals> {
  const [confirmed, pending, silent, returned, count, pairs] = await Promise.all([
    readModerationList(store, letter, { state: 'any', order: 'newest', limit: lookedAtOnce, withNames }),
    listUnconfirmed(store, letter, { state: 'pending', limit: lookedAtOnce, withNames }),
    listUnconfirmed(store, letter, { state: 'silent', limit: lookedAtOnce, withNames }),
    countUndeliverable(store, letter),
    readCount(store, letter),
    listSameNames(store, letter),
  ]);
  const alike = await lookAlikesIn(confirmed?.records ?? []);
  const mayRead = ({ display }: SignatureRecord) => withNames || display === 'public';
  const records = [confirmed, pending, silent].flatMap((page) => page?.records ?? []).filter(mayRead);
  const byReason = Map.groupBy(silent?.records ?? [], ({ heldBecause }) => heldBecause);
  const counted = Math.max((count?.organisations ?? 0) + (count?.individuals ?? 0), 1);
  return {
    lookedAt: records.length,
    bursts: burstsIn(records),
    sameOrganisations: sameOrganisationsIn((confirmed?.records ?? []).filter(mayRead)),
    sameNames: [...pairs, ...alike].flatMap((pair) => (pair.every(mayRead) ? [{ signatures: pair.map(nameOne) }] : [])),
    held: [...byReason]
      .flatMap(([because, same]) => (because ? [{ because, number: same.length }] : []))
      .toSorted((a, b) => b.number - a.number),
    heldIsAll: silent?.next === undefined,
    undeliverable: returned.bounced + returned.complained + returned.refused,
    bounceRate: Math.min(returned.bounced / counted, 1),
    complaintRate: Math.min(returned.complained / counted, 1),
  };
}

const nameOne = (record: SignatureRecord) => ({ id: record.id, name: coSignatoryName(record) });

/**
 * @returns groups of counted organisations whose names look the same in another script (UTS 39). They are folded to
 *   different names, so none is a duplicate of another
 */
async function lookAlikesIn(records: readonly SignatureRecord[]): Promise<SignatureRecord[][]> {
  const holders = records.filter((record) => record.kind === 'organisation' && holdsClaim(record));
  const looks = await Promise.all(holders.map((record) => visualSkeleton(coSignatoryName(record))));
  const groups = Map.groupBy(holders.keys(), (place) => looks[place]);
  return [...groups.values()].flatMap((places) => {
    const same = places.flatMap((place) => holders[place] ?? []);
    return new Set(same.map((record) => foldName(coSignatoryName(record)))).size > 1 ? [same] : [];
  });
}

/** @returns groups of signatures for one organisation, its chapters separately; the first of the list first */
function sameOrganisationsIn(records: readonly SignatureRecord[]): SameOrganisation[] {
  const holders = records.filter((record) => record.kind === 'organisation' && holdsClaim(record));
  return [...Map.groupBy(holders, ({ claimant }) => claimant)].flatMap(([claimant, same]) =>
    claimant === undefined || same.length < 2 ? [] : [{ signatures: same.map(({ id }) => id) }],
  );
}

/** @returns values that many of the signatures share, the most frequent first */
function burstsIn(records: readonly SignatureRecord[]): Burst[] {
  const by = (kind: Burst['by'], of: (record: SignatureRecord) => string | undefined): Burst[] =>
    [...Map.groupBy(records, of)].flatMap(([what, same]) =>
      what === undefined || same.length < burstFrom
        ? []
        : [{ by: kind, what, number: same.length, organisations: differentNames(same).length }],
    );
  return [...by('website', websiteDomain), ...by('mailbox', mailboxHost)].toSorted((a, b) => b.number - a.number);
}

/** @returns names of organisations among them, no two of which can be the same organisation */
function differentNames(records: readonly SignatureRecord[]): string[] {
  const kept: string[] = [];
  for (const { kind, organisationName } of records) {
    if (kind !== 'organisation' || organisationName === undefined) continue;
    if (kept.every((one) => isQuiteDifferent(one, organisationName))) kept.push(organisationName);
  }
  return kept;
}

/** Chapters and duplicates of one organisation share its domain. */
function websiteDomain({ claimant, organisationKey }: SignatureRecord): string | undefined {
  const [, domain] = /^domain:([^/#]+)/.exec(claimant ?? organisationKey ?? '') ?? [];
  return domain;
}

/** Undefined for free providers, where anyone can have a mailbox. */
function mailboxHost({ email, mailboxDomain }: SignatureRecord): string | undefined {
  if (mailboxDomain === 'free' || email === '') return undefined;
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
