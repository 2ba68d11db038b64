/** Letters in the table. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type LetterSlug, letterSlug } from '../ids.ts';
import {
  countedLetterKey,
  letterIndexKey,
  letterKey,
  letterTextKey,
  letterWordingKey,
} from '../platform/store/keys.ts';
import { type Consistency, readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { type TransactItems, transact } from '../platform/store/transaction.ts';
import { isoTimestamp } from '../time.ts';
import { block } from './blocks.ts';
import { type Letter, type LetterVersion, letter } from './letter.ts';
import type { OwnWording } from './own-texts.ts';
import { hashText, storedLetterText } from './text.ts';

/** @returns the letter, or undefined when it does not exist. One read. */
export async function readLetter(
  store: Store,
  slug: LetterSlug,
  consistency?: Consistency,
): Promise<Letter | undefined> {
  const item = await readItem(store, letterKey(slug), consistency);
  return item && letter.parse(item);
}

/** A text with its body compiled for pages. */
const storedText = z.object({ text: storedLetterText, blocks: z.array(block) });
export type StoredText = z.infer<typeof storedText>;

/** @returns the text of that version in that language, if it exists. One strongly consistent read. */
export async function readText(
  store: Store,
  slug: LetterSlug,
  { texts }: LetterVersion,
  language: string,
): Promise<StoredText | undefined> {
  const hash = texts[language];
  return hash === undefined ? undefined : readTextWithHash(store, slug, language, hash);
}

/** @returns the text in that language with that SHA-256, if the letter ever had it. One read. */
export async function readTextWithHash(
  store: Store,
  slug: LetterSlug,
  language: string,
  hash: string,
  consistency?: Consistency,
): Promise<StoredText | undefined> {
  const item = await readItem(store, letterTextKey(slug, language, hash), consistency);
  return item && storedText.parse(item);
}

const storedWording = z.object({ language: z.string(), at: isoTimestamp, strings: z.record(z.string(), z.string()) });

/** @returns the text of a wording of the letter's own, or undefined when it never had that one */
export async function readOwnWording(store: Store, slug: LetterSlug, id: string) {
  const item = await readItem(store, letterWordingKey(slug, id));
  return item && storedWording.parse(item);
}

const letterIndexRow = letter.pick({ title: true, state: true, settings: true }).extend({ sk: letterSlug });

/** @returns one entry per letter, by slug, whatever its state */
export async function listLetters(store: Store) {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :shelf',
      ExpressionAttributeValues: { ':shelf': 'LETTERS' },
    }),
  );
  return z
    .array(letterIndexRow)
    .parse(Items ?? [])
    .map(({ sk, ...row }) => ({ slug: sk, ...row }));
}

/** The part of the letter that a reader of the count needs. What housekeeping stores beside it stays. */
function countedLetter(
  { table }: Store,
  slug: LetterSlug,
  { state, goal }: { state: string; goal: number | undefined },
) {
  return {
    TableName: table,
    Key: countedLetterKey(slug),
    UpdateExpression: goal === undefined ? 'SET #state = :state REMOVE goal' : 'SET #state = :state, goal = :goal',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':state': state, ...(goal === undefined ? {} : { ':goal': goal }) },
  };
}

/**
 * Writes a letter, its new texts and its new own wordings in one transaction.
 *
 * @param next the letter to store; its revision must be one above the stored one (1 for a new letter)
 * @param also items to write with it: the audit entries
 * @returns whether it was written; false when another write came first
 */
export async function writeLetter(
  store: Store,
  next: Letter,
  newTexts: readonly StoredText[],
  newWordings: readonly OwnWording[] = [],
  also: TransactItems = [],
): Promise<boolean> {
  const { slug, title, state, settings } = next;
  const { written } = await transact(store, [
    {
      Put: {
        TableName: store.table,
        Item: { ...letterKey(slug), ...next },
        ConditionExpression: next.revision === 1 ? 'attribute_not_exists(pk)' : 'revision = :before',
        ...(next.revision === 1 ? {} : { ExpressionAttributeValues: { ':before': next.revision - 1 } }),
      },
    },
    { Put: { TableName: store.table, Item: { ...letterIndexKey(slug), title, state, settings } } },
    { Update: countedLetter(store, slug, { state, goal: settings.goal }) },
    ...newTexts.map(({ text, blocks }) => ({
      Put: {
        TableName: store.table,
        Item: { ...letterTextKey(slug, text.language, hashText(text)), text, blocks },
      },
    })),
    ...newWordings.map(({ id, language, strings }) => ({
      Put: {
        TableName: store.table,
        Item: { ...letterWordingKey(slug, id), language, strings, at: next.updatedAt },
      },
    })),
    ...also,
  ]);
  return written;
}
