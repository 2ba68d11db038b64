/** Undoes actions of the secretariat: a step of its own, back to the previous values, if nothing has changed since. */
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../audit/audit.ts';
import { auditPut } from '../../audit/audit.ts';
import { isDelivered } from '../../count/count.ts';
import type { LetterSlug, SignatureId } from '../../ids.ts';
import { ensureFinal } from '../../letter/final-count.ts';
import { readLetter } from '../../letter/storage.ts';
import { undoKey } from '../../platform/store/keys.ts';
import type { Store } from '../../platform/store/store.ts';
import { changedFields } from '../changed-fields.ts';
import { type Also, commit } from '../commit.ts';
import { withMail, withoutMail } from '../due-mail.ts';
import { publicFieldsOf } from '../public-fields.ts';
import { type SignatureRecord, signatureRecord } from '../record.ts';
import { acceptedAs } from '../states.ts';
import { readSignature } from '../storage.ts';
import { addToHistory } from '../transitions.ts';
import type { Step } from '../update-item.ts';
import { listUndoEntries, statesOf, type UndoEntry, type UndoId } from './undo-log.ts';

/**
 * - `undone`: the previous values are restored, now or by an earlier undo
 * - `changed-meanwhile`: one of the signatures has changed since, or another one holds its claim now
 * - `letter-delivered`: another signature would be counted under a letter that was delivered
 * - `gone`: there is no such action, or it is too long ago
 */
export type UndoOutcome = 'undone' | 'changed-meanwhile' | 'letter-delivered' | 'gone';

/** The action to undo, and the actor. */
export interface UndoInput {
  readonly letter: LetterSlug;
  readonly signature: SignatureId;
  readonly act: UndoId;
  readonly by: Actor;
  readonly bulk?: string | undefined;
}

/** One read of the letter, one Query for each signature that the action changed, and one transaction. */
export async function undo(store: Store, undoing: UndoInput, now: Date): Promise<UndoOutcome> {
  const { letter, signature, act: wanted, by, bulk } = undoing;
  const first = await findAct(store, signature, wanted);
  if (!first) return 'gone';
  if (first.undoneAt) return 'undone';
  const about = await readLetter(store, letter);
  if (about) await ensureFinal(store, about);
  const steps = await Promise.all(first.of.map((id) => stepBack(store, { id, letter, wanted }, now)));
  const known = steps.filter((step) => step !== undefined);
  if (known.length < steps.length) return 'changed-meanwhile';
  const also: Also = (changed) => [
    ...first.of.map((id) => ({
      Update: {
        TableName: store.table,
        Key: undoKey(id, wanted),
        UpdateExpression: 'SET undoneAt = :now',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(undoneAt)',
        ExpressionAttributeValues: { ':now': now.toISOString() },
      },
    })),
    ...changed.map((step) => undoneLine(store, { step, letter, by, bulk }, now)),
  ];
  const { outcome } = await commit(store, known, also).catch(deliveredInstead);
  if (outcome === 'letter-delivered') return outcome;
  if (outcome === 'done') return 'undone';
  // Also detects our own write whose answer was lost.
  return (await findAct(store, signature, wanted))?.undoneAt ? 'undone' : 'changed-meanwhile';
}

function deliveredInstead(error: unknown): { outcome: 'letter-delivered' } {
  if (isDelivered(error)) return { outcome: 'letter-delivered' };
  throw error;
}

async function findAct(store: Store, signature: SignatureId, wanted: UndoId): Promise<UndoEntry | undefined> {
  return (await listUndoEntries(store, signature)).find(({ id }) => id === wanted);
}

function undoneLine(
  store: Store,
  { step, letter, by, bulk }: { step: Step; letter: LetterSlug; by: Actor; bulk: string | undefined },
  now: Date,
) {
  const { before } = step;
  const after = { ...step.after, revision: before.revision + 1 };
  const line = { by, did: 'signature.undone', scope: letter, subject: before.id, fields: changedFields(step) } as const;
  return auditPut(store, { ...line, before: statesOf(before), after: statesOf(after), bulk }, now);
}

/** @returns the step back to the previous values; undefined when the signature has changed since the action */
async function stepBack(
  store: Store,
  { id, letter, wanted }: { id: SignatureId; letter: LetterSlug; wanted: UndoId },
  now: Date,
): Promise<Step | undefined> {
  const [record, act] = await Promise.all([readSignature(store, id), findAct(store, id, wanted)]);
  if (!record || !act || record.letter !== letter || record.revision !== act.revision) return undefined;
  return { before: record, after: asItWas(record, act, now) };
}

/**
 * Drops mails of the action that are not sent yet. A signer who was told of a withdrawal gets a receipt, since the
 * signature is valid again. So does one whose names are restored, since a receipt with the other names may be on its
 * way.
 */
function asItWas(record: SignatureRecord, { at, was, mails }: UndoEntry, now: Date): SignatureRecord {
  const before = Object.fromEntries(Object.entries(was).map(([name, value]) => [name, value ?? undefined]));
  const then = signatureRecord.parse({ ...record, ...before });
  // The history keeps the decision that is undone, so it no longer says whether the signature was accepted before.
  const accepted = acceptedAs({ ...then, history: then.history.filter((entry) => entry.at < at) }) ?? 'no';
  const back = addToHistory({ ...then, accepted }, 'restored', now);
  const quiet = mails.reduce((next, mail) => withoutMail(next, mail, now), back);
  if (record.withdrawnAt === undefined) {
    const isRenamed = !isDeepStrictEqual(publicFieldsOf(record), publicFieldsOf(back));
    return isRenamed ? withMail(quiet, 'receipt', now) : quiet;
  }
  if (quiet.due !== 'expiry') return quiet;
  return withMail({ ...quiet, due: undefined, dueAt: undefined }, 'receipt', now);
}
