/** Every mail but those that ask to confirm tells the owner of a confirmed signature what happened to it. */
import { composeDisplaced } from '../../shared/mail/compose/displaced.ts';
import { composeDuplicateNote } from '../../shared/mail/compose/duplicate-note.ts';
import { composeNewVersion } from '../../shared/mail/compose/new-version.ts';
import { composeReceipt } from '../../shared/mail/compose/receipt.ts';
import { composeWithdrawn } from '../../shared/mail/compose/withdrawn.ts';
import type { ComposedMail, MailSubject } from '../../shared/mail/frame/mail.ts';
import type { MailRequest } from '../../shared/mail/kind.ts';
import { giveBack, takeLease } from '../../shared/mail/lease.ts';
import { type Carried, type Next, settle } from '../../shared/mail/outbox.ts';
import { noteAnswer, putDown } from '../../shared/mailbox/own.ts';
import type { Suppression } from '../../shared/mailbox/record.ts';
import { readSuppression } from '../../shared/mailbox/suppression.ts';
import { type SignatureRecord, withdrawnKeptFor } from '../../shared/signature/record.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { makeToken, type StoredToken } from '../../shared/token/token.ts';
import { isDueStill, keepTokens, sendOr } from './sending.ts';
import { silenced } from './silence.ts';
import { type Delivery, manageValidFor, newTextOf, subjectOf } from './subject.ts';

/** @param record as it was read, with this mail due */
export async function tell(
  delivery: Delivery,
  request: MailRequest,
  record: SignatureRecord,
  now: number,
): Promise<void> {
  const subject = await subjectOf(delivery, record);
  const { token, stored } = makeToken(record.id, 'manage', now + manageValidFor);
  const held = await (request.mail === 'receipt' ? holdReceipt : holdOther)(delivery, request, record, stored, now);
  if (!held) return;
  const compose = async () =>
    (await silenced(delivery, record, await held.suppression(), now)) ?? news(delivery, request, subject, token);
  await sendOr(held.giveBack, delivery, request, record, compose);
  await settleTold(delivery, request, record, held.carried, now);
}

/** A mail that this mailer, and no other, works on. */
interface Held {
  readonly suppression: () => Promise<Suppression | undefined>;
  readonly giveBack: () => Promise<void>;
  /** What has to be kept with the signature once the mail is out. */
  readonly carried?: Carried;
}

/** With the receipt the mailbox is noted to own the signature, whether or not the receipt goes out. */
async function holdReceipt(
  delivery: Delivery,
  request: MailRequest,
  record: SignatureRecord,
  stored: StoredToken,
  now: number,
): Promise<Held | undefined> {
  const { store, keys } = delivery;
  const { id, letter, email, claimant = '' } = record;
  const mail = { signature: id, mail: request.mail, token: stored, noted: record.manageTokens };
  const noted = await noteAnswer(store, keys, { email, own: { id, letter, claimant } }, mail, now);
  if (!noted || (noted.again && !(await isDueStill(delivery, request, record)))) return undefined;
  const { suppressed, inHand } = noted;
  return {
    suppression: async () => suppressed,
    giveBack: () => putDown(store, keys, { email, inHand }, now),
    carried: { of: 'manageTokens', tokens: inHand.tokens },
  };
}

async function holdOther(
  { store, keys }: Delivery,
  request: MailRequest,
  { email }: SignatureRecord,
  stored: StoredToken,
  now: number,
): Promise<Held | undefined> {
  // Who has withdrawn is told so, and needs no link.
  const token = request.mail === 'withdrawn' ? undefined : ({ of: 'manageTokens', stored } as const);
  if (!(await takeLease(store, request, token, now))) return undefined;
  return {
    suppression: () => readSuppression(store, keys, email),
    giveBack: () => giveBack(store, request),
  };
}

async function settleTold(
  delivery: Delivery,
  request: MailRequest,
  record: SignatureRecord,
  carried: Carried | undefined,
  now: number,
): Promise<void> {
  const { store } = delivery;
  let known: SignatureRecord | undefined = record;
  while (known?.due === request.mail && known.dueAt === record.dueAt) {
    const [mail, ...queued] = known.dueNext;
    const last: Next =
      request.mail === 'withdrawn' ? { due: 'expiry', at: endOfWithdrawn(now), queued: [] } : undefined;
    const next: Next = mail ? { due: mail, at: new Date(now), queued } : last;
    if (await settle(store, request, { next, read: known, carried })) return;
    // Something else became due meanwhile.
    known = await readSignature(store, request.signature);
  }
  if (carried) await keepTokens(delivery, record, carried, now);
}

/** Who was told of the withdrawal has this long to say that it was not them; then the signature is forgotten. */
function endOfWithdrawn(now: number): Date {
  return new Date(now + withdrawnKeptFor);
}

async function news(
  delivery: Delivery,
  { mail }: MailRequest,
  subject: MailSubject,
  manageToken: string,
): Promise<ComposedMail> {
  const { letter, publicUrl } = subject;
  switch (mail) {
    case 'duplicate-note':
      return composeDuplicateNote(subject, { manageToken });
    case 'displaced':
      return composeDisplaced(subject, { manageToken });
    case 'new-version': {
      const newText = await newTextOf(delivery, subject);
      return composeNewVersion(subject, { manageToken, newText, changesUrl: `${publicUrl}/${letter.slug}/changes` });
    }
    case 'withdrawn':
      return composeWithdrawn(subject);
    default:
      return composeReceipt(subject, { manageToken });
  }
}
