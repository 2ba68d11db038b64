/** One mail of every kind that the registry has: to signers, to members, to addressees. A kind that is missing does not compile. */
import { mailLook } from '../../functions/mailer/frame/look.ts';
import type { ComposedMail, MailSubject } from '../../functions/mailer/frame/mail.ts';
import { composeAlert } from '../../functions/mailer/mails/alert.ts';
import { composeDigest } from '../../functions/mailer/mails/digest.ts';
import { composeDisputeAnswer } from '../../functions/mailer/mails/dispute-answer.ts';
import { composeInvitation } from '../../functions/mailer/mails/invitation.ts';
import { composeSignIn } from '../../functions/mailer/mails/sign-in.ts';
import { composeTest } from '../../functions/mailer/mails/test.ts';
import { composeUpdate, composeUpdateTest } from '../../functions/mailer/mails/update.ts';
import { contactOf } from '../../shared/letter/contact.ts';
import { compileMarkdown } from '../../shared/letter/markdown.ts';
import type { MailKind } from '../../shared/mail/kind.ts';
import { testSignature } from '../../shared/test-signature/test-signature.ts';
import { textsFor } from '../../shared/text/catalogue.ts';
import { publicUrl } from '../fixtures/world.ts';
import { composeOne, stopUrl } from './every-mail.ts';

type Compose = (about: MailSubject) => Promise<ComposedMail>;

const toSigner =
  (name: Parameters<typeof composeOne>[0]): Compose =>
  (about) =>
    composeOne(name, about);

const text = [
  'Good news: **the first ferry** now uses power from the shore.',
  '- no more engines at night',
  'Read more [on the site of the harbour](https://harbour.example/ferry).',
].join('\n\n');
const words = {
  language: 'en',
  words: { subject: 'The first ferry has shore power', text, blocks: compileMarkdown(text) },
};

/** The parts of an update that its recipients and its test have in common. */
function updateOf({ letter, text: read }: MailSubject) {
  const { title, convener } = read;
  const newsUrl = `${publicUrl}/${letter.slug}/news/c1tgjew6tvvg`;
  return {
    ...{ letter: letter.slug, title, convener: convener.organisation, contact: contactOf(letter), newsUrl },
    words,
  };
}

const one = ({ letter, text: { title } }: MailSubject) => ({ letter: letter.slug, title });

export const kinds: Readonly<Record<MailKind, Compose>> = {
  confirmation: toSigner('confirmation'),
  reminder: toSigner('reminder'),
  receipt: toSigner('receipt'),
  added: toSigner('added'),
  'duplicate-note': toSigner('duplicate-note'),
  displaced: toSigner('displaced'),
  listed: toSigner('listed'),
  'not-listed': toSigner('not-listed'),
  'proof-asked': toSigner('proof-asked'),
  'new-version': toSigner('new-version'),
  'follow-up': toSigner('follow-up'),
  withdrawn: toSigner('withdrawn'),
  link: toSigner('links'),
  disputed: toSigner('disputed'),
  handover: toSigner('handover'),
  'dispute-answer': ({ letter, text: read, texts }) =>
    composeDisputeAnswer({
      answer: { organisation: 'Steppe Legal Aid', answer: 'rejected', words: 'Thank you.\nWe removed it.' },
      ...{ letter, text: read, texts, publicUrl },
    }),
  update: (about) =>
    composeUpdate({
      ...updateOf(about),
      look: mailLook(about.letter, about.text.convener.organisation, publicUrl),
      ...{ texts: about.texts, publicUrl },
      manageUrl: `${publicUrl}/manage/${'m'.repeat(46)}`,
      unsubscribeUrl: `${publicUrl}/${about.letter.slug}/unsubscribe/${'u'.repeat(46)}`,
    }),
  'update-test': (about) => {
    const { logo, settings } = about.letter;
    const test = { ...updateOf(about), language: about.texts.language, logo, colour: settings.colour };
    return composeUpdateTest({ test, publicUrl });
  },
  test: ({ record, letter, text: read, texts }) =>
    composeTest(
      {
        test: testSignature.parse({ ...record, link: 'l', textLanguage: 'en', expiresAt: 0 }),
        letter,
        text: read,
        texts,
        publicUrl,
      },
      {
        proof: { token: 't'.repeat(46), code: 'ABCD2345', expiresAt: new Date('2026-03-11T05:06:07Z') },
        stopUrl,
      },
    ),
  'sign-in': async () => composeSignIn({ url: `${publicUrl}/console/enter/x`, publicUrl }, await textsFor('en')),
  invitation: async () =>
    composeInvitation({ invitedBy: 'Rita Example', email: 'new@example.org', publicUrl }, await textsFor('en')),
  alert: async (about) =>
    composeAlert({ kind: 'review', letters: [{ ...one(about), number: 3 }], publicUrl }, await textsFor('en')),
  digest: async (about) =>
    composeDigest(
      { letters: [{ ...one(about), total: 1200, more: 12, waiting: 3, disputes: 1 }], publicUrl },
      await textsFor('en'),
    ),
};
