/** A submission becomes a pending signature: by the same three writes for everybody (DESIGN rule 4). */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { currentVersion, findVersion, type Letter, type LetterVersion } from '../letter/letter.ts';
import { hadWording, wordingOf } from '../letter/own-texts.ts';
import type { Client } from '../screening/network.ts';
import { dueShardOf, signatureKey } from '../store/keys.ts';
import { isConditionFailed, type Store } from '../store/store.ts';
import { bestLanguage } from '../text/language.ts';
import type { Keys } from '../token/keys.ts';
import { makeSignatureId, type SignatureId } from './id.ts';
import { keepTextSeen, pendingKeptFor, type signatureRecord } from './record.ts';
import type { Submission } from './submission.ts';

/**
 * - `accepted`: kept, and its mail will go out (or this was a repeat of a request that had been accepted)
 * - `key-reused`: the Idempotency-Key was used for another request
 * - `unknown-version`: the letter never had the version that the signer names
 * - `unknown-wording`: the letter never showed the wording of attestation and consents that the signer names
 */
export type SubmitOutcome = 'accepted' | 'key-reused' | 'unknown-version' | 'unknown-wording';

/**
 * Keeps a submission under a letter that can be signed. One UpdateItem and one PutItem at once, then one PutItem; what
 * is suspicious is kept in the same way, and its mail is not sent.
 *
 * @param client who sent it
 * @param idempotencyKey what the client sent as Idempotency-Key, if it did
 */
export async function submit(
  store: Store,
  keys: Keys,
  letter: Letter,
  submission: Submission,
  { now, client, idempotencyKey }: { now: Date; client: Client; idempotencyKey?: string | undefined },
): Promise<SubmitOutcome> {
  const version = submission.letterVersion ? findVersion(letter, submission.letterVersion) : currentVersion(letter);
  if (!version) return 'unknown-version';
  if (submission.wording !== undefined && !hadWording(letter, submission.wording)) return 'unknown-wording';
  const id = idempotencyKey
    ? makeSignatureId(Buffer.from(keys.hash('idempotency', letter.slug, idempotencyKey), 'base64url'))
    : makeSignatureId();
  const requestHash = idempotencyKey ? hashRequest(keys, submission) : undefined;
  // Loaded with the first submission, to start sooner.
  const { screen } = await import('../screening/screen.ts');
  const screening = await screen(store, keys, submission, { id, client, now });
  const record = { ...pendingRecord(id, letter, version, submission, now), screening };
  try {
    await store.client.send(
      new PutCommand({
        TableName: store.table,
        Item: {
          ...signatureKey(id),
          ...record,
          requestHash,
          dueShard: dueShardOf(id),
          ttl: Math.ceil((now.getTime() + pendingKeptFor) / 1000),
        },
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return 'accepted';
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
    // Our own write whose answer was lost, or the same request again: both were accepted.
    return error.Item?.['requestHash']?.S === requestHash ? 'accepted' : 'key-reused';
  }
}

/** What is kept of a submission; everything else about a signature comes later. */
type PendingRecord = z.input<typeof signatureRecord>;

function pendingRecord(
  id: SignatureId,
  letter: Letter,
  version: LetterVersion,
  { homepage: _homepage, proof: _proof, redirect: _redirect, letterVersion: _version, ...sent }: Submission,
  now: Date,
): PendingRecord {
  const wanted = sent.language ? [sent.language] : [];
  const language = bestLanguage(wanted, Object.keys(version.texts), letter.language);
  return {
    id,
    letter: letter.slug,
    letterVersion: version.id,
    language: sent.language ?? language,
    ...keepTextSeen(version.id, version.texts[language]),
    kind: sent.kind,
    organisationName: sent.organisation?.name,
    organisationWebsite: sent.organisation?.website,
    country: sent.organisation?.country,
    signatoryName: sent.signatory.name,
    signatoryRole: sent.signatory.role,
    email: sent.signatory.email,
    display: sent.display,
    consents: sent.consents,
    attestation: sent.attestation,
    wording: sent.wording ?? wordingOf(letter, sent.language ?? language),
    comment: sent.comment,
    partner: sent.partner,
    source: sent.source && { page: sent.source.page, utm: sent.source.utm && definedOnly(sent.source.utm) },
    submittedAt: now.toISOString(),
    confirmTokens: [],
    manageTokens: [],
    due: 'confirmation',
    dueAt: now.toISOString(),
  };
}

/** Two requests are the same when all that they say is; the proof of work is spent by the first and does not count. */
function hashRequest(keys: Keys, { proof: _, ...said }: Submission): string {
  return keys.hash('content', JSON.stringify(said));
}

function definedOnly(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
