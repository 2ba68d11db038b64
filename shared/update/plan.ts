/**
 * When updates of a letter are sent: at most one a day unless an owner overrides this, and one after the other. The
 * plan is one row, written with each decision, so that two members who decide at the same moment cannot both be right.
 */
import * as z from 'zod';
import { type LetterSlug, type UpdateId, updateId } from '../ids.ts';
import { updatePlanKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { isoTimestamp } from '../time.ts';

export const plan = z.object({
  sends: z.array(z.object({ update: updateId, at: isoTimestamp })).default([]),
  /** The update that is being sent, paused, or being cancelled. */
  active: updateId.optional(),
  revision: z.int().default(0),
});
export type Plan = z.infer<typeof plan>;

/** @returns the plan of a letter; an empty one when no update was ever sent. One strongly consistent read */
export async function readPlan(store: Store, slug: LetterSlug): Promise<Plan> {
  return plan.parse((await readItem(store, updatePlanKey(slug))) ?? {});
}

const day = 24 * 3600 * 1000;

/** @returns whether another update is sent within a day before or after that time */
export function isTooSoon({ sends }: Plan, id: UpdateId, at: Date): boolean {
  return sends.some((one) => one.update !== id && Math.abs(Date.parse(one.at) - at.getTime()) < day);
}

/** Entries that are kept: only those of the last day matter, and those to come. */
const maxSends = 50;

/** @returns the plan with that update at that time */
export function withSend({ sends, ...others }: Plan, id: UpdateId, at: Date): Plan {
  const all = [...sends.filter(({ update }) => update !== id), { update: id, at: at.toISOString() }];
  return { ...others, sends: all.slice(-maxSends) };
}

/** @returns the plan without that update, which was not sent to anybody */
export function withoutSend({ sends, ...others }: Plan, id: UpdateId): Plan {
  return { ...others, sends: sends.filter(({ update }) => update !== id) };
}

/** @returns the transaction item that writes the plan unless it changed since it was read */
export function planPut(store: Store, slug: LetterSlug, next: Plan) {
  const { revision } = next;
  return {
    Put: {
      TableName: store.table,
      Item: { ...updatePlanKey(slug), ...next, revision: revision + 1 },
      ...(revision === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'revision = :seen', ExpressionAttributeValues: { ':seen': revision } }),
    },
  };
}
