/**
 * Claims that the release before made by another folding, or by other rules for websites. They go over to the keys of today
 * with `npm run upgrade`, or before it, when somebody comes who would meet one there (docs/decisions/026-claims-go-over.md).
 */
import { type LetterSlug, type SignatureId, signatureId } from '../../ids.ts';
import { canonicalMailbox } from '../../mailbox/address.ts';
import { organisationNameKey } from '../../organisation/name-key.ts';
import { claimKey, hiddenClaimKey } from '../../platform/store/keys.ts';
import { readItem } from '../../platform/store/read.ts';
import { backOff, type Store } from '../../platform/store/store.ts';
import type { Keys } from '../../platform/token/keys.ts';
import { formerFold } from '../../text/former-fold.ts';
import { commit, maxAttempts } from '../commit.ts';
import { isOnPaper, type SignatureRecord } from '../record.ts';
import { readSignature } from '../storage.ts';
import { besideOthers, claimantOf, withChapter, withoutMark } from './claim.ts';

/** What a claimant is made of. */
type Named = Pick<
  SignatureRecord,
  | 'kind'
  | 'email'
  | 'signatoryName'
  | 'organisationName'
  | 'organisationWebsite'
  | 'country'
  | 'chapter'
  | 'claimant'
  | 'provenBy'
>;

/** @returns the record with the key of today, where its mail went out before the deployment; else as it is */
export async function withPresentKey(record: SignatureRecord): Promise<SignatureRecord> {
  const { kind, organisationKey, organisationWebsite } = record;
  if (kind !== 'organisation' || organisationKey === undefined) return record;
  if (isPlainDomain(organisationKey, organisationWebsite)) return record;
  return { ...record, organisationKey: await presentKey(record) };
}

/** The domain of a site of its own is the same key in every release: neither a subdomain nor a page of somebody there. */
const isPlainDomain = (key: string, website = '') => {
  const [, host = '', path = ''] = /^https?:\/\/(?:www\.)?([^/?#:]+)[^/]*(\/[@~])?/.exec(website) ?? [];
  return key === `domain:${host}` && path === '' && !host.endsWith('.wixsite.com');
};

/** The list that websites need is read for those alone who have one. */
async function presentKey(record: Named): Promise<string> {
  const { organisationName = '', organisationWebsite, country } = record;
  if (!organisationWebsite) return organisationNameKey(organisationName, country);
  const { keyOf } = await import('../organisation-key.ts');
  return keyOf(record);
}

async function presentClaimant(keys: Keys, record: Named): Promise<string> {
  return claimantOf(keys, {
    ...record,
    organisationKey: record.kind === 'organisation' ? await presentKey(record) : undefined,
  });
}

/** @returns who the release before would have said that it stands for */
export async function formerClaimant(keys: Keys, record: Named): Promise<string> {
  const { kind, email, signatoryName, organisationName = '', organisationWebsite, country, chapter } = record;
  if (kind === 'individual') {
    return `individual:${keys.hash('individual', canonicalMailbox(email), formerFold(signatoryName))}`;
  }
  if (!organisationWebsite) return withChapter(organisationNameKey(organisationName, country, formerFold), chapter);
  const { formerOrganisationKey } = await import('../../organisation/former-key.ts');
  const key = formerOrganisationKey({ name: organisationName, website: organisationWebsite, country });
  return withChapter(key, chapter);
}

/**
 * Brings over the claim that stands in the way of a signature, if it stands under the key of the release before. One read,
 * where the two keys differ; none for most names.
 *
 * @param claimant of the signature, by the rules of today
 */
export async function bringOverInTheWay(
  { store, keys }: Bringing,
  letter: LetterSlug,
  named: Named & { readonly claimant: string },
): Promise<void> {
  const { claimant } = named;
  // A line on paper meets none but the very same line.
  if (isPlainDomain(withoutMark(claimant), named.organisationWebsite) || claimant.startsWith('paper:')) return;
  const former = await formerClaimant(keys, named);
  if (former === claimant) return;
  const { provenBy } = named;
  const places = [claimKey(letter, former), ...(provenBy ? [hiddenClaimKey(letter, former, provenBy)] : [])];
  for (const row of await Promise.all(places.map((key) => readItem(store, key)))) {
    const holder = signatureId.safeParse(row?.['signature']);
    if (holder.success) await bringOver({ store, keys }, holder.data);
  }
}

/**
 * - `moved`: its claim stands under the other key now
 * - `beside`: another signature holds that key, so it keeps a place of its own, under a key that is marked as such. Both stay
 *   counted, and the secretariat is told (`signalsOf`)
 */
export type BroughtOver = 'moved' | 'beside';

interface Bringing {
  readonly store: Store;
  readonly keys: Keys;
}

/** Moves the claim of a signature to the key of today. @returns what was done; undefined when there was nothing to do */
export function bringOver(bringing: Bringing, id: SignatureId): Promise<BroughtOver | undefined> {
  return moveClaim(bringing, id, (record) => presentClaimant(bringing.keys, record));
}

/** Moves it to the key of the release before. */
export function bringBack(bringing: Bringing, id: SignatureId): Promise<BroughtOver | undefined> {
  return moveClaim(bringing, id, (record) => formerClaimant(bringing.keys, record));
}

async function moveClaim(
  { store }: Bringing,
  id: SignatureId,
  claimantOfRecord: (record: SignatureRecord) => Promise<string>,
): Promise<BroughtOver | undefined> {
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const before = await readSignature(store, id);
    if (before?.claimant === undefined || !isKnown(before)) return undefined;
    const claimant = await claimantOfRecord(before);
    if (before.claimant === claimant) return undefined;
    const moved = await commit(store, [{ before, after: { ...before, claimant } }]);
    if (moved.outcome === 'done') return 'moved';
    if (moved.outcome === 'claimed') {
      const beside = { ...before, claimant: besideOthers(claimant, id) };
      if ((await commit(store, [{ before, after: beside }])).outcome === 'done') return 'beside';
    }
    await backOff(attempt);
  }
  throw new Error('a claim could not be moved: its signature changed again and again');
}

/** Of whom the mailbox was erased, or who signed on paper, nobody can make the key anew; it meets nobody's. */
function isKnown(record: SignatureRecord): boolean {
  if (record.kind === 'organisation') return record.organisationName !== undefined;
  return record.email !== '' && record.signatoryName !== '' && !isOnPaper(record);
}
