/**
 * The registry of mails: how each kind is composed. A kind that is missing here does not compile. The row that it is
 * about, its queue, its link and its cap are in `shared/mail/kind.ts`, because the rest of the system needs them.
 */
import type { MailKindAbout } from '../../../shared/mail/kind.ts';
import type { Member } from '../../../shared/member/member.ts';
import type { Notice } from '../../../shared/member/notice.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { composeAdded } from './added.ts';
import { type Asking, composeConfirmation, composeReminder } from './confirmation.ts';
import { composeListed, composeNotListed, composeProofAsked } from './decided.ts';
import { composeDisplaced } from './displaced.ts';
import { composeDuplicateNote } from './duplicate-note.ts';
import { composeFollowUp } from './follow-up.ts';
import { composeNewVersion } from './new-version.ts';
import { composeReceipt } from './receipt.ts';
import type { Told } from './told.ts';
import { composeUpdateTest } from './update.ts';
import { composeWithdrawn } from './withdrawn.ts';

type SubmissionMail = MailKindAbout<'submission'>;
export type SignatureMail = MailKindAbout<'signature'>;
type NoticeMail = MailKindAbout<'notice'>;

/** Asks the owner of a mailbox, who may never have heard of us. A stranger's words are quoted with care. */
export const submissionMails: {
  readonly [Kind in SubmissionMail]: (subject: MailSubject, asking: Asking) => Promise<ComposedMail>;
} = {
  confirmation: composeConfirmation,
  reminder: composeReminder,
};

/** Tells the owner of a confirmed signature what happened to it. */
export const signatureMails: {
  readonly [Kind in SignatureMail]: (subject: MailSubject, told: Told) => Promise<ComposedMail>;
} = {
  receipt: composeReceipt,
  added: composeAdded,
  listed: composeListed,
  'not-listed': composeNotListed,
  'proof-asked': composeProofAsked,
  'duplicate-note': composeDuplicateNote,
  displaced: composeDisplaced,
  'new-version': composeNewVersion,
  'follow-up': composeFollowUp,
  withdrawn: composeWithdrawn,
};

type NoticeOf<Kind extends NoticeMail> = Extract<Notice, { due: Kind }>;
type NoticeContext = { readonly email: string; readonly publicUrl: string };

interface NoticeEntry<Kind extends NoticeMail> {
  /** Whether the member, who is not revoked, still wants it. */
  readonly isWanted: (member: Member) => boolean;
  /** @param texts the strings in English */
  readonly compose: (about: NoticeOf<Kind> & NoticeContext, texts: Texts) => Promise<ComposedMail>;
}

/** Tells a member of the secretariat something. In English, like the console. Few mails are: they are loaded on demand. */
export const noticeMails: { readonly [Kind in NoticeMail]: NoticeEntry<Kind> } = {
  invitation: {
    isWanted: () => true,
    compose: async (...given) => (await import('./invitation.ts')).composeInvitation(...given),
  },
  alert: { isWanted: () => true, compose: async (...given) => (await import('./alert.ts')).composeAlert(...given) },
  digest: {
    isWanted: ({ digest }) => digest,
    compose: async (...given) => (await import('./digest.ts')).composeDigest(...given),
  },
  'update-test': { isWanted: () => true, compose: composeUpdateTest },
};

/** @returns the mail of a notice */
export function composeNotice<Kind extends NoticeMail>(
  due: Kind,
  notice: NoticeOf<Kind>,
  context: NoticeContext,
  texts: Texts,
): Promise<ComposedMail> {
  const entry: NoticeEntry<Kind> = noticeMails[due];
  return entry.compose({ ...notice, ...context }, texts);
}
