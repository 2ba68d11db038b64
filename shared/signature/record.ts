/**
 * A signature as stored. Each question has fields of its own, changed by transitions of their own (rule 5): is
 * the mailbox proven, did the secretariat approve, is it a duplicate, was it withdrawn, which mail is due.
 */

import * as z from 'zod';
import { letterSlug, partnerId, signatureId, uploadId } from '../ids.ts';
import { coSignatoryKind } from '../letter/letter.ts';
import { letterLogo as shownLogo } from '../letter/look.ts';
import { sha256 } from '../letter/text.ts';
import { heldBecause } from '../mail/held-because.ts';
import { dueKind, mailKind } from '../mail/kind.ts';
import { screening } from '../mail/suspicion.ts';
import { storedToken } from '../platform/token/token.ts';
import { isoTimestamp, pendingKeptFor } from '../time.ts';
import { evidence, individualLevel, mailboxDomain, verificationLevel } from '../verification/level.ts';
import { typedShape } from './typed-fields.ts';

const historyEntry = z.object({
  at: isoTimestamp,
  did: z.enum([
    'withdrawn',
    'corrected',
    'switched',
    'hidden',
    'shown',
    'consents',
    'carried-over',
    'displaced',
    'took-place',
    'verified',
    'approved',
    'held',
    'rejected',
    'merged',
    'split',
    'restored',
    'proposed',
    'declined',
  ]),
});
export type HistoryEvent = z.infer<typeof historyEntry>['did'];

/** A correction by the owner. */
const correctionMade = z.object({
  at: isoTimestamp,
  /** It named another organisation. */
  other: z.literal(true).optional(),
  /** The time for which it made a receipt due; absent when one was due later anyway. */
  receiptAt: isoTimestamp.optional(),
});
export type CorrectionMade = z.infer<typeof correctionMade>;

/** `followUp`: one mail about a letter that follows. Absent unless given, since few forms ask for it. */
const givenConsents = z.object({
  publication: z.boolean(),
  updates: z.boolean(),
  partner: z.boolean(),
  followUp: z.literal(true).optional(),
});

const laterConsent = z.object({
  at: isoTimestamp,
  wording: z.string(),
  consents: givenConsents,
});

/**
 * Why no mail reaches the mailbox of a confirmed signature any more, and since when: mail bounced, was complained
 * about, or SES refuses it for that mailbox.
 */
const deliverability = z.object({ state: z.enum(['bounced', 'complained', 'refused']), at: isoTimestamp });
export type Deliverability = z.infer<typeof deliverability>;

/** Changes of public fields that await review; parts without a requested change are absent. */
const proposal = z.object({
  /** Time of the first request since the last decision. */
  at: isoTimestamp,
  correction: z
    .object({
      kind: coSignatoryKind,
      ...typedShape,
      attestation: z.boolean(),
      attestedIn: z.string().optional(),
    })
    .optional(),
  display: z.literal('public').optional(),
});
export type Proposal = z.infer<typeof proposal>;

