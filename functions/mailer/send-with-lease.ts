/** Sends a mail under a lease, and cleans up when something else happened in the meantime. */

import type { CapOf, MailKind, MailRequest } from '../../shared/mail/kind.ts';
import { addToken } from '../../shared/mail/lease.ts';
import type { Carried } from '../../shared/mail/outbox.ts';
import { forgetSignature } from '../../shared/mailbox/signatures-of-mailbox.ts';
import { logError } from '../../shared/platform/config/log.ts';
import { countMetric } from '../../shared/platform/config/metric.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import type { ComposedMail } from './frame/mail.ts';
import type { Delivery } from './mail-context.ts';
import { pauseForSes } from './mail-pause.ts';
import { type About, NoLongerWanted, sendMail } from './ses.ts';
import { nameOf, type Refusal, refusalIn } from './ses-error.ts';

/** @returns whether the mail that was due when the record was read is still due */
export async function isDueStill({ store }: Delivery, request: MailRequest, read: SignatureRecord): Promise<boolean> {
  const now = await readSignature(store, request.signature);
  return now?.due === request.mail && now.dueAt === read.dueAt;
}

/** The mail was not sent now. It stays due, and the queue or the sweep delivers it again. */
export class NotSent extends Error {
  /** Tells whether somebody has to fix something first, so that the queue need not bring it. */
  readonly refusal: Exclude<Refusal, 'theirs'>;
  /** Whether SES may have taken it anyway, because no answer came. */
  readonly isPerhapsOut: boolean;

  constructor(cause: unknown, refusal: Exclude<Refusal, 'theirs'>, isPerhapsOut: boolean) {
    super('the mail was not sent', { cause });
    // The message of SES's error quotes mailboxes; only its name may be logged.
    this.name = nameOf(cause);
    this.refusal = refusal;
    this.isPerhapsOut = isPerhapsOut;
  }
}

/** Maximum of attempts for one mail while SES answers that these are too many. */
const maxAttempts = 4;

/**
 * @returns whether SES took it, or refuses this mailbox for good
 * @throws NotSent when SES may take it later; NoLongerWanted
 */
async function trySend(
  { store, mailing }: Delivery,
  { to, mail, lastCheck }: Ready,
  about: About,
  now: number,
): Promise<'sent' | 'refused'> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sendMail(mailing, to, mail, about, { attempt, lastCheck });
      return 'sent';
    } catch (error) {
      if (error instanceof NoLongerWanted) throw error;
      const refusal = refusalIn(error, { to, from: mailing.from });
      if (refusal === 'theirs') return 'refused';
      const wasAnswered = isAnswer(error);
      if (refusal === 'later' && wasAnswered && attempt < maxAttempts) continue;
      if (refusal === 'ours' && (await pauseForSes(store, now))) {
        countMetric('MailRefused');
        logError('SES rejects all mail until this is fixed', { error: nameOf(error) });
      }
      throw new NotSent(error, refusal, !wasAnswered);
    }
  }
}

/** A composed mail and its recipient. */
export interface Ready {
  readonly to: string;
  readonly mail: ComposedMail;
  /** Called when SES is about to be asked; false means not to send it. */
  readonly lastCheck?: () => Promise<boolean>;
}

/** Names the cap that allowed the mail, if strangers can cause that kind, so that the check cannot be forgotten. */
type Allowed<Kind extends MailKind> = [CapOf<Kind>] extends [never]
  ? Ready
  : Ready & { readonly allowedBy: CapOf<Kind> };

/**
 * Composes and sends a mail. If it is not sent, undoes the writes for it.
 *
 * @param takeBack is told whether SES may have taken the mail anyway
 * @param compose may return a reason to send no mail
 * @returns the result, or the reason of `compose`
 * @throws the error that kept it from being sent
 */
export async function sendOrRelease<Kind extends MailKind, Held extends string>(
  takeBack: (isPerhapsOut: boolean) => Promise<void>,
  delivery: Delivery,
  { about, now }: { about: About & { mail: Kind }; now: number },
  compose: () => Promise<Allowed<Kind> | Held>,
): Promise<'sent' | 'refused' | Held> {
  try {
    const ready = await compose();
    return typeof ready === 'string' ? ready : await trySend(delivery, ready, about, now);
  } catch (error) {
    await takeBack(error instanceof NotSent && error.isPerhapsOut);
    throw error;
  }
}

/** Whether SES itself sent the error; then the mail is not sent. */
function isAnswer(error: unknown): boolean {
  return error instanceof Error && '$fault' in error && 'name' in error;
}

/**
 * The signature changed while its mail was sent, so the token was not stored with it; stores the token now. If the
 * signature was forgotten meanwhile, its mailbox row must not keep a trace of it.
 */
export async function keepTokens(
  { store, keys }: Delivery,
  { id, email }: SignatureRecord,
  { of, tokens }: Carried,
  now: number,
): Promise<void> {
  for (const stored of tokens) await addToken(store, id, { of, stored });
  if (!(await readSignature(store, id))) await forgetSignature(store, keys, { email, signature: id }, now);
}
