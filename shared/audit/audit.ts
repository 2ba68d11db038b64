/**
 * The audit trail: who did what to what, when, and which fields changed. An entry is written in the same transaction as
 * the change and never modified. It holds states before and after, never names, addresses or texts.
 */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type GrantScope, grantScope, toBase32 } from '../ids.ts';
import { putIf } from '../platform/store/change.ts';
import { auditKey, auditPartition } from '../platform/store/keys.ts';
import { queryPage } from '../platform/store/query.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import { isoTimestamp } from '../time.ts';

/** Actions, each a noun and a verb. */
export const auditAction = z.enum([
  'session.started',
  'session.ended',
  'member.invited',
  'member.changed',
  'member.revoked',
  'key.made',
  'key.revoked',
  'letter.created',
  'letter.saved',
  'letter.corrected',
  'letter.new-version',
  'letter.translation-removed',
  'letter.preview-link-made',
  'letter.preview-link-revoked',
  'letter.opened',
  'letter.closed',
  'letter.reopened',
  'letter.delivered',
  'delivery.started',
  'delivery.frozen',
  'delivery.retried',
  'handover.sent',
  'handover.recorded',
  'handover.changed',
  'handover.cancelled',
  'answer.recorded',
  'answer.changed',
  'answer.removed',
  'upload.added',
  'upload.published',
  'upload.hidden',
  'upload.removed',
  'logo.approved',
  'logo.declined',
  'update.written',
  'update.changed',
  'update.removed',
  'update.tested',
  'update.scheduled',
  'update.started',
  'update.paused',
  'update.resumed',
  'update.cancelled',
  'signature.approved',
  'signature.held',
  'signature.rejected',
  'signature.asked',
  'signature.vouched',
  'signature.featured',
  'signature.corrected',
  'signature.change-declined',
  'signature.merged',
  'signature.split',
  'signature.resent',
  'signature.withdrawn',
  'signature.forgotten',
  'signature.released',
  'signature.undone',
  'signature.imported',
  'signature.added',
  'signature.exported',
  'mailbox.seen',
  'mailbox.suppressed',
  'mailbox.released',
  'dispute.answered',
  'partner.added',
  'partner.changed',
  'partner.removed',
  'lists.changed',
  'pause.changed',
  'bulk.started',
  'bulk.cancelled',
  'bulk.rolled-back',
  'snapshot.taken',
]);
export type AuditAction = z.infer<typeof auditAction>;

/** The actor: a member, an API key, anybody with a shell on the stack, or the scheduler. */
export const actor = z.object({ kind: z.enum(['member', 'key', 'command-line', 'schedule']), id: z.string() });
export type Actor = z.infer<typeof actor>;

/** The actor for anybody with a shell on the stack. */
export const commandLine: Actor = { kind: 'command-line', id: 'npm' };

/** States only: words of closed lists, numbers, times and hashes. */
const states = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type States = z.infer<typeof states>;

export const auditEntry = z.object({
  id: z.string(),
  at: isoTimestamp,
  by: actor,
  did: auditAction,
  /** The letter concerned; `*` for none or all of them. */
  scope: grantScope,
  /** Id of the signature, member, key or partner concerned. */
  subject: z.string().optional(),
  /** Names of the fields that changed, never their values. */
  fields: z.array(z.string()).optional(),
  before: states.optional(),
  after: states.optional(),
  /** Id of the bulk job, when the entry is part of one. */
  bulk: z.string().optional(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** @returns the entry without links between signatures: a link to a named one reveals whose name is withheld */
export function withoutLinks({ before, after, ...entry }: AuditEntry): AuditEntry {
  const unlinked = (states: States | undefined) =>
    states && Object.fromEntries(Object.entries(states).filter(([name]) => name !== 'duplicateOf'));
  return { ...entry, before: unlinked(before), after: unlinked(after) };
}

/** An entry as callers pass it; id and time are added here. */
export type Happened = Omit<AuditEntry, 'id' | 'at'>;

/** @returns the transaction item that writes the entry together with the change that it describes */
export function auditPut(store: Store, happened: Happened, now: Date) {
  const entry: AuditEntry = { id: toBase32(randomBytes(12)), at: now.toISOString(), ...happened };
  const Item = { ...auditKey(entry.scope, entry.at, entry.id), ...entry };
  return { Put: { TableName: store.table, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
}

/** Writes an entry for an action that changes nothing else, such as looking at mailboxes. */
export async function writeAudit(store: Store, happened: Happened, now: Date): Promise<void> {
  // If its id is taken, this very entry was written, and the answer to that was lost.
  await putIf(store, auditPut(store, happened, now).Put);
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly next: string | undefined;
}

/**
 * One Query.
 *
 * @param month `2026-11`: the trail is stored by month, so that no partition grows without end
 * @param after `next` of the previous page
 */
export async function listAudit(
  store: Store,
  { scope, month }: { scope: GrantScope; month: string },
  {
    limit = 100,
    after,
    oldestFirst = false,
  }: { limit?: number; after?: string | undefined; oldestFirst?: boolean } = {},
): Promise<AuditPage> {
  const pk = auditPartition(scope, month);
  const start = after === undefined ? undefined : { pk, sk: after };
  const range = { start, limit, descending: !oldestFirst, consistency: 'consistent' } as const;
  const { rows, next } = await queryPage(store, table, pk, range, auditEntry);
  const last: unknown = next?.['sk'];
  return { entries: rows, next: typeof last === 'string' ? last : undefined };
}
