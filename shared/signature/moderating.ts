/** What a deed of the secretariat needs, and what comes of it. */
import type { Actor, AuditDeed } from '../audit/audit.ts';
import type { Letter } from '../letter/letter.ts';
import type { Store } from '../store/store.ts';
import type { Keys } from '../token/keys.ts';
import { type ActId, acting, makeActId } from './act.ts';
import { change } from './change.ts';
import type { Also } from './commit.ts';
import type { SignatureId } from './id.ts';
import type { Moderation, ModerationRefusal } from './moderation.ts';
import type { SignatureRecord } from './record.ts';

/** With what, under which letter, for whom. */
export interface Moderating {
  readonly store: Store;
  readonly keys: Keys;
  readonly letter: Letter;
  readonly by: Actor;
  readonly bulk?: string | undefined;
  readonly now: Date;
}

/**
 * - `done`: `act` is what can be undone, when it can be; none when it was so already
 * - `refused`: it cannot be done to this signature, as it is
 * - `gone`: there is no such signature under this letter
 */
export type Moderated =
  | { readonly outcome: 'done'; readonly record: SignatureRecord | undefined; readonly act: ActId | undefined }
  | { readonly outcome: 'refused'; readonly why: ModerationRefusal }
  | { readonly outcome: 'gone' };

const deeds = {
  approve: 'signature.approved',
  hold: 'signature.held',
  reject: 'signature.rejected',
  withdraw: 'signature.withdrawn',
  vouch: 'signature.vouched',
  feature: 'signature.featured',
  merge: 'signature.merged',
  split: 'signature.split',
  correct: 'signature.corrected',
  resend: 'signature.resent',
  release: 'signature.released',
  forget: 'signature.forgotten',
} as const satisfies Record<Moderation['do'], AuditDeed>;

/** Changes a confirmed signature, with its lines in the audit trail and what is needed to undo it. */
export async function changeFor(
  { store, by, bulk, now }: Moderating,
  id: SignatureId,
  deed: Moderation['do'],
  step: (record: SignatureRecord) => SignatureRecord,
  checks: Also = () => [],
): Promise<Moderated> {
  const act = makeActId(now);
  let wrote = false;
  const lines = acting(store, { id: act, by, did: deeds[deed], bulk }, now);
  const also: Also = (steps) => {
    wrote = true;
    return [...lines(steps), ...checks(steps)];
  };
  const again = (record: SignatureRecord) => {
    wrote = false;
    return step(record);
  };
  const record = await change(store, id, again, now, also);
  return record ? { outcome: 'done', record, act: wrote ? act : undefined } : { outcome: 'gone' };
}
