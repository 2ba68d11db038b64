/** Hides a translation from the public. The text that signers read is kept, and is found by its hash. */
import { type Actor, auditPut, type Happened } from '../../../shared/audit/audit.ts';
import type { LetterSlug } from '../../../shared/ids.ts';
import { currentVersion, type Letter, languagesOf } from '../../../shared/letter/letter.ts';
import { readLetter } from '../../../shared/letter/storage.ts';
import { writeLetter } from '../../../shared/letter/write-letter.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { readSnapshot } from '../../../shared/statistics/snapshot.ts';
import { bestLanguage } from '../../../shared/text/language.ts';

export type Removal =
  | { outcome: 'removed' }
  /** There is no such letter, or no such translation of its current version. */
  | { outcome: 'missing' }
  /** The first language is binding. */
  | { outcome: 'binds' }
  /** Somebody changed the letter in the meantime. */
  | { outcome: 'stale' };

/**
 * Also removes the letter's own strings for pages and mails in that language; wordings that signers were shown are
 * kept. One transaction, with the line of the audit trail.
 *
 * @param options.revision the letter's revision that the user saw; the current one when there is none
 */
export async function removeTranslation(
  store: Store,
  slug: LetterSlug,
  language: string,
  { revision, now }: { readonly revision?: number | undefined; readonly now: Date },
  by: Actor,
): Promise<Removal> {
  const letter = await readLetter(store, slug);
  if (!letter) return { outcome: 'missing' };
  if (language === letter.language) return { outcome: 'binds' };
  if (revision !== undefined && revision !== letter.revision) return { outcome: 'stale' };
  const next = withoutTranslation(letter, language, now);
  if (!next) return { outcome: 'missing' };
  const line: Happened = {
    by,
    did: 'letter.translation-removed',
    scope: slug,
    fields: [language],
    after: { version: currentVersion(letter).id },
  };
  const written = await writeLetter(store, next, [], [], [auditPut(store, line, now)]);
  return { outcome: written ? 'removed' : 'stale' };
}

/** @returns the letter without that translation, if its readers get one */
function withoutTranslation(letter: Letter, language: string, now: Date): Letter | undefined {
  const [first, ...rest] = letter.versions;
  const current = rest.pop() ?? first;
  const { [language]: text, ...texts } = current.texts;
  const { [language]: kept, ...older } = current.older ?? {};
  if (text === undefined && kept === undefined) return undefined;
  const less = { ...current, texts, ...(kept === undefined ? {} : { older }) };
  const at = now.toISOString();
  // A draft has had no readers, so its text is not kept.
  const removed = letter.state === 'draft' || text === undefined ? [] : [{ at, version: current.id, language, text }];
  return {
    ...letter,
    versions: current === first ? [less] : [first, ...rest, less],
    removed: [...letter.removed, ...removed],
    ownTexts: without(letter.ownTexts, language),
    ownPrivacy: without(letter.ownPrivacy, language),
    revision: letter.revision + 1,
    updatedAt: at,
  };
}

function without<Value>(record: Readonly<Record<string, Value>>, name: string): Record<string, Value> {
  const { [name]: _, ...others } = record;
  return others;
}

/**
 * One read.
 *
 * @returns how many of the letter's counted signers read that translation, as of its last snapshot, if there is one
 */
export async function readReaders(store: Store, letter: Letter, language: string) {
  const snapshot = await readSnapshot(store, letter.slug);
  if (!snapshot) return undefined;
  const languages = languagesOf(letter);
  const reads = (tag: string) => bestLanguage([tag], languages, letter.language) === language;
  const numbers = Object.entries(snapshot.by.language).filter(([tag]) => reads(tag));
  return { signers: numbers.reduce((sum, [, number]) => sum + number, 0), asOf: snapshot.asOf };
}
