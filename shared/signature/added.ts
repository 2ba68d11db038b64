/**
 * Signatures that the secretariat adds by hand, for co-signatories who agreed in another way: listed and counted like
 * others, marked in public, and counted again as a figure of their own. No mailbox is proven, so the first signature
 * that its owner confirms takes the place (docs/decisions/076-added-by-the-secretariat.md).
 */

import { type Actor, auditPut } from '../audit/audit.ts';
import { isDelivered } from '../count/count.ts';
import type { SignatureId } from '../ids.ts';
import { currentVersion, type Letter } from '../letter/letter.ts';
import { DeleteCommand, PutCommand } from '../platform/store/commands.ts';
import { signatureKey } from '../platform/store/keys.ts';
import { backOff, conflictError, isConditionFailed, type Store } from '../platform/store/store.ts';
import type { Keys } from '../platform/token/keys.ts';
import { foldName } from '../text/fold.ts';
import { pendingKeptFor } from '../time.ts';
import type { Addition } from './addition.ts';
import { claimantOf } from './claims/claim.ts';
import { noMailbox } from './claims/claim-key.ts';
import { moveBlockingFormerClaim } from './claims/former-claim.ts';
import { commit, maxAttempts } from './commit.ts';
import { withMail } from './due-mail.ts';
import { keyOf } from './organisation-key.ts';
import { type SignatureRecord, signatureRecord } from './record.ts';
import { holdsClaim } from './states.ts';
import { readSignature } from './storage.ts';
import { storedForm } from './stored.ts';
import { type Typed, typedOf } from './typed-fields.ts';

interface Adding {
  readonly store: Store;
  readonly keys: Keys;
  readonly letter: Letter;
  readonly by: Actor;
  /** The import that it belongs to. */
  readonly bulk?: string | undefined;
  readonly now: Date;
}

/**
 * - `added`: it is listed and counted now
 * - `duplicate`: the same co-signatory is under the letter already; nothing is stored
 * - `not-open`: the letter is a draft, or was delivered
 */
export type AddOutcome = { readonly outcome: 'added' } | { readonly outcome: 'duplicate' | 'not-open' };

/** @returns the identity that may be under the letter once. Without a mailbox, a person is a name with its details */
export function claimantAdded(keys: Keys, typed: Typed & { kind: SignatureRecord['kind']; email: string }): string {
  const { kind, email, signatoryName, country = '', organisationName = '', signatoryRole = '' } = typed;
  if (kind === 'individual' && email === '') {
    const parts = [signatoryName, country, organisationName, signatoryRole].map(foldName);
    return `added:${keys.hash('individual', 'added', ...parts)}`;
  }
  const organisationKey = kind === 'organisation' ? keyOf(typed) : undefined;
  return claimantOf(keys, { kind, email, signatoryName, organisationKey, chapter: undefined, claimant: undefined });
}

/**
 * Adds a co-signatory. Safe to repeat with the same id.
 *
 * @throws DynamoDB's error when it stays unavailable; a row that was begun then expires
 */
export async function addByHand(
  { store, keys, letter, by, bulk, now }: Adding,
  id: SignatureId,
  asked: Omit<Addition, 'agreed'>,
): Promise<AddOutcome> {
  if (letter.state === 'draft' || letter.state === 'delivered') return { outcome: 'not-open' };
  const at = now.toISOString();
  const { kind, evidence, language = letter.language, email = '' } = asked;
  const typed = typedOf({ ...asked, signatoryName: asked.signatoryName ?? '' });
  const begun = signatureRecord.parse({
    id,
    letter: letter.slug,
    letterVersion: currentVersion(letter).id,
    language,
    kind,
    ...typed,
    email,
    display: 'public',
    consents: { publication: true, updates: false, partner: false },
    attestation: false,
    // They saw no form of ours.
    wording: 'added',
    submittedAt: at,
    importOf: bulk,
  });
  const claimant = claimantAdded(keys, { kind, email, ...typed });
  const added: SignatureRecord & { readonly claimant: string } = {
    ...begun,
    confirmedAt: at,
    confirmedBy: 'added',
    claimant,
    provenBy: kind === 'organisation' ? noMailbox.added : undefined,
    moderation: 'approved',
    accepted: 'named',
    evidence: [{ level: 'vouched', method: 'secretariat', at, note: evidence }],
    verification: 'vouched',
  };
  await moveBlockingFormerClaim({ store, keys }, letter.slug, added);
  if (!(await begin(store, begun, now))) return { outcome: 'added' };
  const audit = auditPut(
    store,
    { by, did: 'signature.added', scope: letter.slug, subject: id, bulk, after: { state: 'counted' } },
    now,
  );
  const step = { before: begun, after: withMail(added, 'added', now) };
  for (let attempt = 1; ; attempt += 1) {
    const committed = await commit(store, [step], () => [audit]).catch(deliveredInstead);
    if (committed.outcome === 'done') return { outcome: 'added' };
    // Another call with the same id was faster.
    if (committed.outcome === 'changed') return { outcome: 'added' };
    const holder = committed.outcome === 'claimed' ? await readSignature(store, committed.by) : undefined;
    if (committed.outcome === 'not-open' || (holder && holdsClaim(holder))) {
      await drop(store, id);
      return { outcome: committed.outcome === 'not-open' ? 'not-open' : 'duplicate' };
    }
    // The holder has just left.
    if (attempt >= maxAttempts) throw conflictError('the claim changed hands');
    await backOff(attempt);
  }
}

function deliveredInstead(error: unknown): { readonly outcome: 'not-open' } {
  if (isDelivered(error)) return { outcome: 'not-open' };
  throw error;
}

/** Stores it as one that nobody has confirmed. @returns false when one of that id was added before */
async function begin(store: Store, record: SignatureRecord, now: Date): Promise<boolean> {
  const Item = {
    ...signatureKey(record.id),
    ...storedForm(record),
    ttl: Math.ceil((now.getTime() + pendingKeptFor) / 1000),
  };
  try {
    await store.client.send(
      new PutCommand({ TableName: store.table, Item, ConditionExpression: 'attribute_not_exists(confirmedAt)' }),
    );
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}

/** Deletes the unfinished addition. */
async function drop({ client, table: TableName }: Store, id: SignatureId): Promise<void> {
  try {
    await client.send(
      new DeleteCommand({ TableName, Key: signatureKey(id), ConditionExpression: 'attribute_not_exists(confirmedAt)' }),
    );
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
  }
}
