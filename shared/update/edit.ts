/** Writes, changes and removes updates that nobody has been sent yet. Each is one transaction with its audit entry. */
import { type Actor, type AuditAction, auditPut } from '../audit/audit.ts';
import { type LetterSlug, makeUpdateId } from '../ids.ts';
import { updateKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import { transact } from '../platform/store/transaction.ts';
import { isEditable, type Update, type UpdateFields } from './update.ts';

export interface Editing {
  readonly store: Store;
  readonly letter: LetterSlug;
  readonly by: Actor;
  readonly now: Date;
}

/** @returns the texts with their Markdown compiled. The parser is loaded on demand */
async function compileTexts(texts: UpdateFields['texts']): Promise<Update['texts']> {
  const { compileMarkdown } = await import('../letter/markdown.ts');
  return Object.fromEntries(
    Object.entries(texts).map(([language, words]) => [language, { ...words, blocks: compileMarkdown(words.text) }]),
  );
}

/** @returns the new draft, stored */
export async function writeUpdate(editing: Editing, { texts, mailOnly }: UpdateFields): Promise<Update> {
  const { store, letter, now } = editing;
  const at = now.toISOString();
  const made: Update = {
    id: makeUpdateId(),
    letter,
    texts: await compileTexts(texts),
    mailOnly,
    state: 'draft',
    madeAt: at,
    changedAt: at,
    revision: 1,
  };
  const Item = { ...updateKey(letter, made.id), ...made };
  await transact(store, [
    { Put: { TableName: store.table, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
    trail(editing, made, 'update.written'),
  ]);
  return made;
}

/** @returns the update as changed; undefined when it changed since it was read, or was sent */
export async function changeUpdate(
  editing: Editing,
  before: Update,
  { texts, mailOnly }: UpdateFields,
): Promise<Update | undefined> {
  if (!isEditable(before)) return undefined;
  const { store, letter, now } = editing;
  const changedAt = now.toISOString();
  const next: Update = {
    ...before,
    texts: await compileTexts(texts),
    mailOnly,
    changedAt,
    revision: before.revision + 1,
  };
  const { written } = await transact(store, [
    { Put: { TableName: store.table, Item: { ...updateKey(letter, next.id), ...next }, ...asRead(before) } },
    trail(editing, next, 'update.changed'),
  ]);
  return written ? next : undefined;
}

/** Removes a draft. @returns whether it was still as it was read */
export async function removeUpdate(editing: Editing, before: Update): Promise<boolean> {
  if (before.state !== 'draft') return false;
  const { store, letter } = editing;
  const { written } = await transact(store, [
    { Delete: { TableName: store.table, Key: updateKey(letter, before.id), ...asRead(before) } },
    trail(editing, before, 'update.removed'),
  ]);
  return written;
}

/** The condition that nobody changed it, nor its state. */
const asRead = ({ revision }: Update) => ({
  ConditionExpression: 'revision = :read',
  ExpressionAttributeValues: { ':read': revision },
});

function trail({ store, letter, by, now }: Editing, { id }: Update, did: AuditAction) {
  return auditPut(store, { by, did, scope: letter, subject: id }, now);
}
