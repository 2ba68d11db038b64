/**
 * Kinds of mails, with the data about each that every part of the system needs. `functions/mailer/mails/index.ts`
 * composes them. Updates carry List-Unsubscribe headers. No other mail does: each follows from an action of its
 * recipient, except the digest, which has a link to its setting, and a handover, which is sent once.
 */
import * as z from 'zod';
import { signatureId } from '../ids.ts';

/**
 * The two mail queues. `urgent` is for mails that somebody is waiting for and cannot continue without. They never queue
 * behind other mails.
 */
export type MailLane = 'urgent' | 'other';

interface MailFacts {
  /** Its name in the console. */
  readonly label: string;
  /**
   * The row on which the mail is due, and whose id is in its message: a submission to be confirmed, a confirmed
   * signature (both are rows of a signature), a request for links, a request to sign in, a notice to a member, a mail of a
   * handover, one that follows from a dispute, a mailbox that gets updates of a letter, or a test signature of a draft.
   */
  readonly about:
    | 'submission'
    | 'signature'
    | 'link-request'
    | 'sign-in-request'
    | 'notice'
    | 'handover'
    | 'dispute'
    | 'subscriber'
    | 'test';
  readonly lane: MailLane;
  /** The list on that row which keeps the hash of the link in the mail. A mail with links to other rows has none. */
  readonly tokens?: 'confirmTokens' | 'manageTokens' | 'tokens';
  /**
   * The cap that protects its recipient, for a mail that a stranger can cause (rule 4): that of the mailbox,
   * over all letters, or that of the member.
   */
  readonly cap?: 'mailbox' | 'member';
}

const facts = {
  confirmation: {
    label: 'request to confirm',
    about: 'submission',
    lane: 'urgent',
    tokens: 'confirmTokens',
    cap: 'mailbox',
  },
  /** The only reminder of a missing confirmation. */
  reminder: {
    label: 'reminder to confirm',
    about: 'submission',
    lane: 'other',
    tokens: 'confirmTokens',
    cap: 'mailbox',
  },
  /**
   * Sent after the confirmation and after each correction, with the recorded data. Also says when it is a duplicate.
   */
  receipt: { label: 'receipt', about: 'signature', lane: 'other', tokens: 'manageTokens' },
  /** Tells a co-signatory that the secretariat added them, and offers to object. */
  added: { label: 'note that it was added', about: 'signature', lane: 'other', tokens: 'manageTokens' },
  /** To the first signer of an organisation: somebody else signed for it, too. */
  'duplicate-note': {
    label: 'note about a second signature',
    about: 'signature',
    lane: 'other',
    tokens: 'manageTokens',
  },
  /** To a signer whose claim went to a better proof. */
  displaced: {
    label: 'note that another signature is listed instead',
    about: 'signature',
    lane: 'other',
    tokens: 'manageTokens',
  },
  /** Decisions that a member wants to report to the signer. */
  listed: { label: 'note that it was approved', about: 'signature', lane: 'other', tokens: 'manageTokens' },
  'not-listed': { label: 'note that it was rejected', about: 'signature', lane: 'other', tokens: 'manageTokens' },
  /** Asks an organisation's signer for more proof. */
  'proof-asked': { label: 'request for proof', about: 'signature', lane: 'other', tokens: 'manageTokens' },
  /** Asks, once, to carry a signature over to a new version of the letter. */
  'new-version': { label: 'question about the new version', about: 'signature', lane: 'other', tokens: 'manageTokens' },
  /** Asks, once, to sign a letter that follows. Its link opens only the form of that letter. */
  'follow-up': {
    label: 'question about a letter that follows',
    about: 'signature',
    lane: 'other',
    tokens: 'manageTokens',
  },
  /** A signer who has withdrawn is told so, and needs no link. */
  withdrawn: { label: 'confirmation of the withdrawal', about: 'signature', lane: 'other' },
  /** Answers a request for links by mailbox. */
  link: { label: 'links to signatures', about: 'link-request', lane: 'other', cap: 'mailbox' },
  /** The link with which a member of the secretariat signs in. */
  'sign-in': { label: 'link to sign in', about: 'sign-in-request', lane: 'urgent', tokens: 'tokens', cap: 'member' },
  /** Tells a new member of the secretariat how to sign in. */
  invitation: { label: 'invitation', about: 'notice', lane: 'other' },
  /** Something needs a member who asked to be told. */
  alert: { label: 'alert', about: 'notice', lane: 'other' },
  /** Daily news for members who asked for it. */
  digest: { label: 'daily email', about: 'notice', lane: 'other' },
  /** A test of an update, for the member who writes it. */
  'update-test': { label: 'test of an update', about: 'notice', lane: 'other' },
  /** Tells signers for an organisation that somebody says it did not sign. */
  disputed: { label: 'note about a complaint', about: 'dispute', lane: 'other', cap: 'mailbox' },
  /** The secretariat's answer to the person who said so. */
  'dispute-answer': { label: 'answer to a complaint', about: 'dispute', lane: 'other', cap: 'mailbox' },
  /** Hands a letter over to an addressee, or sends the convener a copy. */
  handover: { label: 'delivery of the letter', about: 'handover', lane: 'other', tokens: 'tokens' },
  /** News about a letter, for signers who asked for it. Housekeeping queues it, so it is in no index of what is due. */
  update: { label: 'update', about: 'subscriber', lane: 'other' },
  /** Asks to confirm a test signature. In the other queue, so that tests never delay a signature. */
  test: { label: 'request to confirm a test', about: 'test', lane: 'other', tokens: 'tokens', cap: 'mailbox' },
} as const satisfies Readonly<Record<string, MailFacts>>;

export type MailKind = keyof typeof facts;
export type MailAbout = MailFacts['about'];
/** The kinds of mails about such a row. */
export type MailKindAbout<About extends MailAbout> = {
  [Kind in MailKind]: (typeof facts)[Kind]['about'] extends About ? Kind : never;
}[MailKind];

/** The cap of such a mail, or never. */
export type CapOf<Kind extends MailKind> = (typeof facts)[Kind] extends { cap: infer Cap } ? Cap : never;

/** @returns the data about such a mail */
export const mailFacts = (mail: MailKind): MailFacts => facts[mail];

/** Whether a name, such as a tag of a mail that came back, is that of a kind. */
export const isMailKind = (name: string): name is MailKind => Object.hasOwn(facts, name);
export const mailKind = z.enum(Object.keys(facts).filter(isMailKind));

/** Whether such a mail is due on a row of that sort. */
export function isAbout<About extends MailAbout>(mail: MailKind, about: About): mail is MailKindAbout<About> {
  return facts[mail].about === about;
}

/** Whether such a mail is due on the row of a signature, whose id its message then holds. */
export const isOfSignature = (mail: MailKind) => isAbout(mail, 'submission') || isAbout(mail, 'signature');

/** Things that can be due for a signature: a mail, or the deletion of one that was never confirmed. */
export const dueKind = z.enum([...mailKind.options, 'expiry']);
export type DueKind = z.infer<typeof dueKind>;

/** A message on a mail queue: ids only, never personal data. `signature` is the id of the row that the mail is about. */
export const mailRequest = z.strictObject({ signature: signatureId, mail: mailKind });
export type MailRequest = z.infer<typeof mailRequest>;
