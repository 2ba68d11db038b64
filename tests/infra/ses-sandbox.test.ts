/** In a new account's first hour, mail can be sent to verified recipients, and never in another sender's name. */
import { SESClient } from '@aws-sdk/client-ses';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { sendMail } from '../../functions/mailer/ses.ts';
import { localAws } from '../../infra/local/environment.ts';
import type { MailKind } from '../../shared/mail/kind.ts';
import { releasedTemplate } from './released.ts';
import { boundBySandbox } from './ses-sandbox.ts';
import { makeStack } from './stack.ts';
import { statementsOf, template } from './template.ts';

const mail = { subject: 'Please confirm', text: 'Press the button.', html: '<p>Press the button.</p>', sender: {} };
const configurationSet = '<SendingEventsB7DE9CFD>';

/** @returns the recipients of a mail from that sender, by the role in that template */
async function sentBy(from: string, to: string, of: Template, kind: MailKind = 'confirmation'): Promise<string[]> {
  const sent: string[] = [];
  const ses = boundBySandbox(new SESClient(localAws), statementsOf(of, 'MailMailer'), sent);
  const mailing = {
    ses,
    from,
    configurationSet,
    handoverSet: '<SendingHandoverEvents>',
    turn: async () => {},
    mustYield: async () => false,
    readFile: async () => undefined,
  };
  await sendMail(mailing, to, mail, { mail: kind });
  return sent;
}

const ours = 'Our Letters <letters@undersigned.example>';

test.each(['rita@office.example', 'someone@example.org', 'letters@undersigned.example'])(
  'the mailer may send to %s',
  async (to) => {
    expect(await sentBy(ours, to, template)).toEqual([to]);
    expect(await sentBy(ours, to, template, 'handover')).toEqual([to]);
  },
);

test('a sender in capitals may send as well, as SES compares the case', async () => {
  const mailFrom = 'Our Letters <Letters@Undersigned.example>';
  expect(await sentBy(mailFrom, 'rita@office.example', Template.fromStack(makeStack({ mailFrom })))).toHaveLength(1);
});

describe('the mailer may not send', () => {
  test.each(['other@undersigned.example', 'letters@elsewhere.example'])('as %s', async (from) => {
    await expect(sentBy(from, 'rita@office.example', template)).rejects.toThrow('is not authorized');
  });

  test('with the role of the last release, which named only the sender’s identity', async () => {
    const released = Template.fromJSON(releasedTemplate('released'));
    await expect(sentBy(ours, 'rita@office.example', released)).rejects.toThrow('identity/rita@office.example');
  });
});
