/**
 * Outcomes of the first mails of submissions, by letter and day of the submission: numbers only, nothing about people.
 * The mailer notes each mail and writes once per message batch, so no request pays for it and no row is hot. If a
 * process dies before it writes, its numbers are missing.
 */

import * as z from 'zod';
import type { LetterSlug } from '../ids.ts';
import { QueryCommand, UpdateCommand } from '../platform/store/commands.ts';
import { figuresDayKey, figuresPartition } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';

/** Whether the mail that asks to confirm went out, or was held as suspicious or over a cap. */
type FirstMail = 'mailed' | 'held';

/** The change to the numbers for one submission. */
export interface FirstMails {
  readonly mailed: number;
  readonly held: number;
}

/**
 * @param outcome the outcome of the first mail, just determined
 * @param before the outcome noted earlier, since a released submission is handled again
 * @returns the change that counts the submission under exactly one outcome; undefined when there is nothing to change.
 *   A submission counted as mailed stays so
 */
export function firstMails(outcome: FirstMail, before: FirstMail | undefined): FirstMails | undefined {
  if (before === undefined) return { mailed: outcome === 'mailed' ? 1 : 0, held: outcome === 'held' ? 1 : 0 };
  return before === 'held' && outcome === 'mailed' ? { mailed: 1, held: -1 } : undefined;
}

interface Noted {
  readonly letter: LetterSlug;
  readonly day: string;
  mailed: number;
  held: number;
}

export interface DayCounter {
  readonly note: (record: { readonly letter: LetterSlug; readonly submittedAt: string }, added: FirstMails) => void;
  /** Writes the noted numbers to the table: one UpdateItem per letter and day. */
  readonly write: (store: Store) => Promise<void>;
}

/** @returns a counter that collects numbers until they are written */
export function countDays(): DayCounter {
  let noted = new Map<string, Noted>();
  return {
    note({ letter, submittedAt }, { mailed, held }) {
      const day = submittedAt.slice(0, 10);
      const row = noted.get(`${letter} ${day}`) ?? { letter, day, mailed: 0, held: 0 };
      row.mailed += mailed;
      row.held += held;
      noted.set(`${letter} ${day}`, row);
    },
    async write(store) {
      const rows = [...noted.values()];
      noted = new Map();
      await Promise.all(rows.map((row) => addTo(store, row)));
    },
  };
}

async function addTo({ client, table }: Store, { letter, day, mailed, held }: Noted): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName: table,
      Key: figuresDayKey(letter, day),
      UpdateExpression: 'ADD mailed :mailed, held :held',
      ExpressionAttributeValues: { ':mailed': mailed, ':held': held },
    }),
  );
}

const dayRow = z.object({ sk: z.iso.date(), mailed: z.int(), held: z.int() });

export interface Day {
  readonly day: string;
  readonly mailed: number;
  readonly held: number;
}

/** @returns the days with submissions, oldest first. One Query: with one row a day, years fit in it */
export async function readDays(store: Store, letter: LetterSlug): Promise<Day[]> {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :days',
      ExpressionAttributeValues: { ':days': figuresPartition(letter) },
    }),
  );
  return (
    z
      .array(dayRow)
      .parse(Items ?? [])
      // Negative when a process died before it wrote a held mail that was later released.
      .map(({ sk, mailed, held }) => ({ day: sk, mailed, held: Math.max(0, held) }))
  );
}
