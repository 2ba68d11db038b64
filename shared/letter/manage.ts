/** What the secretariat does to a letter: import, open, close. Each is one transaction on the letter. */
import type { Store } from '../store/store.ts';
import type { LetterFile, Translation } from './file.ts';
import { type ImportOptions, type ImportPlan, planImport } from './import.ts';
import { currentVersion, type Letter, languagesOf, signing } from './letter.ts';
import { compileMarkdown } from './markdown.ts';
import type { LetterSlug } from './slug.ts';
import { readLetter, readText, writeLetter } from './storage.ts';
import type { LetterText } from './text.ts';

/**
 * Imports a letter and its translations.
 *
 * @returns what was done, already stored, or why it was refused
 * @throws TransactionCanceledException when somebody else changed the letter at the same moment
 */
export async function importLetter(
  store: Store,
  file: LetterFile,
  translations: readonly Translation[],
  options: ImportOptions,
): Promise<ImportPlan> {
  const letter = await readLetter(store, file.slug);
  const before = letter && { letter, texts: await readCurrentTexts(store, letter) };
  const plan = planImport(before, file, translations, options);
  if ('texts' in plan) {
    const compiled = plan.texts.map((text) => ({ text, blocks: compileMarkdown(text.body) }));
    await writeLetter(store, plan.letter, compiled, plan.wordings);
  }
  return plan;
}

async function readCurrentTexts(store: Store, letter: Letter): Promise<ReadonlyMap<string, LetterText>> {
  const version = currentVersion(letter);
  const texts = await Promise.all(
    languagesOf(letter).map((language) => readText(store, letter.slug, version, language)),
  );
  return new Map(texts.flatMap((stored) => (stored ? [[stored.text.language, stored.text]] : [])));
}

export type StateChange = { ok: true; letter: Letter } | { ok: false; why: string };

/** Opens a draft for signing, or closes an open letter. Doing it again changes nothing. */
export async function setState(
  store: Store,
  slug: LetterSlug,
  state: 'open' | 'closed',
  now: Date,
): Promise<StateChange> {
  const letter = await readLetter(store, slug);
  if (!letter) return { ok: false, why: `There is no letter "${slug}".` };
  if (letter.state === state) return { ok: true, letter };
  if (letter.state === 'closed')
    return { ok: false, why: 'The letter is closed; a closed letter is not opened again.' };
  if (state === 'closed' && letter.state === 'draft')
    return { ok: false, why: 'The letter is a draft; it was never open.' };
  if (!letter.settings.privacy) {
    return { ok: false, why: 'A letter can be opened only when `privacy` names a controller and a contact.' };
  }
  return { ok: true, letter: await writeState(store, letter, state, now) };
}

/** Writes the letter in its new state if it is still as it was read. */
async function writeState(store: Store, letter: Letter, state: 'open' | 'closed', now: Date): Promise<Letter> {
  const at = now.toISOString();
  const closing = state === 'closed' ? { closedAt: closedAt(letter, at) } : {};
  const next: Letter = { ...letter, state, ...closing, revision: letter.revision + 1, updatedAt: at };
  await writeLetter(store, next, []);
  return next;
}

/** A letter that had closed by the clock has been closed since then. */
function closedAt({ settings: { closes } }: Letter, now: string): string {
  return closes && new Date(closes) <= new Date(now) ? new Date(closes).toISOString() : now;
}

/**
 * Writes down that a letter has closed whose time to do so has come. Nobody waits for it: `signing` knows by the clock.
 *
 * @returns whether it was open until now
 * @throws TransactionCanceledException when somebody else changed the letter at the same moment
 */
export async function closeWhenDue(store: Store, slug: LetterSlug, now: Date): Promise<boolean> {
  const letter = await readLetter(store, slug);
  if (letter?.state !== 'open' || signing(letter, now) !== 'closed') return false;
  await writeState(store, letter, 'closed', now);
  return true;
}
