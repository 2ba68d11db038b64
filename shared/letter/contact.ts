/** Whom to ask about a letter. */
import type { Letter } from './letter.ts';

/** @returns where the people behind the letter can be asked: also where answers to its mails go */
export function contactOf({ settings: { replyTo, privacy } }: Pick<Letter, 'settings'>): string | undefined {
  return replyTo ?? privacy?.contact;
}
