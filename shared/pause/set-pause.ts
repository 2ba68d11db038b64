/** Stops or resumes something. Apart from reading, so that the public API starts without what writing needs. */
import { type Actor, auditPut } from '../audit/audit.ts';
import type { GrantScope } from '../ids.ts';
import { pausesKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import { transactOrThrow } from '../platform/store/transaction.ts';
import { type Pausable, readPauses } from './pause.ts';

/** Stops or resumes something, with an audit entry. Idempotent. */
export async function setPause(
  store: Store,
  { what, scope, paused, by }: { what: Pausable; scope: GrantScope; paused: boolean; by: Actor },
  now: Date,
): Promise<void> {
  const before = (await readPauses(store))[what].has(scope);
  const Update = {
    TableName: store.table,
    Key: pausesKey,
    UpdateExpression: `${paused ? 'ADD' : 'DELETE'} #what :scope`,
    ExpressionAttributeNames: { '#what': what },
    ExpressionAttributeValues: { ':scope': new Set([scope]) },
  };
  const line = { by, did: 'pause.changed', scope, before: { [what]: before }, after: { [what]: paused } } as const;
  await transactOrThrow(store, [{ Update }, auditPut(store, line, now)]);
}
