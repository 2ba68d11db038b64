/** Decisions about sending an update: send or schedule, pause, resume, cancel. Each is one transaction. */
import { type Actor, type AuditAction, auditPut, type States } from '../audit/audit.ts';
import { updateDueKey, updateKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import { type TransactItems, transact } from '../platform/store/transaction.ts';
import { isTooSoon, type Plan, planPut, readPlan, withoutSend, withSend } from './plan.ts';
import { readSending } from './storage.ts';
import type { PausedBecause, Update } from './update.ts';

export type Outcome =
  | { readonly outcome: 'done'; readonly update: Update }
  /** Somebody else changed it since it was read. */
  | { readonly outcome: 'stale' }
  /** Another update is sent within a day: an owner may override this. */
  | { readonly outcome: 'too-soon' }
  | { readonly outcome: 'refused'; readonly why: string };

export interface Deciding {
  readonly store: Store;
  readonly update: Update;
  readonly by: Actor;
  readonly now: Date;
}

const refused = (why: string) => ({ outcome: 'refused', why }) as const;
const otherActive = 'Another update of this letter is being sent. Wait until it is sent, or cancel it.';

/**
 * Sends it now, or at a set time.
 *
 * @param at a time that has come means now
 * @param insists also when another is sent within a day
 */
export async function sendUpdate(deciding: Deciding, at: Date, insists: boolean): Promise<Outcome> {
  const { store, update, now } = deciding;
  if (update.state !== 'draft' && update.state !== 'scheduled') return refused('It was sent already.');
  const plan = await readPlan(store, update.letter);
  const isLater = at > now;
  const time = isLater ? at : now;
  if (!insists && isTooSoon(plan, update.id, time)) return { outcome: 'too-soon' };
  if (!isLater && plan.active) return refused(otherActive);
  const planned = withSend(plan, update.id, time);
  const due = { Put: { TableName: store.table, Item: { ...dueKeyOf(update), ...dueOf(update) } } };
  return isLater
    ? write(deciding, { state: 'scheduled', sendAt: at.toISOString() }, 'update.scheduled', [
        planPut(store, update.letter, planned),
        due,
      ])
    : begin(deciding, planned, [due]);
}

/**
 * Begins to send a scheduled update whose time has come. While another one of the letter is being sent, it waits.
 *
 * @returns whether it began
 */
export async function beginWhenDue(deciding: Deciding): Promise<boolean> {
  const { store, update, now } = deciding;
  if (update.state !== 'scheduled' || update.sendAt === undefined || update.sendAt > now.toISOString()) return false;
  const plan = await readPlan(store, update.letter);
  if (plan.active) return false;
  return (await begin(deciding, plan)).outcome === 'done';
}

function begin(deciding: Deciding, plan: Plan, also: TransactItems = []): Promise<Outcome> {
  const { store, update, now } = deciding;
  const change = { state: 'sending', sendAt: undefined, startedAt: now.toISOString() } as const;
  return write(deciding, change, 'update.started', [
    planPut(store, update.letter, { ...plan, active: update.id }),
    ...also,
  ]);
}

/** Pauses it: no further mail leaves. */
export async function pauseUpdate(deciding: Deciding, because: PausedBecause): Promise<Outcome> {
  const { state } = deciding.update;
  if (state === 'paused') return { outcome: 'done', update: deciding.update };
  if (state !== 'sending') return refused('It is not being sent.');
  return write(deciding, { state: 'paused', pausedBecause: because }, 'update.paused', [], { because });
}

/** Resumes it. If it paused itself, the mails sent before are judged no more: they would pause it again at once. */
export async function resumeUpdate(deciding: Deciding): Promise<Outcome> {
  const { state } = deciding.update;
  if (state === 'sending') return { outcome: 'done', update: deciding.update };
  if (state !== 'paused') return refused('It is not paused.');
  const { sent, bounced, complained } = await readSending(deciding.store, deciding.update.letter, deciding.update.id);
  const excused = { sent, bounced, complained };
  return write(deciding, { state: 'sending', pausedBecause: undefined, excused }, 'update.resumed');
}

/** Cancels it: people who have not got it yet never get it. A scheduled one becomes a draft again. */
export async function cancelUpdate(deciding: Deciding): Promise<Outcome> {
  const { store, update, now } = deciding;
  if (update.state === 'cancelled') return { outcome: 'done', update };
  if (update.state === 'scheduled') {
    const plan = await readPlan(store, update.letter);
    return write(deciding, { state: 'draft', sendAt: undefined }, 'update.cancelled', [
      planPut(store, update.letter, withoutSend(plan, update.id)),
      { Delete: { TableName: store.table, Key: dueKeyOf(update) } },
    ]);
  }
  if (update.state !== 'sending' && update.state !== 'paused') return refused('It is not being sent.');
  const ended = { state: 'cancelled', pausedBecause: undefined, endedAt: now.toISOString() } as const;
  return write(deciding, ended, 'update.cancelled');
}

/** Ends it once every mail is sent, or cleaned away after it was cancelled. @returns whether it ended */
export async function endUpdate({ store, update, now }: Omit<Deciding, 'by'>): Promise<boolean> {
  const { active, ...plan } = await readPlan(store, update.letter);
  const state = update.state === 'cancelled' ? 'cancelled' : 'sent';
  const next = { ...update, state, endedAt: update.endedAt ?? now.toISOString(), revision: update.revision + 1 };
  const { written } = await transact(store, [
    putUpdate(store, update, next),
    planPut(store, update.letter, active === update.id ? plan : { ...plan, active }),
    { Delete: { TableName: store.table, Key: dueKeyOf(update) } },
  ]);
  return written;
}

const dueKeyOf = ({ letter, id }: Update) => updateDueKey(letter, id);
const dueOf = ({ letter, id }: Update) => ({ letter, update: id });

async function write(
  { store, update, by, now }: Deciding,
  change: Partial<Update>,
  did: AuditAction,
  also: TransactItems = [],
  more: States = {},
): Promise<Outcome> {
  const next: Update = { ...update, ...change, changedAt: now.toISOString(), revision: update.revision + 1 };
  const states = { before: { state: update.state }, after: { state: next.state, ...more } };
  const line = auditPut(store, { by, did, scope: update.letter, subject: update.id, ...states }, now);
  const { written } = await transact(store, [putUpdate(store, update, next), line, ...also]);
  return written ? { outcome: 'done', update: next } : { outcome: 'stale' };
}

function putUpdate(store: Store, before: Update, next: object) {
  return {
    Put: {
      TableName: store.table,
      Item: { ...updateKey(before.letter, before.id), ...next },
      ConditionExpression: 'revision = :read',
      ExpressionAttributeValues: { ':read': before.revision },
    },
  };
}
