/** A partner as stored: a site, or a few of one owner, that embed the form of some letters. */
import * as z from 'zod';
import { letterSlug, partnerId } from '../ids.ts';
import { line } from '../text/plain-text.ts';
import { isoTimestamp } from '../time.ts';
import { webOrigin } from './origin.ts';

const maxOrigins = 20;
const maxLetters = 50;

const different = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

export const partner = z.object({
  id: partnerId,
  name: line(200),
  /** Origins that may embed; the same for all of its letters. */
  origins: z.array(webOrigin).max(maxOrigins, `a partner has at most ${maxOrigins} origins`).transform(different),
  letters: z.array(letterSlug).max(maxLetters, `a partner has at most ${maxLetters} letters`).transform(different),
  addedAt: isoTimestamp,
  /** Increases by one with every change, so that two writers cannot overwrite each other. */
  revision: z.int(),
});
export type Partner = z.infer<typeof partner>;
