/** One mail of every kind, about the same signature or its letter, without a table. */
import type { ComposedMail, MailSubject } from '../../functions/mailer/frame/mail.ts';
import { composeAlreadySigned } from '../../functions/mailer/mails/already-signed.ts';
import { composeDisputed } from '../../functions/mailer/mails/disputed.ts';
import { composeHandover } from '../../functions/mailer/mails/handover.ts';
import { signatureMails, submissionMails } from '../../functions/mailer/mails/index.ts';
import { composeLinks } from '../../functions/mailer/mails/links.ts';
import { composeReceipt } from '../../functions/mailer/mails/receipt.ts';
import { freshFields } from '../../functions/secretariat/deliveries/send-fields.ts';
import { letterSlug, makeSignatureId } from '../../shared/ids.ts';
import { planImport } from '../../shared/letter/import.ts';
import { isAbout, mailKind } from '../../shared/mail/kind.ts';
import { makeToken } from '../../shared/platform/token/token.ts';
import { type SignatureRecord, signatureRecord } from '../../shared/signature/record.ts';
import { en } from '../../shared/text/languages/en.ts';
import { makeTexts } from '../../shared/text/texts.ts';
import { letterFile, publicUrl } from '../fixtures/world.ts';

const at = '2026-03-04T05:06:07.000Z';
export const id = makeSignatureId(Buffer.alloc(32, 7));
const tokenFor = (purpose: 'confirm' | 'manage') => makeToken(id, purpose, Date.parse(at)).token;
export const stopUrl = `${publicUrl}/stop/${'s'.repeat(46)}`;

/** @returns a confirmed, counted endorsement of the test letter, with these changes */
export function subject(
  change: Partial<SignatureRecord> = {},
  more: Partial<MailSubject> & { letterChange?: Readonly<Record<string, string>> } = {},
): MailSubject {
  const { letterChange = {}, ...given } = more;
  const file = letterFile(letterChange);
  const plan = planImport(undefined, file, [], { now: new Date(at), open: true });
  if (plan.outcome === 'refused') throw new Error(plan.why);
  const record = signatureRecord.parse({
    id,
    letter: plan.letter.slug,
    letterVersion: plan.letter.versions[0].id,
    language: 'en',
    kind: 'organisation',
    organisationName: 'Steppe Legal Aid',
    organisationWebsite: 'https://steppe-legal-aid.example',
    country: 'KZ',
    signatoryName: 'Aru Example',
    signatoryRole: 'Director',
    email: 'aru@steppe-legal-aid.example',
    display: 'public',
    consents: { publication: true, updates: false, partner: false },
    attestation: true,
    wording: 'en-1',
    submittedAt: at,
    confirmedAt: at,
    moderation: 'approved',
    ...change,
  });
  return { record, letter: plan.letter, text: file.text, texts: makeTexts('en', en), publicUrl, ...given };
}

/** Every kind of mail about a signature or a letter, from the registry, and the other forms that some of them take. */
export const mailNames = [
  ...mailKind.options.filter((kind) => isAbout(kind, 'submission')),
  ...mailKind.options.filter((kind) => isAbout(kind, 'signature')),
  ...mailKind.options.filter((kind) => isAbout(kind, 'handover')),
  'handover-copy',
  'receipt-corrected',
  'receipt-held',
  'receipt-duplicate',
  'already-signed',
  'disputed',
  'links',
] as const;
export type MailName = (typeof mailNames)[number];

/** @returns the mail of that name about the signature */
export function composeOne(name: MailName, about: MailSubject): Promise<ComposedMail> {
  const manage = { manageToken: tokenFor('manage') };
  const following = async () => ({
    letter: { ...about.letter, slug: letterSlug.parse('more-air') },
    text: { ...about.text, title: 'More air' },
  });
  const told = {
    ...manage,
    followToken: tokenFor('manage'),
    following,
    newText: async () => ({ ...about.text, title: 'Clean air for the whole harbour' }),
  };
  const proof = { token: tokenFor('confirm'), code: 'ABCD2345', expiresAt: new Date('2026-03-11T05:06:07Z') };
  const as = (change: Partial<SignatureRecord>) => ({ ...about, record: { ...about.record, ...change } });
  switch (name) {
    case 'confirmation':
    case 'reminder':
      return submissionMails[name](as({ confirmedAt: undefined }), { proof, stopUrl });
    case 'receipt-corrected':
      return composeReceipt(as({ history: [{ at, did: 'corrected' }] }), manage);
    case 'receipt-held':
      return composeReceipt(as({ moderation: 'held', reviewBecause: 'level' }), manage);
    case 'receipt-duplicate':
      return composeReceipt(as({ duplicateOf: id }), manage);
    case 'already-signed':
      return composeAlreadySigned(about, manage);
    case 'not-listed':
      return signatureMails[name](as({ moderation: 'rejected', told: 'You signed for a company.' }), told);
    case 'proof-asked':
      return signatureMails[name](as({ moderation: 'held', reviewBecause: 'level' }), told);
    case 'disputed':
      return composeDisputed(about, manage);
    case 'displaced':
      return signatureMails[name](as({ displacedAt: at, duplicateOf: id, moderation: 'held' }), told);
    case 'withdrawn':
      return signatureMails[name](as({ withdrawnAt: at }), told);
    case 'handover':
      return composeHandover({ ...handoverOf(about), copyOf: undefined });
    case 'handover-copy':
      return composeHandover({
        ...handoverOf(about),
        copyOf: ['The Mayor'],
        arrivedUrl: undefined,
        attachment: undefined,
      });
    case 'links':
      return composeLinks(
        [
          { subject: about, opens: 'manage', ...manage },
          { subject: as({ kind: 'individual', confirmedAt: undefined }), opens: 'confirm', proof },
        ],
        about.texts,
      );
    default:
      return signatureMails[name](about, told);
  }
}

/** @returns what hands the letter over, with the subject that the form proposes and a note that the signer ends */
function handoverOf({ letter, text, texts, record }: MailSubject) {
  const page = `${publicUrl}/${letter.slug}`;
  const { subject: proposed = '' } = freshFields(letter, text);
  return {
    letter,
    text,
    texts,
    cover: { subject: proposed, note: `Dear Mayor,\n\nplease read this.\n\n${record.organisationName ?? ''}` },
    attachment: { filename: 'clean-air.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7 %%EOF') },
    documentUrl: `${page}/handover/${'d'.repeat(46)}`,
    linksExpire: new Date('2027-03-04T05:06:07Z'),
    pageUrl: `${page}/deliveries/c1tgjew6tvvg`,
    arrivedUrl: `${page}/arrived/${'a'.repeat(46)}`,
  };
}

/** Enough Arabic to see how a mail reads from right to left. */
export const someArabic = makeTexts('ar', {
  ...en,
  'mail.greeting': '{name}، تحية طيبة،',
  'mail.greeting-unknown': 'تحية طيبة،',
  'page.label': '{label}: ',
  'mail.code-code': 'الرمز: {code}',
  'mail.confirm-title': 'يرجى تأكيد التوقيع',
  'mail.confirm-subject': 'يرجى التأكيد: {name} توقّع «{title}»',
  'mail.confirm-organisation': 'طلبتم التوقيع على الرسالة «{title}» باسم {name}.',
  'mail.confirm-expires': 'يعمل الرابط والرمز حتى {date}.',
  'mail.fact-organisation': 'المنظمة',
  'mail.fact-country': 'البلد',
  'mail.sent-for': 'أُرسلت باسم {convener}.',
});
