/** The secretariat's decision about a signature, told to its signer because a member asked for it. */
import { stateOf } from '../../../shared/signature/owner/owner-view.ts';
import { contactParts, letterPart, manageParts } from '../frame/common.ts';
import { fillTextFor, frame } from '../frame/frame.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { paragraph } from '../frame/parts.ts';
import { wordsOfSecretariat } from './dispute-answer.ts';
import { composeReceipt } from './receipt.ts';
import type { Told } from './told.ts';

type Links = Pick<Told, 'manageToken'>;

/** The receipt instead, when something else has happened since. */
export function composeListed(subject: MailSubject, { manageToken }: Links): Promise<ComposedMail> {
  const { record } = subject;
  if (stateOf(record) !== 'counted') return composeReceipt(subject, { manageToken });
  return frame(subject, {
    subject: record.display === 'public' ? 'mail.listed-subject' : 'mail.receipt-subject',
    title: record.display === 'public' ? 'mail.listed-title' : 'mail.receipt-title',
    parts: [
      paragraph(fillTextFor(subject, record.display === 'public' ? 'mail.listed-text' : 'mail.counted-text')),
      ...manageParts(subject, manageToken),
      letterPart(subject),
      ...contactParts(subject),
    ],
  });
}

export function composeNotListed(subject: MailSubject, { manageToken }: Links): Promise<ComposedMail> {
  const { record, texts } = subject;
  if (stateOf(record) !== 'rejected') return composeReceipt(subject, { manageToken });
  return frame(subject, {
    subject: 'mail.rejected-subject',
    title: 'mail.rejected-title',
    parts: [
      paragraph(fillTextFor(subject, 'mail.rejected-text')),
      ...wordsOfSecretariat(record.told, texts),
      ...manageParts(subject, manageToken),
      ...contactParts(subject),
    ],
  });
}

/** The steps by which an organisation can be proven, the easiest first. */
export function composeProofAsked(subject: MailSubject, { manageToken }: Links): Promise<ComposedMail> {
  const { record, texts } = subject;
  if (stateOf(record) !== 'held') return composeReceipt(subject, { manageToken });
  return frame(subject, {
    subject: 'mail.proof-subject',
    title: 'mail.proof-title',
    parts: [
      paragraph(fillTextFor(subject, 'mail.proof-text')),
      paragraph(texts.text('mail.proof-mailbox')),
      paragraph(fillTextFor(subject, 'mail.prove')),
      paragraph(texts.text('mail.proof-reply')),
      ...manageParts(subject, manageToken),
      letterPart(subject),
      ...contactParts(subject),
    ],
  });
}
