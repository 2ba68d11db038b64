/** Whether a signer may be sent the mail about a letter that follows, at the moment of sending. */
import { followUpCover } from '../../shared/letter/follow-up.ts';
import { signing } from '../../shared/letter/letter.ts';
import { knowMailbox } from '../../shared/signature/mailbox-facts.ts';
import { whyNotWritten } from '../../shared/signature/may-write.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { type Delivery, followingLetter } from './mail-context.ts';

/**
 * The letter may have been closed since the mail became due; its signer may have withdrawn their consent or the
 * signature, and the secretariat may have rejected it or blocked the address.
 */
export async function mayInvite(delivery: Delivery, record: SignatureRecord, now: number): Promise<boolean> {
  const { store, keys } = delivery;
  const [following, isCovered, { facts }] = await Promise.all([
    followingLetter(delivery, record),
    followUpCover(store, record.letter)(record),
    knowMailbox(store, keys, record, new Date(now)),
  ]);
  const isOpen = following !== undefined && signing(following.letter, new Date(now)) === 'open';
  return isOpen && !whyNotWritten(record, 'follow-up', facts, isCovered);
}

/** The same for the row as it is when SES is about to be asked: the mail may have waited long for its turn. */
export async function mayStillInvite(
  delivery: Delivery,
  { id, email }: SignatureRecord,
  now: number,
): Promise<boolean> {
  const record = await readSignature(delivery.store, id);
  const isDue = record?.due === 'follow-up' && record.email === email;
  return isDue && mayInvite(delivery, record, now);
}
