/** Sends mail through SES. */
import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { SignatureId, UpdateId } from '../../shared/ids.ts';
import type { MailKind } from '../../shared/mail/kind.ts';
import { addressOf, nameOf } from '../../shared/mail/sender.ts';
import { countMetric } from '../../shared/platform/config/metric.ts';
import type { ComposedMail } from './frame/mail.ts';
import { writeTexts } from './mime.ts';

export interface Mailing {
  readonly ses: SESClient;
  /** The configured sender. All mails come from this address; those of a letter show its convener's name. */
  readonly from: string;
  readonly configurationSet: string;
  /** For mails that hand a letter over. */
  readonly handoverSet: string;
  /** @returns the bytes of a file to attach, or undefined when it was deleted */
  readonly readFile: (key: string) => Promise<Uint8Array | undefined>;
  /** Resolves when SES may be asked to take another mail of that kind; `attempt` counts from 1 for each mail. */
  readonly turn: (mail: MailKind, attempt: number) => Promise<void>;
  /** Whether mails that nobody waits for should leave the rate, or the rest of today's quota, to others. */
  readonly mustYield: () => Promise<boolean>;
}

/** The subject of a mail; SES returns it in its events. */
export interface About {
  readonly mail: MailKind;
  readonly signature?: SignatureId;
  readonly update?: UpdateId;
}

/** Something happened while the mail waited for its turn, so it is not sent. */
export class NoLongerWanted extends Error {
  override readonly name = 'NoLongerWanted';
}

/**
 * Sends one mail with SES `SendRawEmail` when its turn comes. Calls that send nothing use none of SES's rate.
 *
 * @param to the mailbox, as typed by its owner
 * @param lastCheck called when the turn has come, on the first attempt; false means not to send it
 * @throws NoLongerWanted; or the error of SES; SES has no idempotency key, so after a lost answer the mail may have
 *   been sent
 */
export async function sendMail(
  { ses, from, configurationSet, handoverSet, turn }: Mailing,
  to: string,
  { subject, text, html, sender, attachments, list }: ComposedMail,
  about: About,
  { attempt = 1, lastCheck }: { attempt?: number; lastCheck?: (() => Promise<boolean>) | undefined } = {},
): Promise<void> {
  const address = addressOf(from);
  const composed = new MailComposer({
    // As objects, so that a name is data: quoted and encoded as needed, and never parsed as an address.
    from: { name: sender.name ?? nameOf(from), address },
    to: { name: '', address: to },
    ...(sender.replyTo ? { replyTo: { name: '', address: sender.replyTo } } : {}),
    subject,
    text,
    html,
    ...(attachments ? { attachments: [...attachments] } : {}),
    // RFC 3834: automatic replies must not answer an automatic mail.
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(list ? listHeaders(list) : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const message = attachments ? await composed.build() : writeTexts(composed);
  await turn(about.mail, attempt);
  if (attempt === 1 && lastCheck && !(await lastCheck())) throw new NoLongerWanted();
  await ses.send(
    new SendRawEmailCommand({
      RawMessage: { Data: message },
      Source: address,
      Destinations: [to],
      ConfigurationSetName: about.mail === 'handover' ? handoverSet : configurationSet,
      Tags: Object.entries(about).map(([Name, Value]) => ({ Name, Value })),
    }),
  );
  countMetric('Mailed');
}

/**
 * RFC 8058: both headers have to be covered by the DKIM signature, which SES adds to a raw message.
 * https://aws.amazon.com/blogs/messaging-and-targeting/using-one-click-unsubscribe-with-amazon-ses/
 */
function listHeaders({ id, unsubscribe }: NonNullable<ComposedMail['list']>) {
  return {
    'List-Id': `<${id}>`,
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
