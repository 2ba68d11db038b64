/** The mails that ask to confirm: the first, and the one reminder. The recipient may never have heard of us. */
import { willAwaitReview } from '../../../shared/signature/evidence.ts';
import { letterPart, olderVersionPart, type Proof, proofParts } from '../frame/common.ts';
import { fillTextFor, frame } from '../frame/frame.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { type Part, paragraph, smallLink, smallPrint } from '../frame/parts.ts';

/** @param stopUrl page with a button that ends all mail to this address */
export interface Asking {
  readonly proof: Proof;
  readonly stopUrl: string;
}

export function composeConfirmation(about: MailSubject, asking: Asking): Promise<ComposedMail> {
  const subject = unproven(about);
  const { record } = subject;
  return frame(subject, {
    subject: 'mail.confirm-subject',
    title: 'mail.confirm-title',
    step: 'confirm.step',
    parts: [
      paragraph(fillTextFor(subject, `mail.confirm-${record.kind}`)),
      ...pressParts(subject),
      ...ending(subject, asking),
    ],
  });
}

export function composeReminder(about: MailSubject, asking: Asking): Promise<ComposedMail> {
  const subject = unproven(about);
  const { record, texts } = subject;
  return frame(subject, {
    subject: 'mail.reminder-subject',
    title: 'mail.reminder-title',
    step: 'confirm.step',
    parts: [
      paragraph(fillTextFor(subject, `mail.reminder-${record.kind}`, { date: texts.date(record.submittedAt) })),
      ...pressParts(subject),
      ...ending(subject, asking),
      smallPrint(texts.text('mail.reminder-only')),
    ],
  });
}

function pressParts({ record, texts }: MailSubject): Part[] {
  const press = paragraph(texts.text('mail.confirm-press'));
  return willAwaitReview(record) ? [press, paragraph(texts.text('confirm.review'))] : [press];
}

/** The recipient has not yet shown that the mailbox is theirs. */
function unproven(subject: MailSubject): MailSubject {
  return { ...subject, record: { ...subject.record, confirmedAt: undefined } };
}

function ending(subject: MailSubject, { proof, stopUrl }: Asking): Part[] {
  const { texts, letter } = subject;
  return [
    ...proofParts(subject, letter.slug, proof),
    letterPart(subject),
    ...olderVersionPart(subject),
    smallPrint(texts.text('mail.not-me')),
    smallLink(texts.text('mail.stop'), stopUrl),
  ];
}
