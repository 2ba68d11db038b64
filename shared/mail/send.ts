/** The edge to SES. */
import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer';
import { countMetric } from '../config/metric.ts';
import type { ComposedMail } from './compose.tsx';

export interface Mailing {
  readonly ses: SESClient;
  /** From header of every mail. */
  readonly from: string;
  readonly configurationSet: string;
}

/**
 * Sends one mail with SES `SendRawEmail`.
 *
 * @param to the mailbox, as typed by its owner
 * @param tags come back in SES's events about this mail; letters, digits, hyphens only
 * @throws what SES answers; SES has no idempotency key, so a lost answer may mean that the mail is out
 */
export async function sendMail(
  { ses, from, configurationSet }: Mailing,
  to: string,
  { subject, text, html }: ComposedMail,
  tags: Readonly<Record<string, string>>,
): Promise<void> {
  const message = await new MailComposer({
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    // RFC 3834: an automatic answer must not answer an automatic mail.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  await ses.send(
    new SendRawEmailCommand({
      RawMessage: { Data: message },
      Source: from,
      Destinations: [to],
      ConfigurationSetName: configurationSet,
      Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
    }),
  );
  countMetric('Mailed');
}
