/** A partner as stored: a site, or a few of one owner, that embed the form of some letters. */
import * as z from 'zod';
import { letterSlug, partnerId } from '../ids.ts';
import { nextStep } from '../letter/next-step.ts';
import { isOnSiteOf } from '../letter/partners.ts';
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
  /** Offered to people who signed on its sites; always on one of its origins (`isOnOwnSite`). */
  next: nextStep.optional(),
  addedAt: isoTimestamp,
  /** Increases by one with every change, so that two writers cannot overwrite each other. */
  revision: z.int(),
});
export type Partner = z.infer<typeof partner>;

/** Whether the page that it offers after signing is on one of its own sites. */
export function isOnOwnSite({ id, origins, next }: Pick<Partner, 'id' | 'origins' | 'next'>): boolean {
  return next === undefined || isOnSiteOf({ id, origins }, next.address);
}
