/** A member of the secretariat as kept. */

import * as z from 'zod';
import { everything, type GrantScope, memberId } from '../ids.ts';
import { isoTimestamp } from '../time.ts';
import { allows, grants, type Permission } from './role.ts';

export const member = z.object({
  id: memberId,
  /** As the others of the secretariat know them. */
  name: z.string(),
  /** As typed; mails to sign in go there. */
  email: z.string(),
  grants,
  /** Wants the daily digest; each member's own choice. */
  digest: z.boolean().default(false),
  invitedAt: isoTimestamp,
  /** Sessions that began before that are over. */
  sessionsFrom: isoTimestamp.optional(),
  revokedAt: isoTimestamp.optional(),
  /** API keys that were made until then open nothing: the member was revoked since. */
  keysFrom: isoTimestamp.optional(),
  /** When the last mails to sign in went out, milliseconds since 1970: they are bounded. */
  signInMails: z.array(z.number()).default([]),
  /** The day of the last digest, and how many each letter had by then. */
  digestOf: z.object({ day: z.string(), totals: z.record(z.string(), z.int()) }).optional(),
  /** Goes up with every change; writers cannot overwrite each other. */
  revision: z.int().default(1),
});
export type Member = z.infer<typeof member>;

/** What a member is told of another: an allow-list, as everywhere. */
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

/** @returns whether the member owns everything: one of those who cannot all be taken away */
export function ownsEverything({ grants: given, revokedAt }: Member): boolean {
  return revokedAt === undefined && given[everything]?.role === 'owner';
}
