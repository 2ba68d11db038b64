/**
 * What became of the first mails about submissions, by letter and day of the submission: numbers, and nothing about who it
 * was. The mailer notes each mail that it has dealt with and writes once for all that came with one message batch, so no
 * request pays for it and no row is hot. Where a process dies in between, the numbers lack what it noted.
 */
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { LetterSlug } from '../ids.ts';
import { figuresDayKey, figuresPartition } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';

/** Whether the mail that asks to confirm went out, or was held as suspicious or one too many. */
type FirstMail = 'mailed' | 'held';

/** What is added to the numbers for one submission. */
export interface FirstMails {
  readonly mailed: number;
  readonly held: number;
}

/**
 * @param outcome what became of the first mail just now
 * @param before what it stands as already: that of a submission that was released is dealt with again
 * @returns what is to be added, so that a submission stands under one of the two; undefined when it does. What was
 *   mailed once stays mailed
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
  /** Adds what was noted to the table: one UpdateItem for each letter and day. */
  readonly write: (store: Store) => Promise<void>;
}

/** @returns what collects numbers until they are written */
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

/** @returns the days on which somebody submitted, oldest first. One Query: a row a day, so years fit in it */
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
      // Below zero where the process that noted what was held died, and it was released later.
      .map(({ sk, mailed, held }) => ({ day: sk, mailed, held: Math.max(0, held) }))
  );
}