export const signatureRecord = z.object({
  id: signatureId,
  letter: letterSlug,
  /** The version that the signer saw, and the language in which they read it. */
  letterVersion: sha256,
  language: z.string(),
  /** SHA-256 of exactly the text that was read, if it differs from that of the version's id. */
  textSeen: sha256.optional(),

  kind: coSignatoryKind,
  ...typedShape,
  /**
   * Determined when the first mail is composed, so that the work behind a submission reveals nothing; later `claimant`.
   */
  organisationKey: z.string().optional(),
  /** Relation of the mailbox's domain to the organisation; determined with the key. */
  mailboxDomain: mailboxDomain.optional(),
  /** The letter's policy for its kind when its mail was composed: see `policyToStore`. Until the confirmation. */
  publishedFrom: verificationLevel.optional(),
  individualsPublishedFrom: individualLevel.optional(),
  /** Empty when it was withheld and has been erased. */
  signatoryName: z.string().default(''),
  /** As typed. Empty when erased: then no mail can be sent, and nobody can prove ownership of the signature. */
  email: z.string().default(''),

  display: z.enum(['public', 'withheld']),
  consents: givenConsents,
  attestation: z.boolean(),
  /** Wording of consents and attestation shown to the signer: see `wordingOf`. */
  wording: z.string(),
  /** The wording of the latest attestation, if a correction renewed it. */
  attestedIn: z.string().optional(),
  comment: z.string().optional(),
  partner: partnerId.optional(),
  source: z.object({ page: z.string().optional(), utm: z.record(z.string(), z.string()).optional() }).optional(),

  submittedAt: isoTimestamp,
  /** Keyed hash of the request, when its Idempotency-Key was also the name of its challenge: tells a repeat. */
  request: z.string().optional(),
  heldBecause: heldBecause.optional(),
  /** Suspicions about the submission, for which the mailer holds it (`suspicionIn`). Until the confirmation. */
  screening: screening.optional(),
  /**
   * Outcome of its first mail in the statistics, set when a held one is released, so that it is counted once. Until the
   * confirmation.
   */
  firstMail: z.enum(['mailed', 'held']).optional(),

  /** Proof of the mailbox: absent while pending. */
  confirmedAt: isoTimestamp.optional(),
  /**
   * `paper`: collected offline, vouched for by the importing member; it never had a mailbox. `added`: the secretariat
   * added it, with a note on how its signer agreed; its mailbox, if there is one, is not proven.
   */
  confirmedBy: z.enum(['link', 'code', 'paper', 'added']).optional(),
  /** The secretariat's note on where it was signed on paper. */
  paperNote: z.string().max(700).optional(),
  /** The list with which it was imported. */
  importOf: z.string().optional(),
  /** Its claimant, of whom a letter counts one signature (rule 6): see `claimantOf`. Set when confirmed. */
  claimant: z.string().optional(),
  /**
   * For an organisation: the keyed hash of the mailbox (`hashMailbox`), which is part of the claim's key while the name
   * is hidden; or one of `noMailbox`. Absent on rows of the previous release, until `npm run upgrade`.
   */
  provenBy: z.string().optional(),
  /** Decision of the secretariat or of the letter's policy; set when confirmed. */
  moderation: z.enum(['approved', 'held', 'rejected']).optional(),
  /** Reason for the review, while `moderation` is held. */
  reviewBecause: z.enum(['level', 'displaced', 'other-name', 'secretariat']).optional(),
  /**
   * The secretariat has accepted the public fields exactly as they are, with withheld names in view or not. From then
   * on the signer proposes changes (`proposal`), and the secretariat decides about them. `no` says that a decision did
   * not accept them; missing, nobody has decided, or it was done by a release without this field (`acceptedAs`).
   */
  accepted: z.enum(['named', 'unnamed', 'no']).optional(),
  /** Changes requested by the signer. List and count stay unchanged until the secretariat accepts them. */
  proposal: proposal.optional(),
  /** The secretariat's reason for rejecting it, for its eyes only. */
  rejectedBecause: z.string().max(500).optional(),
  /** The rejection was told to the signer, with these words; empty without any. */
  told: z.string().max(500).optional(),
  /** When the signer was last asked for proof. */
  proofAskedAt: isoTimestamp.optional(),
  /** The signature that holds the claim, when this one is a second of the same organisation or individual. */
  duplicateOf: signatureId.optional(),
  /**
   * When the secretariat marked it as a second signature of the same co-signatory. No action of the signer changes
   * that.
   */
  mergedAt: isoTimestamp.optional(),
  /** When its claim went to a signature with a better proof. */
  displacedAt: isoTimestamp.optional(),
  withdrawnAt: isoTimestamp.optional(),
  /** Tells chapters of an organisation with the same domain apart; part of the claim. */
  chapter: z.string().max(80).optional(),
  /** The organisation's logo, which the secretariat has seen; shown with the name. */
  logo: shownLogo.optional(),
  /** A logo that its owner uploaded, until it is decided about; its row says how far it is. */
  logoUpload: uploadId.optional(),
  /** Files that show how somebody agreed whom the secretariat added; forms to which nothing was sent may be among them. */
  evidenceFiles: z.array(uploadId).optional(),
  /** Its rank among the featured signatures of the letter. */
  featured: z.int().optional(),
  /**
   * Evidence added after the confirmation, each with its time: see `evidenceOf`. The best of all is the public mark.
   */
  evidence: z.array(evidence).default([]),
  verification: verificationLevel.optional(),
  /** Times at which its owner asked us to check the organisation's domain: such checks are limited. */
  domainChecks: z.array(isoTimestamp).default([]),
  /** Corrections within the last day, which are limited. Absent before the first one, to save bytes. */
  corrections: z.array(correctionMade).optional(),
  /** Events since the confirmation, newest last, for the signer and the secretariat. */
  history: z.array(historyEntry).default([]),
  /** Set once consents were changed: first those given with the submission, then each change, newest last. */
  consentLog: z.array(laterConsent).default([]),
  /** The version of the letter that the signer was last asked about by mail; once per version. */
  carryAsked: sha256.optional(),
  /** The letters that follow this one and about which its signer was asked, newest last; once per letter. */
  followAsked: z.array(letterSlug).optional(),
  /** When the first signer was last told that somebody else signed for the same organisation. */
  notedAt: isoTimestamp.optional(),
  /** Absent while mail arrives, as far as we know. Has no effect on list and count. */
  deliverability: deliverability.optional(),
  /**
   * Increases with every change of the fields above since the confirmation, so that writers cannot overwrite each
   * other.
   */
  revision: z.int().default(0),

  confirmTokens: z.array(storedToken).default([]),
  manageTokens: z.array(storedToken).default([]),

  /** The next due task; in the index of due work until it is done. */
  due: dueKind.optional(),
  dueAt: isoTimestamp.optional(),
  /** When the sweep checks whether it was done: see `sweepAt`. */
  lookAt: isoTimestamp.optional(),
  /** Mails that become due after that one, in order. */
  dueNext: z.array(mailKind).default([]),
  /** Number of times that the sweep has queued that mail again. */
  sweeps: z.number().optional(),
  /** End of the lease of the mailer that works on the due mail, in milliseconds since 1970. */
  leasedUntil: z.number().optional(),

  /** Read from a row of the previous release; the next write converts it to the current form. Never stored. */
  earlierForm: z.literal(true).optional(),
});
export type SignatureRecord = z.infer<typeof signatureRecord>;

/** The public fields that the secretariat accepted: with the names in view, or without withheld ones. */
export type AcceptedFields = Exclude<NonNullable<SignatureRecord['accepted']>, 'no'>;

/** @returns when an unconfirmed signature is deleted */
export function expireAt({ submittedAt }: Pick<SignatureRecord, 'submittedAt'>): Date {
  return new Date(new Date(submittedAt).getTime() + pendingKeptFor);
}

/** @returns the SHA-256 of exactly the text that the signer read */
export function textSeenBy({ letterVersion, textSeen }: Pick<SignatureRecord, 'letterVersion' | 'textSeen'>): string {
  return textSeen ?? letterVersion;
}

/**
 * @returns the stored form of it: absent when it is the version's own text, as for most signers, since shorter records
 *   are cheaper
 */
export function keepTextSeen(letterVersion: string, seen: string | undefined): Pick<SignatureRecord, 'textSeen'> {
  return { textSeen: seen === letterVersion ? undefined : seen };
}
