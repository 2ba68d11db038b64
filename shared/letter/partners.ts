/**
 * What a letter knows of its partners: who may embed its form, and from which origins. It stands on the letter itself, so
 * that asking costs a request no further call.
 */

import * as z from 'zod';
import { partnerId } from '../ids.ts';

export const letterPartner = z.object({ id: partnerId, origins: z.array(z.string()) });
export type LetterPartner = z.infer<typeof letterPartner>;

/** The partners of a letter. */
interface Registered {
  readonly partners: readonly LetterPartner[];
  readonly slug: string;
}

/** @returns the partner of that name, if it is registered for the letter */
export function findPartner({ partners }: Registered, id: string | undefined): LetterPartner | undefined {
  return partners.find((partner) => partner.id === id);
}

/**
 * @param from who asks: the partner that is named, and the origin of the site, each where there is one
 * @returns what stands against it: a partner that is not registered for the letter, an origin that is not registered for
 *   the partner; where no partner is named, an origin of any of them is fine
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

/** @returns what whoever runs the letter has to do, for the console of a webmaster */
export function howToRegister({ slug }: Pick<Registered, 'slug'>): string {
  return `Ask whoever runs the letter to register this site: npm run partner -- add ID --name "…" --origin https://… --letter ${slug}`;
}

/** @returns whether the address is on one of the partner's sites */
export function isOnSiteOf({ origins }: LetterPartner, address: string): boolean {
  return URL.canParse(address) && origins.includes(new URL(address).origin);
}
