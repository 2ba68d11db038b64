/** Input and result of the secretariat's actions. */
import { isDeepStrictEqual } from 'node:util';
import type { Actor, AuditAction } from '../../audit/audit.ts';
import { isDelivered } from '../../count/count.ts';
import type { SignatureId } from '../../ids.ts';
import type { Letter } from '../../letter/letter.ts';
import type { Store } from '../../platform/store/store.ts';
import type { Keys } from '../../platform/token/keys.ts';
import { changeUnless, type Wanted } from '../change-signature.ts';
import { isRepeat } from '../changed-fields.ts';
import type { SignatureRecord } from '../record.ts';
import type { Moderation, ModerationRefusal } from './actions.ts';
import { listUndoEntries, makeUndoId, type NewUndoEntry, type UndoId, undoEntryPut } from './undo-log.ts';

/** The resources, the letter and the actor. */
export interface ModerationContext {
  readonly store: Store;
  readonly keys: Keys;
  readonly letter: Letter;
  readonly by: Actor;
  readonly bulk?: string | undefined;
  readonly now: Date;
}

/**
 * - `done`: `act` is the undo entry; none when nothing had to change, and the same member's same action was not the last
 *   change, or when it is part of a bulk action
 * - `refused`: the action is not possible on this signature in its state
 * - `changed-meanwhile`: its public fields are not those that the decision was about
 * - `gone`: there is no such signature under this letter
 */
export type ModerationOutcome =
  | { readonly outcome: 'done'; readonly record: SignatureRecord | undefined; readonly act: UndoId | undefined }
  | { readonly outcome: 'refused'; readonly why: ModerationRefusal }
  | { readonly outcome: 'changed-meanwhile' }
  | { readonly outcome: 'gone' };

const auditActions = {
  approve: 'signature.approved',
  hold: 'signature.held',
  reject: 'signature.rejected',
  withdraw: 'signature.withdrawn',
  vouch: 'signature.vouched',
  feature: 'signature.featured',
  merge: 'signature.merged',
  split: 'signature.split',
  correct: 'signature.corrected',
  ask: 'signature.asked',
  decline: 'signature.change-declined',
  resend: 'signature.resent',
  release: 'signature.released',
  forget: 'signature.forgotten',
} as const satisfies Record<Moderation['do'], AuditAction>;

function refusedWhenDelivered(error: unknown) {
  if (!isDelivered(error)) throw error;
  return { refused: { outcome: 'refused', why: 'letter-delivered' } } as const;
}

/** The change to write, or the reason why there is none. */
export type Decision = Wanted<Exclude<ModerationOutcome, { outcome: 'done' }>>;

/**
 * Changes a confirmed signature, with audit entries and undo entries. A decision that was made already changes nothing,
 * so that it can still be undone.
 */
export async function changeFor(
  { store, by, bulk, now }: ModerationContext,
  id: SignatureId,
  action: Moderation['do'],
  step: (record: SignatureRecord) => Decision | Promise<Decision>,
): Promise<ModerationOutcome> {
  const entry: NewUndoEntry = { id: makeUndoId(now), by, did: auditActions[action], bulk };
  const lines = undoEntryPut(store, entry, now);
  let attempts = 0;
  const done = await changeUnless<Exclude<ModerationOutcome, { outcome: 'done' }>>(
    store,
    id,
    async (record) => {
      attempts += 1;
      // The answer to the first attempt may have been lost.
      if (attempts > 1 && (await listUndoEntries(store, id)).some((one) => one.id === entry.id))
        return { after: record };
      const wanted = await step(record);
      if ('refused' in wanted) return wanted;
      const { after, also = () => [] } = wanted;
      if (isRepeat({ before: record, after })) return { after: record };
      return { after, also: (steps) => [...lines(steps), ...also(steps)] };
    },
    now,
  ).catch(refusedWhenDelivered);
  if (!done) return { outcome: 'gone' };
  if ('refused' in done) return done.refused;
  const { before, written } = done;
  if (!isDeepStrictEqual(before, written)) return { outcome: 'done', record: written, act: entry.id };
  // A bulk action looks for its own entries.
  const act = bulk === undefined ? await findSameAction(store, before, entry) : undefined;
  return { outcome: 'done', record: written, act };
}

/** @returns the undo entry of the last change, if the same actor did the same; otherwise undefined. One Query */
async function findSameAction(
  store: Store,
  { id, revision }: SignatureRecord,
  { by, did, bulk }: NewUndoEntry,
): Promise<UndoId | undefined> {
  const wanted = { by, did, bulk, revision };
  const entries = await listUndoEntries(store, id);
  return entries.find((one) =>
    isDeepStrictEqual({ by: one.by, did: one.did, bulk: one.bulk, revision: one.revision }, wanted),
  )?.id;
}
