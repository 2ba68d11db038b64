/**
 * A signature as it is kept. Each question has fields of its own, changed by transitions of their own (DESIGN rule 5):
 * is the mailbox proven, did the secretariat approve, is it a duplicate, was it withdrawn, which mail is due.
 */

import * as z from 'zod';
import type { CountedAs } from '../count/counted-as.ts';
import { letterSlug, partnerId, signatureId } from '../ids.ts';
import { coSignatoryKind } from '../letter/letter.ts';
import { sha256 } from '../letter/text.ts';
import { heldBecause } from '../mail/held-because.ts';
import { dueKind, mailKind } from '../mail/kind.ts';
import { screening } from '../mail/suspicion.ts';
import { storedToken } from '../platform/token/token.ts';
import { isoTimestamp, pendingKeptFor } from '../time.ts';
import { evidence, individualLevel, mailboxDomain, verificationLevel } from '../verification/level.ts';

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

/** A correction that the owner made. */
const correctionMade = z.object({
  at: isoTimestamp,
  /** It named another organisation. */
  other: z.literal(true).optional(),
  /** For when it made a receipt due; absent where one was due for later anyway. */
  receiptAt: isoTimestamp.optional(),
});
export type CorrectionMade = z.infer<typeof correctionMade>;

const laterConsent = z.object({
  at: isoTimestamp,
  wording: z.string(),
  consents: z.object({ publication: z.boolean(), updates: z.boolean(), partner: z.boolean() }),
});

/**
 * Why no mail reaches the mailbox of a confirmed signature any more, and since when: it came back, was complained about, or
 * SES does not take it for that mailbox.
 */
const deliverability = z.object({ state: z.enum(['bounced', 'complained', 'refused']), at: isoTimestamp });
export type Deliverability = z.infer<typeof deliverability>;

