/** Reads letters from the table. `write-letter.ts` writes them. */

import * as z from 'zod';
import { type LetterSlug, letterSlug } from '../ids.ts';
import { QueryCommand } from '../platform/store/commands.ts';
import { letterKey, lettersPartition, letterTextKey, letterWordingKey } from '../platform/store/keys.ts';
import { parseOnce } from '../platform/store/parse-once.ts';
import { type Consistency, readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { isoTimestamp } from '../time.ts';
import { block } from './blocks.ts';
import { type Letter, type LetterVersion, letter } from './letter.ts';
import { storedLetterText } from './text.ts';

/** @returns the letter, or undefined when it does not exist. One read. */
export async function readLetter(
  store: Store,
  slug: LetterSlug,
  consistency?: Consistency,
): Promise<Letter | undefined> {
  const item = await readItem(store, letterKey(slug), consistency);
  return item && parseLetter(item);
}

const parseLetter = parseOnce(letter);

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
  return item && parseText(item);
}

const parseText = parseOnce(storedText);

const storedWording = z.object({ language: z.string(), at: isoTimestamp, strings: z.record(z.string(), z.string()) });

/** @returns the text of a wording of the letter's own, or undefined when it never had that one */
export async function readOwnWording(store: Store, slug: LetterSlug, id: string) {
  const item = await readItem(store, letterWordingKey(slug, id));
  return item && storedWording.parse(item);
}

const letterIndexRow = letter.pick({ title: true, state: true, settings: true }).extend({ sk: letterSlug });

/** @returns one entry per letter, by slug, in any state */
export async function listLetters(store: Store) {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :letters',
      ExpressionAttributeValues: { ':letters': lettersPartition },
    }),
  );
  return z
    .array(letterIndexRow)
    .parse(Items ?? [])
    .map(({ sk, ...row }) => ({ slug: sk, ...row }));
}
