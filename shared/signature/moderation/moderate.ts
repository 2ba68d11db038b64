/** Executes an action of the secretariat on a signature and records the actor. */

import { isDeepStrictEqual } from 'node:util';
import type { SignatureId } from '../../ids.ts';
import { ensureFinal } from '../../letter/final-count.ts';
import { publicationPolicy } from '../../letter/publication-policy.ts';
import { signatureKey } from '../../platform/store/keys.ts';
import { hasRoomForFeatured } from '../lists/featured.ts';
import { seenAs } from '../public-fields.ts';
import type { AcceptedFields, SignatureRecord } from '../record.ts';
import { holdsClaim, isShown } from '../states.ts';
import { readSignature } from '../storage.ts';
import { verified, withdrawn } from '../transitions.ts';
import type { Moderation, ModerationRefusal } from './actions.ts';
import { changeFor, type Decision, type ModerationContext, type ModerationOutcome } from './moderation-context.ts';
import { approved, declined, featured, held, merged, proofAsked, rejected, split } from './transitions.ts';

/** Executes the action; idempotent. @throws DynamoDB's error when it stays unavailable; nothing is half done then */
export async function moderate(
  moderating: ModerationContext,
  id: SignatureId,
  wanted: Moderation,
): Promise<ModerationOutcome> {
  const { store, letter } = moderating;
  const record = await readSignature(store, id);
  if (record?.letter !== letter.slug) return { outcome: 'gone' };
  await ensureFinal(store, letter);
  if (wanted.do === 'forget') {
    const { forgetSignatureFor: forgetFor } = await import('./mail-actions.ts');
    return forgetFor(moderating, record);
  }
  if (wanted.do === 'resend' || wanted.do === 'release') {
    const { resendMail: resendFor, releaseHeldMail: releaseFor } = await import('./mail-actions.ts');
    return (wanted.do === 'resend' ? resendFor : releaseFor)(moderating, record);
  }
  if (!record.confirmedAt) return { outcome: 'refused', why: 'not-confirmed' };
  return changeFor(moderating, id, wanted.do, (found) => decisionOf(moderating, found, wanted));
}

type Decided = Exclude<Moderation, { do: 'forget' | 'resend' | 'release' }>;

/** Called again after a concurrent change, so that the decision holds for the signature as it is written. */
async function decisionOf(moderating: ModerationContext, record: SignatureRecord, wanted: Decided): Promise<Decision> {
  const why = await refusalOf(moderating, record, wanted);
  if (why) return { refused: { outcome: 'refused', why } };
  if (wanted.do === 'withdraw') return { after: withdrawn(record, moderating.now) };
  const seen = seenAs(record, wanted.fieldsVersion);
  if (!seen) return { refused: { outcome: 'changed-meanwhile' } };
  if (seen === 'unnamed' && isAboutNames(record, wanted))
    return { refused: { outcome: 'refused', why: 'name-hidden' } };
  if (wanted.do === 'merge') return merging(moderating, record, { into: wanted.into, seen });
  return { after: await stepOf(moderating, record, wanted, seen) };
}

async function refusalOf(
  { store, letter }: ModerationContext,
  record: SignatureRecord,
  wanted: Decided,
): Promise<ModerationRefusal | undefined> {
  if (record.withdrawnAt) return wanted.do === 'withdraw' ? undefined : 'is-withdrawn';
  switch (wanted.do) {
    case 'feature': {
      if (wanted.rank === undefined) return undefined;
      if (!isShown(record)) return 'not-shown';
      return (await hasRoomForFeatured(store, letter.slug, record.id)) ? undefined : 'featured-full';
    }
    case 'decline':
      return record.proposal ? undefined : 'no-change';
    case 'split':
      return record.kind === 'organisation' ? undefined : 'no-organisation';
    case 'ask':
      if (record.kind !== 'organisation') return 'no-proof';
      return record.email === '' ? 'mailbox-erased' : undefined;
    case 'correct': {
      const isNamed = record.kind === 'individual' || (wanted.organisationName && wanted.country);
      if (!isNamed) return 'name-missing';
      return record.kind === 'individual' && record.email === '' ? 'mailbox-erased' : undefined;
    }
    default:
      return undefined;
  }
}

/** Members cannot publish or overwrite a name that they were not shown. */
function isAboutNames({ proposal }: SignatureRecord, wanted: Decided): boolean {
  if (wanted.do === 'correct') return true;
  return proposal?.display === 'public' && (wanted.do === 'approve' || wanted.do === 'vouch');
}

async function stepOf(
  moderating: ModerationContext,
  record: SignatureRecord,
  wanted: Exclude<Decided, { do: 'withdraw' | 'merge' }>,
  seen: AcceptedFields,
): Promise<SignatureRecord> {
  const { letter, now } = moderating;
  const accept = (next: SignatureRecord) => acceptedNow(record, next, seen);
  switch (wanted.do) {
    case 'approve':
      return accept(approved(await asWanted(moderating, record), now, wanted));
    case 'vouch': {
      const policy = publicationPolicy(letter.settings);
      const current = await asWanted(moderating, record);
      const known = current.evidence.find(({ method, note }) => method === 'secretariat' && note === wanted.note);
      const at = now.toISOString();
      const evidence = known ?? ({ level: 'vouched', method: 'secretariat', at, note: wanted.note } as const);
      return accept(verified(current, evidence, { policy, now }));
    }
    case 'hold':
      return held(record, now);
    case 'reject':
      return rejected(record, wanted.why, now, wanted);
    case 'ask':
      return proofAsked(record, now);
    case 'decline':
      return declined(record, now);
    case 'feature': {
      const next = featured(record, wanted.rank);
      return wanted.rank === undefined ? next : accept(next);
    }
    case 'split':
      return accept(split(record, wanted.chapter, now));
    case 'correct': {
      const { correctedBySecretariat } = await import('./correct-name.ts');
      return accept(await correctedBySecretariat(moderating, record, wanted));
    }
  }
}

/** A signature that is nevertheless held or rejected is not accepted: its signer may still correct it. */
function acceptedNow(before: SignatureRecord, after: SignatureRecord, seen: AcceptedFields): SignatureRecord {
  if (after.moderation !== 'approved') return isDeepStrictEqual(before, after) ? before : { ...after, accepted: 'no' };
  // Names that were accepted earlier and have not changed stay accepted.
  const isNamed = before.accepted === 'named' && before.proposal === undefined;
  return { ...after, accepted: isNamed ? 'named' : seen };
}

/** Accepting a signature includes the changes that its signer has requested. */
async function asWanted(moderating: ModerationContext, record: SignatureRecord): Promise<SignatureRecord> {
  if (!record.proposal) return record;
  const { withProposalApplied } = await import('./correct-name.ts');
  return withProposalApplied(moderating, record);
}

/** The remaining signature must still be suitable when the merge is written. */
async function merging(
  { store, letter, now }: ModerationContext,
  record: SignatureRecord,
  { into: wanted, seen }: { into: SignatureId; seen: AcceptedFields },
): Promise<Decision> {
  const into = wanted === record.id ? undefined : await readSignature(store, wanted);
  const fits = into && into.letter === letter.slug && into.kind === record.kind && holdsClaim(into);
  if (!fits) return { refused: { outcome: 'refused', why: 'merge-unfit' } };
  const stands = {
    ConditionCheck: {
      TableName: store.table,
      Key: signatureKey(wanted),
      ConditionExpression: 'revision = :read',
      ExpressionAttributeValues: { ':read': into.revision },
    },
  };
  return { after: acceptedNow(record, merged(record, wanted, now), seen), also: () => [stands] };
}
