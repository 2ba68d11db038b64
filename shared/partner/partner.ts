/** A partner as it is kept: a site, or a few of one owner, that embed the form of some letters. */
import * as z from 'zod';
import { letterSlug, partnerId } from '../ids.ts';
import { line } from '../text/plain-text.ts';
import { moment } from '../time.ts';
import { webOrigin } from './origin.ts';

const mostOrigins = 20;
const mostLetters = 50;

const different = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

export const partner = z.object({
  id: partnerId,
  name: line(200),
  /** Where it may embed; the same for all of its letters. */
  origins: z.array(webOrigin).max(mostOrigins, `a partner has at most ${mostOrigins} origins`).transform(different),
  letters: z.array(letterSlug).max(mostLetters, `a partner has at most ${mostLetters} letters`).transform(different),
  addedAt: moment,
  /** Goes up by one with every change: two writers cannot overwrite each other. */
  revision: z.int(),
});
export type Partner = z.infer<typeof partner>;
