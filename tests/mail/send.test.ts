import { beforeEach, describe, expect, it } from 'vitest';
import { sendMail } from '../../functions/mailer/ses.ts';
import { addressOf, nameOf } from '../../shared/mail/sender.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, type World } from '../fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
});

/** @returns the headers as a mail program reads them */
async function headersOf(sender: { name?: string; replyTo?: string }, from = world.mailing.from) {
  const mail = { subject: 's', text: 't', html: '<p>t</p>', sender };
  await sendMail({ ...world.mailing, from }, 'a@example.org', mail, { mail: 'receipt' });
  const headers = world.mails.at(-1)?.headers;
  return {
    from: headers?.get('from'),
    replyTo: headers?.get('reply-to'),
    auto: headers?.get('auto-submitted'),
    names: [...(headers?.keys() ?? [])],
  };
}

describe('the sender of a mail', () => {
  it.each([
    'Harbour Neighbours',
    'جمعية حقوق الإنسان',
    'Doe, Roe & Co. <president@gov.example>',
    '"Quoted" \\ name; (x), y:',
    `${'Lange Organisation mit Umlauten äöü '.repeat(5)}e. V.`,
  ])('is "%s" at the configured address', async (name) => {
    const { from } = await headersOf({ name });
    expect(from).toMatchObject({ value: [{ name, address: 'letters@undersigned.example' }] });
  });

  it('is the configured one when the mail has none', async () => {
    const configured = { value: [{ name: 'Undersigned', address: 'letters@undersigned.example' }] };
    expect((await headersOf({})).from).toMatchObject(configured);
    const bare = { value: [{ name: '', address: 'letters@undersigned.example' }] };
    expect((await headersOf({}, 'letters@undersigned.example')).from).toMatchObject(bare);
  });

  it('adds no header, whatever the name is', async () => {
    const plain = await headersOf({ name: 'X' });
    const evil = await headersOf({ name: 'X\r\nBcc: all@example.org\r\n\r\nHello' });
    expect(evil.names).toEqual(plain.names);
    expect(evil.from).toMatchObject({ value: [{ address: 'letters@undersigned.example' }] });
  });

  it('says where answers go, and that no machine shall answer', async () => {
    const { replyTo, auto, names } = await headersOf({ name: 'X', replyTo: 'desk@harbour.example' });
    expect(replyTo).toMatchObject({ value: [{ address: 'desk@harbour.example' }] });
    expect(auto).toBe('auto-generated');
    expect(names).not.toContain('list-unsubscribe');
    expect((await headersOf({ name: 'X' })).replyTo).toBeUndefined();
  });
});

it.each([
  ['letters@example.org', '', 'letters@example.org'],
  ['Our Campaign <letters@example.org>', 'Our Campaign', 'letters@example.org'],
  ['"Campaign, Our" <letters@example.org> ', 'Campaign, Our', 'letters@example.org'],
])('%s is read as "%s" at %s', (from, name, address) => {
  expect([nameOf(from), addressOf(from)]).toEqual([name, address]);
});
