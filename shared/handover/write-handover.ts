/** Writes an action of the secretariat on a handover in one transaction, unless the handover has changed. */
import { type Actor, type AuditAction, auditPut } from '../audit/audit.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { LetterSlug, SignatureId } from '../ids.ts';
import { readTextWithHash } from '../letter/storage.ts';
import type { LetterText } from '../letter/text.ts';
import { deliveryKey, handoverKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import { type TransactItems, transact } from '../platform/store/transaction.ts';
import type { ByHand, Handover, SentCopy } from './handover.ts';

export type Outcome<Done> =
  | ({ readonly outcome: 'done' } & Done)
  /** Somebody else changed it since it was read. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'refused'; readonly why: string };

/** The handover as it was read, with its delivery and the actor. */
export interface Acting {
  readonly store: Store;
  readonly letter: LetterSlug;
  readonly delivery: Delivery;
  readonly handover: Handover;
  readonly by: Actor;
  readonly now: Date;
}

/** An addressee is identified by their position in the frozen text; the public page takes the name from there. */
export function isUnknown(
  { addressee }: { readonly addressee?: number | undefined },
  { addressees }: LetterText,
): boolean {
  return addressee !== undefined && addressee >= addressees.length;
}

/** @returns the text that was frozen, in that language. One read */
export async function frozenText(
  { store, letter, delivery }: Pick<Acting, 'store' | 'letter' | 'delivery'>,
  language: string,
): Promise<LetterText | undefined> {
  const hash = delivery.frozen?.texts[language];
  return hash === undefined ? undefined : (await readTextWithHash(store, letter, language, hash))?.text;
}

export type Added =
  | readonly [list: 'mails', id: SignatureId, one: SentCopy]
  | readonly [list: 'byHand', id: string, one: ByHand];

interface Change {
  readonly added: readonly Added[];
  readonly language?: string;
  readonly did: AuditAction;
}

/**
 * Adds to the handover unless it changed since it was read. Entries are written one by one, as the mailer writes the
 * states of others meanwhile.
 */
export async function writeHandover(acting: Acting, { added, language, did }: Change, also: TransactItems = []) {
  const { store, letter, delivery, handover, by, now } = acting;
  const Key = handoverKey(letter, delivery.id);
  const more = language ? { language } : {};
  const only = (list: Added[0]) =>
    Object.fromEntries(added.flatMap(([name, id, one]) => (name === list ? [[id, one]] : [])));
  const first = {
    Put: {
      TableName: store.table,
      Item: { ...handover, ...more, ...Key, mails: only('mails'), byHand: only('byHand'), revision: 1 },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
  const set = [
    ...added.map(([list], place) => `${list}.#id${place} = :one${place}`),
    ...Object.keys(more).map((name) => `#${name} = :${name}`),
  ];
  const later = {
    Update: {
      TableName: store.table,
      Key,
      UpdateExpression: `SET ${[...set, 'revision = :next'].join(', ')}`,
      ConditionExpression: 'revision = :seen',
      ExpressionAttributeNames: orNone({
        ...Object.fromEntries(added.map(([, id], place) => [`#id${place}`, id])),
        ...Object.fromEntries(Object.keys(more).map((name) => [`#${name}`, name])),
      }),
      ExpressionAttributeValues: {
        ':seen': handover.revision,
        ':next': handover.revision + 1,
        ...Object.fromEntries(added.map(([, , one], place) => [`:one${place}`, one])),
        ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`:${name}`, value])),
      },
    },
  };
  const line = auditPut(store, { by, did, scope: letter, subject: delivery.id, after: { number: added.length } }, now);
  const { written } = await transact(store, [handover.revision === 0 ? first : later, line, ...also]);
  return written;
}

/** DynamoDB refuses an empty map of names. */
const orNone = <Names extends object>(names: Names): Names | undefined =>
  Object.keys(names).length > 0 ? names : undefined;

/** The documents still exist (an erasure makes them again), and nobody cancelled the delivery. */
export function isReady(acting: Acting) {
  return onDelivery(acting, 'progress.#state = :ready AND attribute_not_exists(cancelledAt)', {
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':ready': 'ready' },
  });
}

export function onDelivery({ store, letter, delivery }: Acting, ConditionExpression: string, more: object = {}) {
  return {
    ConditionCheck: {
      TableName: store.table,
      Key: deliveryKey(letter, delivery.id),
      ConditionExpression,
      ...more,
    },
  };
}
