/**
 * Test signatures: people who read a draft by its preview link try how signing works. Each is a row of its own kind and
 * no signature, so that no list, count, claim, export or index can include it
 * (docs/decisions/081-test-signatures.md).
 */

import * as z from 'zod';
import { letterSlug, type SignatureId, signatureId } from '../ids.ts';
import { coSignatoryKind, type Letter } from '../letter/letter.ts';
import { readPreviewLink } from '../letter/preview-link.ts';
import { readLetter } from '../letter/storage.ts';
import { DeleteCommand } from '../platform/store/commands.ts';
import { listedTestKey, testSignatureKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { storedToken } from '../platform/token/token.ts';
import { isoTimestamp } from '../time.ts';

/** Time that a test is kept and its link works, in milliseconds. */
export const testKeptFor = 7 * 24 * 3600 * 1000;

export const testSignature = z.object({
  id: signatureId,
  letter: letterSlug,
  /** Hash of the preview link: the test ends with the link. */
  link: z.string(),
  /** Language of pages and mails, and of the text that was read. */
  language: z.string(),
  textLanguage: z.string(),
  kind: coSignatoryKind,
  /** These are erased with the confirmation. */
  organisationName: z.string().optional(),
  signatoryName: z.string().default(''),
  signatoryRole: z.string().optional(),
  email: z.string().default(''),
  submittedAt: isoTimestamp,
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
  confirmedAt: isoTimestamp.optional(),
  tokens: z.array(storedToken).default([]),
  /** Its mail, until that was sent. */
  due: z.literal('test').optional(),
});
export type TestSignature = z.infer<typeof testSignature>;

/** The row by which the tests of a letter are found. */
export const listedTest = testSignature.pick({ id: true, link: true, expiresAt: true });

/** @returns the test, whether or not it is over. One strongly consistent read */
export async function readTest(store: Store, id: SignatureId): Promise<TestSignature | undefined> {
  const item = await readItem(store, testSignatureKey(id));
  return item && testSignature.parse(item);
}

/** @returns whether the test still works: only while its letter is a draft and its preview link is the current one */
export function isTestAlive(
  { link, expiresAt }: Pick<TestSignature, 'link' | 'expiresAt'>,
  { letter, current }: { letter: Letter | undefined; current: string | undefined },
  now: number,
): boolean {
  return letter?.state === 'draft' && link === current && expiresAt > now;
}

/** @returns the test and its draft, while it works. Three reads, none from a cache */
export async function findLiveTest(
  store: Store,
  id: SignatureId,
  now: number,
): Promise<{ test: TestSignature; letter: Letter } | undefined> {
  const test = await readTest(store, id);
  if (!test) return undefined;
  const [letter, current] = await Promise.all([readLetter(store, test.letter), readPreviewLink(store, test.letter)]);
  const isAlive = isTestAlive(test, { letter, current: current?.hash }, now);
  return letter && isAlive ? { test, letter } : undefined;
}

/** Deletes a test. Safe to repeat: the row by which it is found goes last. */
export async function dropTest(
  { client, table }: Store,
  { id, letter }: Pick<TestSignature, 'id' | 'letter'>,
): Promise<void> {
  for (const Key of [testSignatureKey(id), listedTestKey(letter, id)]) {
    await client.send(new DeleteCommand({ TableName: table, Key }));
  }
}
