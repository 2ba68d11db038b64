/**
 * The partners of a letter: who may embed its form, and from which origins. Stored on the letter itself, so that a
 * check costs a request no further call.
 */

import * as z from 'zod';
import { partnerId } from '../ids.ts';
import { nextStep } from './next-step.ts';

export const letterPartner = z.object({ id: partnerId, origins: z.array(z.string()), next: nextStep.optional() });
export type LetterPartner = z.infer<typeof letterPartner>;

/** The partners of a letter. */
interface Registered {
  readonly partners: readonly LetterPartner[];
  readonly slug: string;
}

/** @returns the partner of that id, if it is registered for the letter */
export function findPartner({ partners }: Registered, id: string | undefined): LetterPartner | undefined {
  return partners.find((partner) => partner.id === id);
}

/**
 * @param from the request's partner and origin, each if known
 * @returns the objection: a partner that is not registered for the letter, or an origin that is not registered for the
 *   partner. Without a partner, an origin of any partner is accepted
 */
export function objection(
  letter: Registered,
  { partner, origin }: { partner?: string | undefined; origin?: string | undefined },
): 'partner-unknown' | 'origin-not-registered' | undefined {
  const named = partner === undefined ? letter.partners : letter.partners.filter(({ id }) => id === partner);
  if (partner !== undefined && named.length === 0) return 'partner-unknown';
  if (origin === undefined || named.some(({ origins }) => origins.includes(origin))) return undefined;
  return 'origin-not-registered';
}

/** @returns instructions for a webmaster, shown in the console of their browser */
export function howToRegister({ slug }: Pick<Registered, 'slug'>): string {
  return `Ask whoever runs the letter to register this site: npm run partner -- add ID --name "…" --origin https://… --letter ${slug}`;
}

/** @returns whether the address is on one of the partner's sites */
export function isOnSiteOf({ origins }: LetterPartner, address: string): boolean {
  return URL.canParse(address) && origins.includes(new URL(address).origin);
}
