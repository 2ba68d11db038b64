/** Changing a confirmed signature: read, step, write; again when somebody was faster. */
import { backOff, type Store, tooBusy } from '../store/store.ts';
import { type Also, mostAttempts } from './commit.ts';
import type { SignatureId } from './id.ts';
import { place } from './place.ts';
import type { SignatureRecord } from './record.ts';
import { readSignature } from './storage.ts';

/**
 * @param step a pure transition; it may be asked several times, each time with the record as it is then
 * @param also what is written with the change
 * @returns the signature as it is now, or undefined when there is no confirmed one with that id
 * @throws what DynamoDB throws when it stays unavailable; nothing is half done then
 */
export async function change(
  store: Store,
  id: SignatureId,
  step: (record: SignatureRecord) => SignatureRecord,
  now: Date,
  also?: Also,
): Promise<SignatureRecord | undefined> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const before = await readSignature(store, id);
    if (!before?.confirmedAt) return undefined;
    const written = await place(store, { before, after: step(before) }, now, also);
    if (written) return written;
    await backOff(attempt);
  }
  throw tooBusy('the signature changed');
}
