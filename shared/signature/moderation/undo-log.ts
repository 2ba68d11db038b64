/**
 * Records actions of the secretariat on a signature: an audit entry, and beside the signature its previous values, so
 * that the action can be undone. Both are written with the change. The previous values are kept for a month, and
 * deleted when the signature is erased.
 */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type Actor, type AuditAction, actor, auditAction, auditPut, type States } from '../../audit/audit.ts';
import { type SignatureId, signatureId, toBase32 } from '../../ids.ts';
import { mailKind } from '../../mail/kind.ts';
import { DeleteCommand, QueryCommand } from '../../platform/store/commands.ts';
import { signatureKey, undoKey } from '../../platform/store/keys.ts';
import type { Store } from '../../platform/store/store.ts';
import { isoTimestamp } from '../../time.ts';
import { changedFields } from '../changed-fields.ts';
import type { Also } from '../commit.ts';
import { stateOf } from '../owner/owner-view.ts';
import type { SignatureRecord } from '../record.ts';

/** Time within which an action can be undone, in milliseconds. */
const keptFor = 30 * 24 * 3600 * 1000;

export const undoId = z
  .string()
  .regex(/^[0-9a-z]{9}[0-9a-hjkmnp-tv-z]{12}$/)
  .brand('ActId');
export type UndoId = z.infer<typeof undoId>;

/** Ids of undo entries sort by time. */
export function makeUndoId(now: Date): UndoId {
  return undoId.parse(now.getTime().toString(36).padStart(9, '0') + toBase32(randomBytes(12)));
}

const act = z.object({
  id: undoId,
  at: isoTimestamp,
  by: actor,
  did: auditAction,
  /** All signatures that the action changed, including this one. */
  of: z.array(signatureId),
  /** Revision of the signature after the action: later changes prevent the undo. */
  revision: z.int(),
  /** Previous values of the changed fields; null for absent ones. */
  was: z.record(z.string(), z.unknown()),
  /** Mails that became due with it. */
  mails: z.array(mailKind),
  bulk: z.string().optional(),
  undoneAt: isoTimestamp.optional(),
});
export type UndoEntry = z.infer<typeof act>;

/** An action as callers describe it. */
export interface NewUndoEntry {
  readonly id: UndoId;
  readonly by: Actor;
  readonly did: AuditAction;
  /** Id of the bulk job, if it is part of one. */
  readonly bulk?: string | undefined;
}

/** @returns the states of a signature in words that identify nobody: a replay of the audit trail steps through them */
export function statesOf(record: SignatureRecord): States {
  return {
    state: stateOf(record),
    display: record.display,
    moderation: record.moderation ?? null,
    reviewBecause: record.reviewBecause ?? null,
    duplicateOf: record.duplicateOf ?? null,
    withdrawn: record.withdrawnAt !== undefined,
    verification: record.verification ?? null,
    featured: record.featured ?? null,
    heldBecause: record.heldBecause ?? null,
    revision: record.revision,
  };
}

/** @returns the items to write with the steps: an audit entry for each signature, and its previous values */
export function undoEntryPut(store: Store, { id, by, did, bulk }: NewUndoEntry, now: Date): Also {
  return (steps) =>
    steps.flatMap((step) => {
      const { before } = step;
      const after = { ...step.after, revision: before.revision + 1 };
      const fields = changedFields(step);
      const was = new Map<string, unknown>(Object.entries(before));
      const kept: UndoEntry = {
        id,
        at: now.toISOString(),
        by,
        did,
        of: steps.map((one) => one.before.id),
        revision: after.revision,
        was: Object.fromEntries(fields.map((name) => [name, was.get(name) ?? null])),
        mails: mailsOf(after).filter((mail) => !mailsOf(before).includes(mail)),
        bulk,
      };
      const ttl = Math.ceil((now.getTime() + keptFor) / 1000);
      const line = { by, did, scope: before.letter, subject: before.id, fields, bulk };
      return [
        { Put: { TableName: store.table, Item: { ...undoKey(before.id, id), ...kept, ttl } } },
        auditPut(store, { ...line, before: statesOf(before), after: statesOf(after) }, now),
      ];
    });
}

function mailsOf({ due, dueNext }: SignatureRecord) {
  const mail = mailKind.safeParse(due);
  return [...(mail.success ? [mail.data] : []), ...dueNext];
}

/** @returns the secretariat's actions on the signature within the last month, newest first, at most 50. One Query */
export async function listUndoEntries(store: Store, id: SignatureId): Promise<UndoEntry[]> {
  return z.array(act).parse(await queryActs(store, id, 50));
}

async function queryActs({ client, table }: Store, id: SignatureId, limit: number) {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :signature AND begins_with(sk, :act)',
      ExpressionAttributeValues: { ':signature': signatureKey(id).pk, ':act': undoKey(id, '').sk },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit,
    }),
  );
  return Items ?? [];
}

/** Deletes the previous values of the signature. */
export async function dropUndoEntries(store: Store, id: SignatureId): Promise<void> {
  for (;;) {
    const found = z.array(z.object({ id: z.string() })).parse(await queryActs(store, id, 50));
    if (found.length === 0) return;
    for (const one of found) {
      await store.client.send(new DeleteCommand({ TableName: store.table, Key: undoKey(id, one.id) }));
    }
  }
}
