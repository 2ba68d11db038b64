/** Updates in the table: one partition for each letter, as its news page shows them. */
import * as z from 'zod';
import { type LetterSlug, letterSlug, type UpdateId, updateId } from '../ids.ts';
import { sendingKey, updateKey, updatesDuePartition, updatesPartition } from '../platform/store/keys.ts';
import { queryAll } from '../platform/store/query.ts';
import { type Consistency, readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import { type Sending, sending } from './sending.ts';
import { type Update, update } from './update.ts';

/** @returns the update, or undefined when the letter has none with that id. One read */
export async function readUpdate(
  store: Store,
  slug: LetterSlug,
  id: string,
  consistency?: Consistency,
): Promise<Update | undefined> {
  const known = updateId.safeParse(id);
  const item = known.success ? await readItem(store, updateKey(slug, known.data), consistency) : undefined;
  return item && update.parse(item);
}

/** @returns the updates of a letter, the latest first. One Query for each page of 1 MB */
export async function listUpdates(store: Store, slug: LetterSlug, consistency?: Consistency): Promise<Update[]> {
  const range = { keys: { prefix: 'UPDATE#' }, ...(consistency ? { consistency } : {}) };
  const found = await queryAll(store, table, updatesPartition(slug), range, update);
  return found.toSorted((a, b) => momentOf(b).localeCompare(momentOf(a)) || a.id.localeCompare(b.id));
}

const momentOf = ({ startedAt, sendAt, madeAt }: Update) => startedAt ?? sendAt ?? madeAt;

/** @returns how far sending it is; zeros before it began. One strongly consistent read */
export async function readSending(store: Store, slug: LetterSlug, id: UpdateId): Promise<Sending> {
  return sending.parse((await readItem(store, sendingKey(slug, id))) ?? {});
}

const dueUpdate = z.object({ letter: letterSlug, update: updateId });
export type DueUpdate = z.infer<typeof dueUpdate>;

/** @returns the updates of all letters that are scheduled, being sent, or being cancelled: few. One Query */
export function listDueUpdates(store: Store): Promise<DueUpdate[]> {
  return queryAll(store, table, updatesDuePartition, { consistency: 'consistent' }, dueUpdate);
}
