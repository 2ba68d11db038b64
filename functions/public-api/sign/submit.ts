/** Turns a submission into a pending signature, by the same two writes for everybody (rule 4). */

import { asksForFollowUp } from '../../../shared/consent/follow-up.ts';
import { makeSignatureId } from '../../../shared/ids.ts';
import { findVersion, type Letter, type LetterVersion, languagesOf } from '../../../shared/letter/letter.ts';
import { hadWording, offersFollowUp, wordingOf } from '../../../shared/letter/own-texts.ts';
import { versionShownIn } from '../../../shared/letter/shown-version.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import { keepTextSeen } from '../../../shared/signature/record.ts';
import {
  type NamedRequest,
  type PendingRecord,
  saveNamedSubmission,
  saveSubmission,
} from '../../../shared/signature/save-submission.ts';
import type { Submission } from '../../../shared/signature/submission.ts';
import { asStored } from '../../../shared/signature/typed-fields.ts';
import { bestLanguage } from '../../../shared/text/language.ts';
import { idFromNonce, nonceShape } from './proof.ts';
import type { SubmissionContext } from './screen.ts';

/**
 * - `accepted`: stored, and its mail will be sent (or this repeated a request that had been accepted)
 * - `key-reused`: the Idempotency-Key was used for another request
 * - `unknown-version`: the letter never had the version that the signer names
 * - `unknown-wording`: the letter never showed the wording of attestation and consents that the signer names
 * - `{ comeBackAt }`: too many plain forms came from the network, and nothing is stored until then
 */
export type SubmitOutcome =
  | 'accepted'
  | 'key-reused'
  | 'unknown-version'
  | 'unknown-wording'
  | { readonly comeBackAt: Date };

/**
 * Stores a submission to a letter that can be signed. Writes what `screen` writes, then one PutItem (with an
 * Idempotency-Key that is not the nonce of the proof's challenge, one TransactWriteItems; once more for a proof of work
 * that was used before). Suspicious submissions are stored in the same way, and their mail is not sent. From a network
 * that sends many times its limit, nothing more is stored.
 */
export async function submit(
  store: Store,
  keys: Keys,
  letter: Letter,
  submission: Submission,
  sent: SubmissionContext,
): Promise<SubmitOutcome> {
  const version = versionSeen(letter, submission);
  if (!version) return 'unknown-version';
  if (submission.wording !== undefined && !hadWording(letter, submission.wording)) return 'unknown-wording';
  // Loaded with the first submission, so that the function starts sooner.
  const { screen } = await import('./screen.ts');
  const { now, idempotencyKey } = sent;
  const screened = await screen(store, keys, letter.slug, submission, sent);
  if (screened.outcome === 'retry-later') return { comeBackAt: screened.until };
  if (screened.outcome === 'drop') return 'accepted';
  const { id, isNamed, screening, screeningIfSpent } = screened;
  const record = pendingRecord(letter, version, submission, now);
  const request = idempotencyKey ? namedBy(keys, letter, submission, idempotencyKey) : undefined;
  const first = { ...record, id, screening };
  const kept =
    isNamed && request
      ? await saveNamedSubmission(store, first, request, now)
      : await saveSubmission(store, first, request, now);
  if (kept !== 'id-taken') return kept;
  const again = { ...record, id: makeSignatureId(), screening: screeningIfSpent };
  const keptAgain = await saveSubmission(store, again, request, now);
  if (keptAgain === 'id-taken') throw new Error('a random id was taken');
  return keptAgain;
}

/**
 * @returns the version that the signer names, if the letter ever had it; else the one shown in the language of the text
 *   that the signer read
 */
export function versionSeen(
  letter: Letter,
  { letterVersion, textLanguage, language }: Pick<Submission, 'letterVersion' | 'textLanguage' | 'language'>,
): LetterVersion | undefined {
  if (letterVersion) return findVersion(letter, letterVersion);
  const wanted = [textLanguage, language].flatMap((tag) => tag ?? []);
  return versionShownIn(letter, bestLanguage(wanted, languagesOf(letter), letter.language));
}

/** The stored part of a submission; everything else about a signature comes later. */
export function pendingRecord(
  letter: Letter,
  version: LetterVersion,
  {
    homepage: _homepage,
    proof: _proof,
    redirect: _redirect,
    letterVersion: _version,
    textLanguage,
    ...sent
  }: Submission,
  now: Date,
): Omit<PendingRecord, 'id' | 'screening'> {
  const wanted = [textLanguage, sent.language].flatMap((tag) => tag ?? []);
  const language = bestLanguage(wanted, Object.keys(version.texts), letter.language);
  return {
    letter: letter.slug,
    letterVersion: version.id,
    language: sent.language ?? language,
    ...keepTextSeen(version.id, version.texts[language]),
    kind: sent.kind,
    ...asStored(sent),
    email: sent.signatory.email,
    display: sent.display,
    consents: consentsOf(letter, sent, language),
    attestation: sent.attestation,
    wording: sent.wording ?? wordingOf(letter, sent.language ?? language),
    comment: sent.comment,
    partner: sent.partner,
    source: sent.source && { page: sent.source.page, utm: sent.source.utm && definedOnly(sent.source.utm) },
    submittedAt: now.toISOString(),
    due: 'confirmation',
    dueAt: now.toISOString(),
  };
}

/** A consent counts only where the form asked for it, in a wording that has it. */
function consentsOf(
  letter: Letter,
  { consents: { followUp, ...consents }, ...sent }: Pick<Submission, 'consents' | 'language' | 'wording'>,
  language: string,
) {
  const isAsked = followUp === true && offersFollowUp(letter, sent.language ?? language);
  const wording = sent.wording ?? wordingOf(letter, sent.language ?? language);
  const isCovered = asksForFollowUp(wording) || letter.wordings.includes(wording);
  return isAsked && isCovered ? { ...consents, followUp } : consents;
}

function namedBy(keys: Keys, { slug }: Letter, submission: Submission, key: string): NamedRequest {
  return {
    row: keys.hash('idempotency', slug, key),
    hash: hashRequest(keys, submission),
    // It may have been sent before with the challenge of that nonce.
    ...(nonceShape.safeParse(key).success ? { id: idFromNonce(keys, key) } : {}),
  };
}

/**
 * Two requests are the same when all their fields are. The proof of work does not count: the first request spends it.
 */
function hashRequest(keys: Keys, { proof: _, ...said }: Submission): string {
  return keys.hash('content', JSON.stringify(said));
}

function definedOnly(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