/** Changes of public fields that await review; each part is absent where nothing of it was asked for. */
const proposal = z.object({
  /** When the first of them was asked for, since the last decision. */
  at: isoTimestamp,
  correction: z
    .object({
      kind: coSignatoryKind,
      organisationName: z.string().optional(),
      organisationWebsite: z.string().optional(),
      country: z.string().optional(),
      signatoryName: z.string(),
      signatoryRole: z.string().optional(),
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
  /** The version that the signer saw, and the language in which it was read. */
  letterVersion: sha256,
  language: z.string(),
  /** SHA-256 of exactly the text that was read, where it is another than that by which the version is known. */
  textSeen: sha256.optional(),

  kind: coSignatoryKind,
  organisationName: z.string().optional(),
  organisationWebsite: z.string().optional(),
  /** Found when the first mail is composed, so that the work behind a submission shows nobody anything; then `claimant`. */
  organisationKey: z.string().optional(),
  /** What the mailbox's domain says about the organisation; found with the key. */
  mailboxDomain: mailboxDomain.optional(),
  /** The letter's policy when its mail was composed, for a signature of its kind: see `notePolicy`. Until the confirmation. */
  publishedFrom: verificationLevel.optional(),
  individualsPublishedFrom: individualLevel.optional(),
  country: z.string().optional(),
  /** Empty when it was withheld and has been erased. */
  signatoryName: z.string().default(''),
  signatoryRole: z.string().optional(),
  /** As typed. Empty when it has been erased: then no mail can go, and nobody can show that the signature is theirs. */
  email: z.string().default(''),

  display: z.enum(['public', 'withheld']),
  consents: z.object({ publication: z.boolean(), updates: z.boolean(), partner: z.boolean() }),
  attestation: z.boolean(),
  /** Wording of consents and attestation that the signer was shown: see `wordingOf`. */
  wording: z.string(),
  /** The wording in which the attestation was given last, once a correction gave it anew. */
  attestedIn: z.string().optional(),
  comment: z.string().optional(),
  partner: partnerId.optional(),
  source: z.object({ page: z.string().optional(), utm: z.record(z.string(), z.string()).optional() }).optional(),

  submittedAt: isoTimestamp,
  /** Keyed hash of what was sent, where an Idempotency-Key was the name of its challenge: tells a repeat. */
  request: z.string().optional(),
  heldBecause: heldBecause.optional(),
  /** What looked wrong about the submission; the mailer holds it for that (`suspicionIn`). Until the confirmation. */
  screening: screening.optional(),
  /** How its first mail stands in the figures, once what was held is released: it is counted once. Until the confirmation. */
  firstMail: z.enum(['mailed', 'held']).optional(),

  /** Proof of the mailbox: absent while pending. */
  confirmedAt: isoTimestamp.optional(),
  /** `paper`: collected offline, and vouched for by whoever imported it; it never had a mailbox. */
  confirmedBy: z.enum(['link', 'code', 'paper']).optional(),
  /** What the secretariat noted about where it was signed on paper. */
  paperNote: z.string().max(700).optional(),
  /** The list with which it was imported. */
  importOf: z.string().optional(),
  /** Who it stands for, of whom a letter counts one (DESIGN rule 6): see `claimantOf`. Set when confirmed. */
  claimant: z.string().optional(),
  /**
   * Of an organisation's signature: the keyed hash of its mailbox (`hashMailbox`), which is part of its claim's key while
   * its name is hidden; or one of `provenByNobody`. Absent on what the release before stored, until `npm run upgrade`.
   */
  provenBy: z.string().optional(),
  /** Decision of the secretariat or of the letter's policy; set when confirmed. */
  moderation: z.enum(['approved', 'held', 'rejected']).optional(),
  /** Why it waits for the secretariat, while `moderation` is held. */
  reviewBecause: z.enum(['level', 'displaced', 'other-name', 'secretariat']).optional(),
  /**
   * The secretariat has accepted the public fields exactly as they stand, with withheld names in view or not. Then the
   * signer proposes changes (`proposal`), which the secretariat decides about.
   */
  accepted: z.enum(['named', 'unnamed']).optional(),
  /** What the signer wants changed. List and count stay as they are until the secretariat accepts it. */
  proposal: proposal.optional(),
  /** Why the secretariat rejected it, in its own words; for its eyes only. */
  rejectedBecause: z.string().max(500).optional(),
  /** The signature that holds the claim, when this one is a second of the same organisation or individual. */
  duplicateOf: signatureId.optional(),
  /** The secretariat found it to be a second of the same co-signatory: no signer's act changes that. */
  mergedAt: isoTimestamp.optional(),
  /** Its claim went to a signature with a better proof. */
  displacedAt: isoTimestamp.optional(),
  withdrawnAt: isoTimestamp.optional(),
  /** Tells a chapter from others of its organisation that have the same domain; part of the claim. */
  chapter: z.string().max(80).optional(),
  /** Its place among the few that stand first under the letter. */
  featured: z.int().optional(),
  /** What was shown after the confirmation, each with its time: see `evidenceOf`. The best of all is the public mark. */
  evidence: z.array(evidence).default([]),
  verification: verificationLevel.optional(),
  /** When its owner last asked us to look at the organisation's domain: such looks are bounded. */
  domainChecks: z.array(isoTimestamp).default([]),
  /** What its owner corrected within the last day: bounded. Absent before the first correction, since it costs bytes. */
  corrections: z.array(correctionMade).optional(),
  /** What became of it after the confirmation, newest last: for the signer and the secretariat. */
  history: z.array(historyEntry).default([]),
  /** Once they were changed: the consents given with the submission first, then each change, newest last. */
  consentLog: z.array(laterConsent).default([]),
  /** The version of the letter about whose text the signer was asked by mail, once. */
  carryAsked: sha256.optional(),
  /** When the first signer was last told that somebody else signed for the same organisation. */
  notedAt: isoTimestamp.optional(),
  /** Absent while mail arrives, as far as we know. Changes nothing about list and count. */
  deliverability: deliverability.optional(),
  /** Goes up with every change of what stands above since the confirmation; writers cannot overwrite each other. */
  revision: z.int().default(0),

  confirmTokens: z.array(storedToken).default([]),
  manageTokens: z.array(storedToken).default([]),

  /** What must happen next; stands in the index of what is due until it was done. */
  due: dueKind.optional(),
  dueAt: isoTimestamp.optional(),
  /** When the sweep looks whether it was done: see `lookFor`. */
  lookAt: isoTimestamp.optional(),
  /** Mails that become due when that one is out, in order. */
  dueNext: z.array(mailKind).default([]),
  /** How often the sweep put that mail on the queue again. */
  sweeps: z.number().optional(),
  /** Milliseconds since 1970 until which one mailer instance works on the due mail. */
  leasedUntil: z.number().optional(),

  /** Read from a row of the previous release; the next write brings it into the present form. Never stored. */
  earlierForm: z.literal(true).optional(),
});
export type SignatureRecord = z.infer<typeof signatureRecord>;

/** @returns when what was not confirmed is deleted */
export function expireAt({ submittedAt }: Pick<SignatureRecord, 'submittedAt'>): Date {
  return new Date(new Date(submittedAt).getTime() + pendingKeptFor);
}

/** @returns the SHA-256 of exactly the text that the signer read */
export function textSeenBy({ letterVersion, textSeen }: Pick<SignatureRecord, 'letterVersion' | 'textSeen'>): string {
  return textSeen ?? letterVersion;
}

/** @returns how that is kept: most read the text by which the version is known, and a record is the cheaper the shorter */
export function keepTextSeen(letterVersion: string, seen: string | undefined): Pick<SignatureRecord, 'textSeen'> {
  return { textSeen: seen === letterVersion ? undefined : seen };
}

type States = Pick<SignatureRecord, 'confirmedAt' | 'moderation' | 'withdrawnAt' | 'duplicateOf'>;

/** @returns whether the signature is part of the letter's count: derived here, never stored */
export function isCounted(record: States): boolean {
  return holdsClaim(record) && record.moderation === 'approved';
}

/**
 * Decides for every way out (list, search, document, badge, export, mail to somebody else) whether a name is shown. What
 * this is false for is hidden: withheld, held, pending, or signed on paper.
 */
export function isShown(record: States & Pick<SignatureRecord, 'display' | 'confirmedBy'>): boolean {
  return isCounted(record) && record.display === 'public' && !isOnPaper(record);
}

/** @returns whether it was signed on paper: counted apart, in no public list */
export function isOnPaper({ confirmedBy }: Pick<SignatureRecord, 'confirmedBy'>): boolean {
  return confirmedBy === 'paper';
}

/** @returns as what the signature is counted, if it is */
export function countedAs(record: States & Pick<SignatureRecord, 'kind' | 'confirmedBy'>): CountedAs | undefined {
  if (!isCounted(record)) return undefined;
  if (isOnPaper(record)) return 'offline';
  return record.kind === 'organisation' ? 'organisations' : 'individuals';
}

/** @returns whether it is the one signature of its claimant: also while it waits for the secretariat */
export function holdsClaim(record: States): boolean {
  return (
    record.confirmedAt !== undefined &&
    record.moderation !== 'rejected' &&
    record.withdrawnAt === undefined &&
    record.duplicateOf === undefined
  );
}

/** @returns whether the secretariat has to decide about the signature: in no list and no count until then */
export function isHeld({ confirmedAt, moderation, withdrawnAt }: States): boolean {
  return confirmedAt !== undefined && moderation === 'held' && withdrawnAt === undefined;
}

/** @returns whether the secretariat has to decide about a change of a signature that it has accepted as it is */
export function hasChangeInReview({
  confirmedAt,
  moderation,
  withdrawnAt,
  proposal: asked,
}: States & Pick<SignatureRecord, 'proposal'>): boolean {
  return confirmedAt !== undefined && moderation === 'approved' && withdrawnAt === undefined && asked !== undefined;
}

/** @returns whether the secretariat has to look at it */
export function waitsForReview(record: States & Pick<SignatureRecord, 'proposal'>): boolean {
  return isHeld(record) || hasChangeInReview(record);
}

/** @returns whether the last change that its signer asked for was not accepted */
export function isChangeDeclined({ history, proposal: asked }: SignatureRecord): boolean {
  const names = ['corrected', 'switched', 'proposed', 'declined'];
  return asked === undefined && history.findLast(({ did }) => names.includes(did))?.did === 'declined';
}

/**
 * @returns how the secretariat has accepted the public fields as they stand, if it has. Before there was a mark for it,
 *   everything that it did in favour of a signature was done with the names in view
 */
export function acceptedAs(record: SignatureRecord): SignatureRecord['accepted'] {
  const { accepted, moderation, evidence, featured, chapter, history } = record;
  if (accepted !== undefined || moderation !== 'approved') return accepted;
  const marked =
    featured !== undefined || chapter !== undefined || evidence.some(({ method }) => method === 'secretariat');
  const last = history.findLast(({ did }) => ['approved', 'held', 'rejected'].includes(did));
  return marked || last?.did === 'approved' ? 'named' : undefined;
}

/** @returns the name under which the co-signatory is known: the organisation's, else the person's */
export function coSignatoryName({ kind, organisationName, signatoryName }: SignatureRecord): string {
  return kind === 'organisation' ? (organisationName ?? signatoryName) : signatoryName;
}
