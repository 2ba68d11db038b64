/** The contact for questions about a letter. */
import type { Letter } from './letter.ts';

/** @returns the address of the people behind the letter, which also receives replies to its mails */
export function contactOf({ settings: { replyTo, privacy } }: Pick<Letter, 'settings'>): string | undefined {
  return replyTo ?? privacy?.contact;
}
