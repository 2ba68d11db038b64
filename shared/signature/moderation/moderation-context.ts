/** Input and result of the secretariat's actions. */
import { isDeepStrictEqual } from 'node:util';
import type { Actor, AuditAction } from '../../audit/audit.ts';
import { isDelivered } from '../../count/count.ts';
import type { SignatureId } from '../../ids.ts';
import type { Letter } from '../../letter/letter.ts';
import type { Store } from '../../platform/store/store.ts';
import type { Keys } from '../../platform/token/keys.ts';
import { changeUnless, type Wanted } from '../change-signature.ts';
import type { SignatureRecord } from '../record.ts';
import type { Moderation, ModerationRefusal } from './actions.ts';
import { makeUndoId, type UndoId, undoEntryPut } from './undo-log.ts';

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
 * - `done`: `act` is the undo entry, if there is one; none when nothing had to change
 * - `refused`: the action is not possible on this signature in its state
 * - `changed-meanwhile`: its public fields are not those that the decision was about
 * - `gone`: there is no such signature under this letter
 */
export type ModerationOutcome =
  | { readonly outcome: 'done'; readonly record: SignatureRecord | undefined; readonly act: UndoId | undefined }
  | { readonly outcome: 'refused'; readonly why: ModerationRefusal }
  | { readonly outcome: 'changed-meanwhile' }
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

/** Changes a confirmed signature, with audit entries and undo entries. */
export async function changeFor(
  { store, by, bulk, now }: ModerationContext,
  id: SignatureId,
  action: Moderation['do'],
  step: (record: SignatureRecord) => Decision | Promise<Decision>,
): Promise<ModerationOutcome> {
  const act = makeUndoId(now);
  const lines = undoEntryPut(store, { id: act, by, did: deeds[action], bulk }, now);
  const done = await changeUnless<Exclude<ModerationOutcome, { outcome: 'done' }>>(
    store,
    id,
    async (record) => {
      const wanted = await step(record);
      if ('refused' in wanted) return wanted;
      const { after, also = () => [] } = wanted;
      return { after, also: (steps) => [...lines(steps), ...also(steps)] };
    },
    now,
  ).catch(refusedWhenDelivered);
  if (!done) return { outcome: 'gone' };
  if ('refused' in done) return done.refused;
  const { before, written } = done;
  return { outcome: 'done', record: written, act: isDeepStrictEqual(before, written) ? undefined : act };
}
