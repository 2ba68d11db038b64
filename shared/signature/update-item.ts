/** Writes a changed signature: only the attributes that differ, and only if it has not changed since it was read. */
import { isDeepStrictEqual } from 'node:util';
import { sweepAt } from '../mail/sweep-time.ts';
import { signatureKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import type { SignatureRecord } from './record.ts';
import { storedForm } from './stored.ts';

/** A signature before and after a change. */
export interface Step {
  readonly before: SignatureRecord;
  readonly after: SignatureRecord;
}

/** Attributes that always differ on a row of the previous release, so that they are written in the current form. */
const places = new Set(['listKey', 'nameSort']);
const entriesOf = (record: SignatureRecord) => {
  const attributes = Object.entries(storedForm(record));
  return new Map(record.earlierForm ? attributes.filter(([name]) => !places.has(name)) : attributes);
};

/** Fields of the mailer's lease; they are cleared when another mail becomes due. */
const lease = ['leasedUntil', 'leaseOwner', 'sweeps'];

/** @returns the transaction item that turns one record into the other, unless it has changed since it was read */
export function updateItem(store: Store, { before, after }: Step) {
  const isDue = before.due !== after.due || before.dueAt !== after.dueAt;
  const lookAt = isDue && after.dueAt ? sweepAt(after.dueAt, before.lookAt) : before.lookAt;
  const from = entriesOf(before);
  const to = entriesOf({
    ...after,
    lookAt: after.due && lookAt,
    revision: before.revision + 1,
    earlierForm: undefined,
  });
  const changed = [...new Set([...from.keys(), ...to.keys()])].filter(
    (name) =>
      !lease.includes(name) &&
      // The sweep may have moved it meanwhile.
      ((name === 'lookAt' && isDue) || !isDeepStrictEqual(from.get(name), to.get(name))),
  );
  const isPending = before.confirmedAt === undefined;
  const movesMail = isDue || changed.includes('dueNext');
  const set = changed.filter((name) => to.get(name) !== undefined);
  const removed = [
    ...changed.filter((name) => to.get(name) === undefined),
    ...(movesMail ? lease : []),
    // Only pending signatures expire.
    ...(isPending ? ['ttl'] : []),
  ];
  const condition = isPending ? pendingStill : unchangedSince(before, movesMail);
  return {
    Update: {
      TableName: store.table,
      Key: signatureKey(before.id),
      UpdateExpression: [
        `SET ${set.map((name) => `#${name} = :${name}`).join(', ')}`,
        removed.length > 0 ? `REMOVE ${removed.map((name) => `#${name}`).join(', ')}` : '',
      ].join(' '),
      ConditionExpression: condition.expression,
      ExpressionAttributeNames: Object.fromEntries(
        [...set, ...removed, ...condition.names].map((name) => [`#${name}`, name]),
      ),
      ExpressionAttributeValues: {
        ...Object.fromEntries(set.map((name) => [`:${name}`, to.get(name)])),
        ...condition.values,
      },
    },
  };
}

interface Condition {
  readonly expression: string;
  readonly names: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** Until the confirmation only the mailer writes, and the confirmation answers its request. */
const pendingStill: Condition = {
  expression: 'attribute_exists(pk) AND attribute_not_exists(#confirmedAt)',
  names: ['confirmedAt'],
  values: {},
};

/** The mailer settles mails without changing the revision, so a change of mails also checks those fields. */
function unchangedSince({ revision, due, dueNext }: SignatureRecord, movesMail: boolean): Condition {
  if (!movesMail) return { expression: '#revision = :read', names: ['revision'], values: { ':read': revision } };
  return {
    expression: [
      '#revision = :read',
      due ? '#due = :readDue' : 'attribute_not_exists(#due)',
      dueNext.length > 0 ? '#dueNext = :readNext' : '(attribute_not_exists(#dueNext) OR size(#dueNext) = :none)',
    ].join(' AND '),
    names: ['revision', 'due', 'dueNext'],
    values: {
      ':read': revision,
      ...(due ? { ':readDue': due } : {}),
      ...(dueNext.length > 0 ? { ':readNext': dueNext } : { ':none': 0 }),
    },
  };
}
