/** Writes letters. Apart from reading, so that the public API starts without what writing needs. */
import type { LetterSlug } from '../ids.ts';
import {
  countedLetterKey,
  letterIndexKey,
  letterKey,
  letterTextKey,
  letterWordingKey,
} from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import { type TransactItems, transact } from '../platform/store/transaction.ts';
import type { Letter } from './letter.ts';
import type { OwnWording } from './own-texts.ts';
import type { StoredText } from './storage.ts';
import { hashText } from './text.ts';

/** The part of the letter that a reader of the count needs. Other data that housekeeping stores in the row stays. */
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
