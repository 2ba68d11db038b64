/** After a restore: erases again the signatures that were erased before. */
import { auditPut, commandLine } from '../../shared/audit/audit.ts';
import type { SignatureId } from '../../shared/ids.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import { forget } from '../../shared/signature/forget.ts';
import { readSignature } from '../../shared/signature/storage.ts';

/**
 * Erases every signature in the ledger. Skips those that are missing or already erased, so it can be repeated, and
 * continues after an interruption.
 *
 * Writes each erasure to the audit trail as the command line's: only somebody with a shell restores.
 *
 * @param store the restored table; the ledger may come from another one
 * @returns the number of signatures that had come back and are now erased
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
