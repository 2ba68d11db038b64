/** Changes a confirmed signature: read, step, write; retried when it changed concurrently. */

import type { SignatureId } from '../ids.ts';
import { backOff, conflictError, type Store } from '../platform/store/store.ts';
import { resolveClaim } from './claims/resolve-claim.ts';
import { type Also, maxAttempts } from './commit.ts';
import type { SignatureRecord } from './record.ts';
import { readSignature } from './storage.ts';

/** The result of a step: the change to write, or the reason why there is none. */
export type Wanted<Refusal> =
  | { readonly after: SignatureRecord; readonly also?: Also | undefined }
  | { readonly refused: Refusal };

/**
 * @param step may be called several times, each time with the current signature
 * @returns the signature before and after, or the refusal; undefined when there is no confirmed signature with that id
 * @throws DynamoDB's error when it stays unavailable; nothing is half done then
 */
export async function changeUnless<Refusal>(
  store: Store,
  id: SignatureId,
  step: (record: SignatureRecord) => Wanted<Refusal> | Promise<Wanted<Refusal>>,
  now: Date,
): Promise<{ before: SignatureRecord; written: SignatureRecord } | { refused: Refusal } | undefined> {
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const before = await readSignature(store, id);
    if (!before?.confirmedAt) return undefined;
    const wanted = await step(before);
    if ('refused' in wanted) return wanted;
    const written = await resolveClaim(store, { before, after: wanted.after }, now, wanted.also);
    if (written) return { before, written };
    await backOff(attempt);
  }
  throw conflictError('the signature changed');
}

/**
 * @param step a pure transition; may be called several times, each time with the current record
 * @param also items written with the change
 * @returns the changed signature, or undefined when there is no confirmed signature with that id
 * @throws DynamoDB's error when it stays unavailable; nothing is half done then
 */
export async function change(
  store: Store,
  id: SignatureId,
  step: (record: SignatureRecord) => SignatureRecord,
  now: Date,
  also?: Also,
): Promise<SignatureRecord | undefined> {
  const done = await changeUnless<never>(store, id, (before) => ({ after: step(before), also }), now);
  return done && 'written' in done ? done.written : undefined;
}
