import { describe, expect, it } from 'vitest';
import { readFeedback } from '../../functions/mail-feedback/event.ts';
import { makeSignatureId } from '../../shared/ids.ts';
import { asNotification, bounce, complaint, delay, mailOf, reject } from './events.ts';

const signature = makeSignatureId();
const to = 'jo@harbour.example';
const read = (event: object) => readFeedback(JSON.stringify(event));

describe('an event of SES', () => {
  it('about a permanent bounce names our recipient, not the address behind a forward', () => {
    const at = '2026-03-02T10:00:03.000Z';
    expect(read(bounce({ to, signature }))).toEqual({ what: 'bounced', at, mailboxes: [to], about: signature });
  });

  it('about a complaint does the same', () => {
    const found = { what: 'complained', at: '2026-03-02T11:00:00.000Z', mailboxes: [to], about: signature };
    expect(read(complaint({ to, signature }))).toEqual(found);
    expect(read(complaint({ to, signature }, null))).toEqual(found);
  });

  it.each([
    ['a full mailbox', bounce({ to, signature }, 'Transient')],
    ['a bounce that nobody understands', bounce({ to, signature }, 'Undetermined')],
    ['a delay', delay({ to, signature })],
    ['a report that a mail is no spam', complaint({ to, signature }, 'not-spam')],
    ['a report about authentication', complaint({ to, signature }, 'auth-failure')],
    ['a delivery', { eventType: 'Delivery', mail: mailOf({ to }), delivery: {} }],
    [
      'the greeting of a new topic of an identity',
      { notificationType: 'AmazonSnsSubscriptionSucceeded', message: 'x' },
    ],
  ])('about %s is transient', (_, event) => {
    expect(read(event)).toEqual({ what: 'passing' });
  });

  it('says that SES refused a mail', () => {
    expect(read(reject({ to, signature }))).toEqual({ what: 'rejected' });
  });

  it('that greets a new destination is transient, though it is not JSON', () => {
    const text = 'Successfully validated SNS topic for Amazon SES event publishing.';
    expect(readFeedback(text)).toEqual({ what: 'passing' });
  });

  it('in the older shape, without tags, only names the mailbox', () => {
    expect(read(asNotification(bounce({ to, signature })))).toMatchObject({ mailboxes: [to], about: undefined });
  });

  it('about a mail with links only names the mailbox: the request is already answered and deleted', () => {
    expect(read(bounce({ to, signature, mail: 'link' }))).toMatchObject({ mailboxes: [to], about: undefined });
  });

  it('about another mail with the same configuration set only names the mailbox', () => {
    expect(read(bounce({ to, signature: 'newsletter-7' }))).toMatchObject({ mailboxes: [to], about: undefined });
  });

  it('about a mail to several names those that SES names', () => {
    const event = bounce({ to });
    const mail = { ...event.mail, destination: [to, 'other@harbour.example'] };
    expect(read({ ...event, mail })).toMatchObject({ mailboxes: ['behind-a-forward@elsewhere.example'] });
  });

  it.each([
    ['no JSON', '{"eventType":"Bounce"'],
    ['an empty text', ''],
    ['another text', 'Successfully validated something else'],
    ['a list', '[]'],
    ['no type', JSON.stringify({ mail: mailOf({ to }) })],
    ['a type that there is not', JSON.stringify({ ...bounce({ to }), eventType: 'Boomerang' })],
    ['a bounce without its details', JSON.stringify({ eventType: 'Bounce', mail: mailOf({ to }) })],
    ['a bounce of nobody', JSON.stringify({ ...bounce({ to }), mail: { ...mailOf({ to }), destination: [] } })],
    ['a time that is none', JSON.stringify(bounce({ to, at: 'yesterday' }))],
  ])('that is %s is an error', (_, text) => {
    expect(() => readFeedback(text)).toThrow();
  });
});
