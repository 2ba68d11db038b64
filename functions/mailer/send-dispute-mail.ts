/** Sends the mails that follow from a dispute: to those whose signature it concerns, and the secretariat's answer. */
import { type DisputeMail, dropDisputeMail, readDisputeMail } from '../../shared/dispute/dispute-mail.ts';
import { languagesOf } from '../../shared/letter/letter.ts';
import { textsOf } from '../../shared/letter/own-texts.ts';
import { versionShownIn } from '../../shared/letter/shown-version.ts';
import { readLetter, readText } from '../../shared/letter/storage.ts';
import type { MailKindAbout, MailRequest } from '../../shared/mail/kind.ts';
import { addToken, dropExpiredTokens, dropToken, releaseLeaseOf, takeLease } from '../../shared/mail/lease.ts';
import { readMailbox } from '../../shared/mailbox/record.ts';
import { removeAttempt } from '../../shared/mailbox/signatures-of-mailbox.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { bestLanguage } from '../../shared/text/language.ts';
import { manageToken } from './choose-confirmation.ts';
import { checkMailCap } from './mail-cap.ts';
import { type Delivery, mailContextOf } from './mail-context.ts';
import { mailsPaused } from './mail-pause.ts';
import { composeDisputeAnswer } from './mails/dispute-answer.ts';
import { composeDisputed } from './mails/disputed.ts';
import { organisationsNamed } from './organisations-named.ts';
import { sendOrRelease } from './send-with-lease.ts';

/** Maximum number of signatures of one name whose owners are notified. */
const maxTold = 3;
const day = 24 * 3600 * 1000;

/** @throws when a mail could not be sent; it stays due */
export async function sendDisputeMail(
  delivery: Delivery,
  request: MailRequest & { mail: MailKindAbout<'dispute'> },
  now: number,
): Promise<void> {
  const { store } = delivery;
  const mail = await readDisputeMail(store, request.signature);
  if (mail?.due !== request.mail) return;
  // It stays due, and the sweep queues it again.
  if (await mailsPaused(store, mail.letter, now)) return;
  const lease = await takeLease(store, request, undefined, now);
  if (!lease) return;
  const giveBack = (isPerhapsOut: boolean) => releaseLeaseOf(store, lease, isPerhapsOut);
  if (mail.due === 'dispute-answer') await sendAnswer(delivery, mail, giveBack, now);
  else {
    for (const record of await organisationsNamed(store, mail.letter, mail.organisation, maxTold)) {
      await tellSigner(delivery, mail, record, giveBack, now);
    }
  }
  await dropDisputeMail(store, mail.id);
}

type GiveBack = (isPerhapsOut: boolean) => Promise<void>;

/** @returns whether the mailbox may get the mail: within its cap, and once a day about the same */
async function isAllowed(
  { store, keys }: Delivery,
  { id, email, about }: { id: DisputeMail['id']; email: string; about: string },
  now: number,
): Promise<boolean> {
  const mailbox = await readMailbox(store, keys, email);
  const content = keys.hash('content', 'dispute', about);
  const isToday = mailbox.mails.some((sent) => sent.content === content && sent.mail !== id && sent.at > now - day);
  if (isToday) return false;
  return (await checkMailCap(store, keys, { email, mail: id, content, mailbox }, [], now)).allowed;
}

async function tellSigner(
  delivery: Delivery,
  { id, due }: Extract<DisputeMail, { due: 'disputed' }>,
  record: SignatureRecord,
  giveBack: GiveBack,
  now: number,
): Promise<void> {
  const { store, keys } = delivery;
  const { email } = record;
  // Erased, or added without one.
  if (email === '') return;
  const { token, stored } = manageToken(record, now);
  const carried = { of: 'manageTokens', stored } as const;
  const takeBack = async (isPerhapsOut: boolean) => {
    await giveBack(isPerhapsOut);
    if (isPerhapsOut) return;
    await removeAttempt(store, keys, { email, mail: id }, now);
    await dropToken(store, record.id, carried);
  };
  await sendOrRelease(takeBack, delivery, { about: { mail: due, signature: id }, now }, async () => {
    if (!(await isAllowed(delivery, { id, email, about: record.id }, now))) return 'over-cap';
    await dropExpiredTokens(store, record, now);
    await addToken(store, record.id, carried);
    const mail = await composeDisputed(await mailContextOf(delivery, record), { manageToken: token });
    return { to: email, mail, allowedBy: 'mailbox' as const };
  });
}

async function sendAnswer(
  delivery: Delivery,
  answer: Extract<DisputeMail, { due: 'dispute-answer' }>,
  giveBack: GiveBack,
  now: number,
): Promise<void> {
  const { store, keys } = delivery;
  const { id, due, email, letter: slug } = answer;
  const takeBack = async (isPerhapsOut: boolean) => {
    await giveBack(isPerhapsOut);
    if (!isPerhapsOut) await removeAttempt(store, keys, { email, mail: id }, now);
  };
  await sendOrRelease(takeBack, delivery, { about: { mail: due, signature: id }, now }, async () => {
    // Anybody may have typed the address.
    if (!(await isAllowed(delivery, { id, email, about: `${slug} ${answer.organisation}` }, now))) return 'over-cap';
    const letter = await readLetter(store, slug);
    if (!letter) return 'over-cap';
    const wanted = answer.language === undefined ? [] : [answer.language];
    const language = bestLanguage(wanted, languagesOf(letter), letter.language);
    const stored = await readText(store, slug, versionShownIn(letter, language), language);
    if (!stored) throw new Error('the text of a letter is missing');
    const texts = await textsOf(letter, answer.language ?? letter.language);
    const mail = await composeDisputeAnswer({
      answer,
      letter,
      text: stored.text,
      texts,
      publicUrl: delivery.publicUrl,
    });
    return { to: email, mail, allowedBy: 'mailbox' as const };
  });
}
