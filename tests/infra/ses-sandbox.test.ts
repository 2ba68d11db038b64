/** In the first hour of an account mail goes out to verified recipients, and never in another sender's name. */
import { SESClient } from '@aws-sdk/client-ses';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { sendMail } from '../../functions/mailer/ses.ts';
import { localAws } from '../../infra/local/environment.ts';
import { releasedTemplate } from './released.ts';
import { boundBySandbox } from './ses-sandbox.ts';
import { makeStack } from './stack.ts';
import { statementsOf, template } from './template.ts';

const mail = { subject: 'Please confirm', text: 'Press the button.', html: '<p>Press the button.</p>', sender: {} };
const configurationSet = '<SendingEventsB7DE9CFD>';

/** @returns to whom a mail of that sender goes, by the role of that template */
async function sentBy(from: string, to: string, of: Template): Promise<string[]> {
  const sent: string[] = [];
  const ses = boundBySandbox(new SESClient(localAws), statementsOf(of, 'MailMailer'), sent);
  await sendMail({ ses, from, configurationSet, turn: async () => {} }, to, mail, { mail: 'confirmation' });
  return sent;
}

const ours = 'Our Letters <letters@undersigned.example>';

test.each(['rita@office.example', 'someone@example.org', 'letters@undersigned.example'])(
  'the mailer may send to %s',
  async (to) => {
    expect(await sentBy(ours, to, template)).toEqual([to]);
  },
);

test('as SES compares letters, a sender in capitals may send, too', async () => {
  const mailFrom = 'Our Letters <Letters@Undersigned.example>';
  expect(await sentBy(mailFrom, 'rita@office.example', Template.fromStack(makeStack({ mailFrom })))).toHaveLength(1);
});

describe('it may not send', () => {
  test.each(['other@undersigned.example', 'letters@elsewhere.example'])('as %s', async (from) => {
    await expect(sentBy(from, 'rita@office.example', template)).rejects.toThrow('is not authorized');
  });

  test('by the role of the last release, which named the sender’s identity alone', async () => {
    const released = Template.fromJSON(releasedTemplate('released'));
    await expect(sentBy(ours, 'rita@office.example', released)).rejects.toThrow('identity/rita@office.example');
  });
});
