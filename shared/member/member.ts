/** A member of the secretariat as stored. */

import * as z from 'zod';
import { everything, type GrantScope, memberId } from '../ids.ts';
import { isoTimestamp } from '../time.ts';
import { alertChoices, alerted } from './alert.ts';
import { allows, grants, type Permission } from './role.ts';

export const member = z.object({
  id: memberId,
  /** Name shown to other members. */
  name: z.string(),
  /** As typed; sign-in mails go there. */
  email: z.string(),
  grants,
  /** Whether the member wants the daily digest; each member's own choice. */
  digest: z.boolean().default(false),
  /** Other mails that the member wants, by kind; those without a choice are not sent. */
  alerts: alertChoices.optional(),
  alerted: alerted.optional(),
  invitedAt: isoTimestamp,
  /** Sessions that began earlier are invalid. */
  sessionsFrom: isoTimestamp.optional(),
  revokedAt: isoTimestamp.optional(),
  /** API keys created until then are invalid, because the member was revoked since. */
  keysFrom: isoTimestamp.optional(),
  /** Times of the latest sign-in mails, in milliseconds since 1970: their number is limited. */
  signInMails: z.array(z.number()).default([]),
  /** Day of the last digest, and the count of each letter at that time. */
  digestOf: z.object({ day: z.string(), totals: z.record(z.string(), z.int()) }).optional(),
  /** Increases with every change, so that writers cannot overwrite each other. */
  revision: z.int().default(1),
});
export type Member = z.infer<typeof member>;

/** Fields that a member may see of another: an allow-list, as everywhere. */
export const memberView = member.pick({
  id: true,
  name: true,
  email: true,
  grants: true,
  invitedAt: true,
  revokedAt: true,
});

/** @returns whether the member may do that under that letter, or at all */
export function memberMay({ grants: given, revokedAt }: Member, wanted: Permission, scope: GrantScope): boolean {
  return revokedAt === undefined && allows(given, wanted, scope);
}

/** @returns whether the member owns everything; at least one such member must remain */
export function ownsEverything({ grants: given, revokedAt }: Member): boolean {
  return revokedAt === undefined && given[everything]?.role === 'owner';
}
