/** Answers of addressees to a letter: recorded by the secretariat, shown under the letter. */
import { createHash, randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { type Actor, type AuditAction, auditPut } from '../audit/audit.ts';
import { type LetterSlug, toBase32 } from '../ids.ts';
import { block } from '../letter/blocks.ts';
import { answerKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { transact } from '../platform/store/transaction.ts';
import { languageTag } from '../text/language-tag.ts';
import { line, paragraphs } from '../text/plain-text.ts';
import { isoTimestamp } from '../time.ts';
import { uploadRemoval } from '../upload/removal.ts';
import { readUploads } from '../upload/storage.ts';

export const answerId = z.string().regex(/^[0-9a-hjkmnp-tv-z]{12}$/);

/** The part that the secretariat types. The text is Markdown. */
export const answerFields = z.strictObject({
  from: line(200),
  receivedOn: z.iso.date(),
  language: languageTag,
  text: paragraphs(50_000),
});
export type AnswerFields = z.infer<typeof answerFields>;

/** An answer as stored. `blocks` is the text, compiled when it was saved (docs/decisions/005-markdown-at-import.md). */
export const answer = z.object({
  ...answerFields.shape,
  id: answerId,
  blocks: z.array(block),
  recordedAt: isoTimestamp,
  revision: z.int().min(1),
});
export type Answer = z.infer<typeof answer>;

const randomId = () => toBase32(randomBytes(12));

/** @returns an answer with a new id, not stored yet */
export function newAnswer(fields: AnswerFields, now: Date, id = randomId()): Promise<Answer> {
  return withFields({ id, recordedAt: now.toISOString(), revision: 1 }, fields);
}

/**
 * Records an answer. The same fields again are the same answer, as when a form is sent again after an error: its id
 * follows from them, unless the answer that they made was changed since.
 *
 * @returns the answer as stored; undefined when it could not be written, which is a fault of ours
 */
export async function recordAnswer(
  store: Store,
  slug: LetterSlug,
  fields: AnswerFields,
  by: Actor,
  now: Date,
): Promise<Answer | undefined> {
  const { from, receivedOn, language, text } = fields;
  const hash = createHash('sha256').update(JSON.stringify([from, receivedOn, language, text]));
  const next = await newAnswer(fields, now, toBase32(hash.digest().subarray(0, 12)));
  const written = await writeAnswer(store, slug, { before: undefined, next, by }, now);
  if (written) return written;
  const known = await readAnswer(store, slug, next.id);
  if (known && isDeepStrictEqual({ ...known, ...fields }, known)) return known;
  return writeAnswer(store, slug, { before: undefined, next: { ...next, id: randomId() }, by }, now);
}

type Kept = Pick<Answer, 'id' | 'recordedAt' | 'revision'>;

/** @returns the answer with other words */
export async function withFields({ id, recordedAt, revision }: Kept, fields: AnswerFields): Promise<Answer> {
  // Loaded with the first answer: the parser of Markdown is large.
  const { compileMarkdown } = await import('../letter/markdown.ts');
  const blocks = compileMarkdown(fields.text);
  return { ...fields, id, recordedAt, revision, blocks };
}

/** @returns the answer, or undefined when the letter has none with that id. One strongly consistent read */
export async function readAnswer(store: Store, slug: LetterSlug, id: string): Promise<Answer | undefined> {
  if (!answerId.safeParse(id).success) return undefined;
  const item = await readItem(store, answerKey(slug, id));
  return item && answer.parse(item);
}

/**
 * Writes a new or a changed answer with its line in the audit trail.
 *
 * @param before the answer as it was read, if it was there
 * @returns the answer as written, or undefined when it changed since
 */
export async function writeAnswer(
  store: Store,
  slug: LetterSlug,
  { before, next, by }: { before: Answer | undefined; next: Answer; by: Actor },
  now: Date,
): Promise<Answer | undefined> {
  const written = { ...next, revision: (before?.revision ?? 0) + 1 };
  const Put = { TableName: store.table, Item: { ...answerKey(slug, next.id), ...written }, ...unchanged(before) };
  const done = await transact(store, [
    { Put },
    trail(store, slug, next.id, before ? 'answer.changed' : 'answer.recorded', by, now),
  ]);
  return done.written ? written : undefined;
}

/** Removes an answer with its files. @returns whether it was still as it was read */
export async function removeAnswer(
  store: Store,
  slug: LetterSlug,
  before: Answer,
  by: Actor,
  now: Date,
): Promise<boolean> {
  const Delete = { TableName: store.table, Key: answerKey(slug, before.id), ...unchanged(before) };
  const files = (await readUploads(store, slug, 'upload')).filter(
    ({ target }) => target.kind === 'answer' && target.answer === before.id,
  );
  const { written } = await transact(store, [
    { Delete },
    trail(store, slug, before.id, 'answer.removed', by, now),
    ...files.flatMap((file) => uploadRemoval(store, file, now)),
  ]);
  return written;
}

function unchanged(before: Answer | undefined) {
  if (!before) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression: 'revision = :before',
    ExpressionAttributeValues: { ':before': before.revision },
  };
}

function trail(store: Store, scope: LetterSlug, subject: string, did: AuditAction, by: Actor, now: Date) {
  return auditPut(store, { by, did, scope, subject }, now);
}
