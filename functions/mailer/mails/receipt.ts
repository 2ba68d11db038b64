/** Sent after the confirmation and after each correction: the recorded data and the state of the signature. */
import { nextLinks } from '../../../shared/letter/after-signing.ts';
import { duplicateSentences, type Sentence } from '../../../shared/signature/duplicate-message.ts';
import { stateOf } from '../../../shared/signature/owner/owner-view.ts';
import { wantedFields } from '../../../shared/signature/public-fields.ts';
import { type SignatureRecord, textSeenBy } from '../../../shared/signature/record.ts';
import { isChangeDeclined } from '../../../shared/signature/states.ts';
import { typedFacts } from '../../../shared/signature/typed-facts.ts';
import type { MessageKey } from '../../../shared/text/catalogue.ts';
import { contactParts, letterPart, manageParts, olderVersionPart } from '../frame/common.ts';
import { fillTextFor, frame } from '../frame/frame.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { type Fact, type Part, paragraph, smallLink, smallPrint } from '../frame/parts.ts';
import { fillText, isolate } from '../frame/words.ts';
import type { Told } from './told.ts';

export function composeReceipt(
  subject: MailSubject,
  { manageToken }: Pick<Told, 'manageToken'>,
): Promise<ComposedMail> {
  const { record, texts } = subject;
  const isCorrection = record.history.some(({ did }) => corrections.includes(did));
  const facts: Part = { is: 'facts', words: texts.text('mail.receipt-facts'), facts: factsOf(subject) };
  return frame(subject, {
    subject: isCorrection ? 'mail.corrected-subject' : 'mail.receipt-subject',
    title: isCorrection ? 'mail.corrected-title' : 'mail.receipt-title',
    parts: [
      paragraph(fillTextFor(subject, isCorrection ? 'mail.corrected-text' : whatHappened(record))),
      ...(isCorrection
        ? []
        : [paragraph(fillTextFor(subject, 'mail.receipt-thanks', { convener: subject.text.convener.organisation }))]),
      ...statusNotes(subject).map(({ key, values }) => paragraph(fillTextFor(subject, key, values))),
      ...changeParts(subject),
      facts,
      ...manageParts(subject, manageToken),
      ...(isCorrection ? [] : afterSigning(subject)),
      letterPart(subject),
      ...olderVersionPart(subject),
      ...contactParts(subject),
      smallPrint(texts.text('page.label', { label: texts.text('mail.fact-version') }) + isolate(textSeenBy(record))),
    ],
  });
}

/** The page that the letter or a partner chose, and where to share the letter. */
function afterSigning({ record, letter, texts, publicUrl }: MailSubject): Part[] {
  return [
    ...nextLinks(letter, record.partner).map(({ address, site }) =>
      smallLink(site === undefined ? texts.text('share.next') : fillText(texts, 'share.next-site', { site }), address),
    ),
    smallLink(texts.text('mail.share'), `${publicUrl}/${letter.slug}#share`),
  ];
}

/** Says that the name is listed, or that the signature is counted, only where it is so. */
function whatHappened(record: SignatureRecord): MessageKey {
  if (stateOf(record) !== 'counted') return 'mail.receipt-text';
  return record.display === 'public' ? 'confirm.done-text' : 'confirm.done-withheld';
}

const corrections: readonly string[] = ['corrected', 'switched', 'proposed', 'declined'];

/** A change that awaits review, or was declined. */
function changeParts(subject: MailSubject): Part[] {
  const { record, texts } = subject;
  if (isChangeDeclined(record)) return [paragraph(fillTextFor(subject, 'manage.change-declined'))];
  if (!record.proposal) return [];
  const facts = factsOf({ ...subject, record: { ...record, ...wantedFields(record), confirmedAt: undefined } });
  return [{ is: 'facts', words: texts.text('manage.change-awaits'), facts }];
}

/** Notes for the owner of a signature that is not simply counted. */
function statusNotes({ record, letter }: MailSubject): Sentence[] {
  const words = (...keys: MessageKey[]) => keys.map((key) => ({ key, values: {} }));
  switch (stateOf(record)) {
    case 'held':
      // Only an organisation can prove more than its mailbox.
      return record.kind === 'organisation' ? words('mail.state-held', 'mail.prove') : words('mail.state-held');
    case 'duplicate':
      return duplicateSentences(record, letter);
    case 'merged':
      return words('manage.state-merged');
    case 'displaced':
      return words('mail.state-displaced', 'mail.prove');
    case 'rejected':
      return words('mail.state-rejected');
    default:
      return [];
  }
}

function factsOf({ record, texts }: MailSubject): Fact[] {
  const facts: [string, string | undefined][] = [
    ...typedFacts(record, 'mail', texts),
    [texts.text('mail.fact-display'), texts.text(`mail.fact-display-${record.display}`)],
    [texts.text('mail.fact-date'), record.confirmedAt && texts.date(record.confirmedAt)],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}
