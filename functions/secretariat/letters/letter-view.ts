/** A letter as the API answers with it. */
import type { Context } from 'hono';
import * as z from 'zod';
import { letter } from '../../../shared/letter/letter.ts';
import { letterText } from '../../../shared/letter/text.ts';
import type { LetterWithTexts } from '../../../shared/letter/unchanged-translations.ts';
import { problem } from '../../../shared/platform/http/problem.ts';

export const letterView = letter
  .pick({
    slug: true,
    state: true,
    closedAt: true,
    deliveredOn: true,
    language: true,
    settings: true,
    versions: true,
    corrections: true,
    removed: true,
    revision: true,
    updatedAt: true,
  })
  .extend({ texts: z.array(letterText).describe('Of the current version') });

/** @returns the letter with its current texts, for `letterView` */
export function viewOf({ letter: known, texts }: LetterWithTexts) {
  return { ...known, texts: [...texts.values()] };
}

/** @returns the refusal of a change, about one field of the body */
export function refused(c: Context, pointer: string, detail: string): Response {
  return problem(c, 'invalid-fields', { errors: [{ pointer, detail }] });
}
