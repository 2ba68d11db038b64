/** Verification of a co-signatory: four levels, each shown by evidence with its time and method. */
import * as z from 'zod';

/** From the weakest to the strongest. */
export const verificationLevel = z.enum(['mailbox', 'mailbox-domain', 'domain', 'vouched']);
export type VerificationLevel = z.infer<typeof verificationLevel>;

/**
 * The levels possible for individuals: without the secretariat, only the mailbox can be proven; the levels between are
 * about organisations.
 */
export const individualLevel = verificationLevel.extract(['mailbox', 'vouched']);
export type IndividualLevel = z.infer<typeof individualLevel>;

/** Lowest level at which signatures of each kind are published without review. */
export interface PublicationPolicy {
  readonly organisation: VerificationLevel;
  readonly individual: IndividualLevel;
}

/** Relation of a mailbox's domain to the organisation for which it signs. */
export const mailboxDomain = z.enum(['organisation', 'other', 'free', 'disposable']);
export type MailboxDomain = z.infer<typeof mailboxDomain>;

export const evidence = z.object({
  level: verificationLevel,
  method: z.enum(['mailbox', 'mailbox-domain', 'dns', 'well-known', 'secretariat']),
  at: z.iso.datetime(),
  note: z.string().max(500).optional(),
});
export type Evidence = z.infer<typeof evidence>;

/** @returns whether `level` is `wanted` or better */
export function atLeast(level: VerificationLevel, wanted: VerificationLevel): boolean {
  return verificationLevel.options.indexOf(level) >= verificationLevel.options.indexOf(wanted);
}

/** @returns the best level that the evidence shows; `mailbox` when there is none yet */
export function highestLevel(shown: readonly Evidence[]): VerificationLevel {
  return shown.reduce<VerificationLevel>((best, { level }) => (atLeast(level, best) ? level : best), 'mailbox');
}
