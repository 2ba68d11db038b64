/** After a restore: whoever had been forgotten is forgotten again. */
import { auditPut, commandLine } from '../../shared/audit/audit.ts';
import type { SignatureId } from '../../shared/ids.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import { forget } from '../../shared/signature/forget.ts';
import { readSignature } from '../../shared/signature/storage.ts';

/**
 * Forgets every signature that the ledger names. Who is not there, or forgotten already, is passed over, so it can be
 * done again, and go on after it was interrupted.
 *
 * Each is a line of its audit trail: only somebody with a shell restores.
 *
 * @param store the restored table; the ledger may come from another one
 * @returns how many had come back and are forgotten now
 */
export async function replayErasures(
  store: Store,
  keys: Keys,
  ledger: AsyncIterable<SignatureId> | Iterable<SignatureId>,
  now: Date,
): Promise<number> {
  let forgotten = 0;
  for await (const id of ledger) {
    if (!(await readSignature(store, id))) continue;
    await forget(store, keys, id, now, ({ letter }) => [
      auditPut(
        store,
        { by: commandLine, did: 'signature.forgotten', scope: letter, subject: id, after: { replayed: true } },
        now,
      ),
    ]);
    forgotten += 1;
  }
  return forgotten;
}
