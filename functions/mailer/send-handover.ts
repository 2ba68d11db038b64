/** Sends a mail that hands a delivery over to an addressee, or the convener's copy of it. */
import { findFile, type Delivery as LetterDelivery } from '../../shared/delivery/delivery.ts';
import { readDelivery } from '../../shared/delivery/storage.ts';
import { fileName, mediaType } from '../../shared/document/files.ts';
import { maxAttached } from '../../shared/handover/handover.ts';
import {
  addHandoverToken,
  type HandoverMail,
  linksValidFor,
  readHandoverMail,
  settleHandoverMail,
} from '../../shared/handover/handover-mail.ts';
import { textsOf } from '../../shared/letter/own-texts.ts';
import { readLetter, readTextWithHash } from '../../shared/letter/storage.ts';
import type { MailRequest } from '../../shared/mail/kind.ts';
import { releaseLeaseOf, takeLease } from '../../shared/mail/lease.ts';
import { readSuppression } from '../../shared/mailbox/suppression.ts';
import { makeToken } from '../../shared/platform/token/token.ts';
import type { Delivery } from './mail-context.ts';
import { mailsPaused } from './mail-pause.ts';
import { composeHandover, type HandoverSubject } from './mails/handover.ts';
import { type Ready, sendOrRelease } from './send-with-lease.ts';

/** @throws when the mail could not be sent, also while the documents are being made again; it stays due */
export async function sendHandover(delivery: Delivery, request: MailRequest, now: number): Promise<void> {
  const { store, keys } = delivery;
  const mail = await readHandoverMail(store, request.signature);
  if (mail?.due !== 'handover') return;
  // It stays due, and the sweep queues it again.
  if (await mailsPaused(store, mail.letter, now)) return;
  const expiresAt = now + linksValidFor;
  const arrived = makeToken(mail.id, 'arrived', expiresAt);
  const lease = await takeLease(store, request, { of: 'tokens', stored: arrived.stored }, now);
  if (!lease) return;
  const takeBack = (isPerhapsOut: boolean) => releaseLeaseOf(store, lease, isPerhapsOut);
  const about = { mail: 'handover', signature: mail.id } as const;
  const result = await sendOrRelease<'handover', 'suppressed' | 'settled'>(
    takeBack,
    delivery,
    { about, now },
    async () => {
      if (await readSuppression(store, keys, mail.email)) return 'suppressed';
      const document = makeToken(mail.id, 'document', expiresAt);
      if (!(await addHandoverToken(store, mail.id, document.stored))) return 'settled';
      return compose(delivery, mail, { document: document.token, arrived: arrived.token, expiresAt });
    },
  );
  if (result === 'settled') return;
  const at = new Date(now).toISOString();
  await settleHandoverMail(store, mail, result === 'sent' ? { sentAt: at } : { notSent: { at, because: result } });
}

interface Links {
  readonly document: string;
  readonly arrived: string;
  readonly expiresAt: number;
}

async function compose(delivery: Delivery, mail: HandoverMail, links: Links): Promise<Ready> {
  const { store, publicUrl } = delivery;
  const [letter, found] = await Promise.all([
    readLetter(store, mail.letter),
    readDelivery(store, mail.letter, mail.delivery),
  ]);
  const text = letter && found && (await textOf(delivery, mail, found));
  if (!letter || !found || !text) throw new Error('the delivery of a mail is missing');
  const page = `${publicUrl}/${mail.letter}`;
  const subject: HandoverSubject = {
    letter,
    text,
    texts: await textsOf(letter, mail.language),
    cover: mail,
    attachment: await attachmentOf(delivery, mail, found),
    documentUrl: `${page}/handover/${links.document}`,
    linksExpire: new Date(links.expiresAt),
    pageUrl: `${page}/deliveries/${mail.delivery}`,
    arrivedUrl: mail.copyOf ? undefined : `${page}/arrived/${links.arrived}`,
    copyOf: mail.copyOf,
  };
  return { to: mail.email, mail: await composeHandover(subject) };
}

/** @returns the text that was delivered, in the language of the mail */
async function textOf({ store }: Delivery, mail: HandoverMail, { frozen }: LetterDelivery) {
  const hash = frozen?.texts[mail.language];
  return hash === undefined ? undefined : (await readTextWithHash(store, mail.letter, mail.language, hash))?.text;
}

async function attachmentOf({ mailing }: Delivery, { letter, language }: HandoverMail, found: LetterDelivery) {
  const file = findFile(found, 'pdf', language);
  if (!file) throw new Error('the documents are being made again');
  if (file.bytes > maxAttached) return undefined;
  const content = await mailing.readFile(file.key);
  if (!content) throw new Error('the documents are being made again');
  return { filename: fileName('pdf', letter), contentType: mediaType('pdf'), content: Buffer.from(content) };
}
