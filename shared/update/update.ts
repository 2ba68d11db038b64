/** An update: news about a letter, sent to signers who asked for it, and published unless it is for mail only. */
import * as z from 'zod';
import { letterSlug, updateId } from '../ids.ts';
import { block } from '../letter/blocks.ts';
import { type Letter, languagesOf } from '../letter/letter.ts';
import { bestLanguage } from '../text/language.ts';
import { languageTag } from '../text/language-tag.ts';
import { line, paragraphs } from '../text/plain-text.ts';
import { isoTimestamp } from '../time.ts';

/** The part that the secretariat types in one language. The text is Markdown. */
export const updateWords = z.strictObject({ subject: line(150), text: paragraphs(20_000) });

/** Longest of all texts together, in bytes of JSON: DynamoDB holds 400 kB in one item. */
const maxBytes = 100_000;

export const updateFields = z.strictObject({
  texts: z
    .record(languageTag, updateWords)
    .refine((texts) => Object.keys(texts).length > 0, 'write it in at least one language')
    .refine(
      (texts) => Buffer.byteLength(JSON.stringify(texts)) <= maxBytes,
      'the texts of all languages together are too long',
    ),
  /** Not shown under the letter. */
  mailOnly: z.boolean().default(false),
});
export type UpdateFields = z.infer<typeof updateFields>;

/** The text compiled when it was saved (docs/decisions/005-markdown-at-import.md). */
export const compiledWords = z.object({ ...updateWords.shape, blocks: z.array(block) });
export type CompiledWords = z.infer<typeof compiledWords>;

export const updateState = z.enum(['draft', 'scheduled', 'sending', 'paused', 'sent', 'cancelled']);
export type UpdateState = z.infer<typeof updateState>;

export const pausedBecause = z.enum(['secretariat', 'bounces', 'complaints']);
export type PausedBecause = z.infer<typeof pausedBecause>;

export const update = z.object({
  id: updateId,
  letter: letterSlug,
  texts: z.record(z.string(), compiledWords),
  mailOnly: z.boolean(),
  state: updateState,
  /** When it is to be sent, while it is scheduled. */
  sendAt: isoTimestamp.optional(),
  /** When sending began; from then on it is public. */
  startedAt: isoTimestamp.optional(),
  endedAt: isoTimestamp.optional(),
  pausedBecause: pausedBecause.optional(),
  /** The numbers when somebody resumed it although mails came back: only later mails are judged. */
  excused: z.object({ sent: z.int(), bounced: z.int(), complained: z.int() }).optional(),
  madeAt: isoTimestamp,
  changedAt: isoTimestamp,
  /** Increases with every change, so that two writers cannot overwrite each other. */
  revision: z.int(),
});
export type Update = z.infer<typeof update>;

export interface ChosenWords {
  readonly language: string;
  readonly words: CompiledWords;
}

/** @returns the words in the language nearest to the wanted one; a language without words gets those of the first */
export function wordsIn({ texts }: Pick<Update, 'texts'>, letter: Letter, wanted: string): ChosenWords {
  const written = Object.keys(texts);
  const first = [letter.language, ...languagesOf(letter)].find((one) => texts[one]) ?? written[0] ?? letter.language;
  const language = bestLanguage([wanted], written, first);
  const words = texts[language];
  if (!words) throw new Error('an update has no words');
  return { language, words };
}

/** @returns whether everybody may read it under the letter */
export function isPublic({ mailOnly, startedAt }: Pick<Update, 'mailOnly' | 'startedAt'>): boolean {
  return !mailOnly && startedAt !== undefined;
}

/** @returns whether it can still be edited or removed */
export function isEditable({ state }: Pick<Update, 'state'>): boolean {
  return state === 'draft' || state === 'scheduled';
}
