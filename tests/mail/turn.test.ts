/** Only a mail that is sent uses a slot of the account's rate at SES. */
import { beforeEach, expect, it } from 'vitest';
import { countDays } from '../../shared/count/daily-submissions.ts';
import { makeSignatureId } from '../../shared/ids.ts';
import { suppressMailbox } from '../../shared/mailbox/suppression.ts';
import { requestSignIn } from '../../shared/member/sign-in.ts';
import { requestLinks } from '../../shared/signature/owner/link-request.ts';
import { deliver } from '../fixtures/functions.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore, recordCalls } from '../fixtures/store.ts';
import {
  endorsement,
  keys,
  makeWorld,
  openTestLetter,
  publicUrl,
  secretariatEmail,
  type World,
} from '../fixtures/world.ts';

let world: World;
const turns: string[] = [];
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  turns.length = 0;
  world.mailing.turn = async (mail) => {
    turns.push(mail);
  };
});

const now = () => new Date(world.clock.now);

it.each<[string, () => unknown]>([
  [
    'a request for links by who never signed',
    () => requestLinks(world.store, { email: 'a@b.example', language: 'en' }, now()),
  ],
  ['a sign-in by who is no member', () => requestSignIn(world.store, { email: 'a@b.example', first: false }, now())],
  ['a submission by a bot', () => world.submit('clean-air', endorsement(1, { homepage: 'https://spam.example' }))],
  [
    'a submission for who wants no mail',
    async () => {
      const body = endorsement(1);
      const asked = { at: now().toISOString(), because: 'asked' } as const;
      await suppressMailbox(world.store, keys, body.signatory.email, asked, world.clock.now);
      await world.submit('clean-air', body);
    },
  ],
  [
    'a message about a mail that is not due',
    async () => {
      const delivery = { store: world.store, keys, mailing: world.mailing, publicUrl, days: countDays() };
      await deliver(delivery, { signature: makeSignatureId(), mail: 'receipt' }, world.clock.now);
    },
  ],
])('%s takes none', async (_, make) => {
  await make();
  await world.sendMails();
  expect(turns).toEqual([]);
  expect(world.mails).toEqual([]);
});

it.each<[string, () => unknown, string]>([
  ['for links', () => requestLinks(world.store, { email: 'a@b.example', language: 'en' }, now()), 'DeleteItem'],
  ['to sign in', () => requestSignIn(world.store, { email: 'a@b.example', first: false }, now()), 'UpdateItem'],
])('a request %s by an unknown mailbox costs the mailer one write, which deletes it', async (_, make, end) => {
  await make();
  const calls = recordCalls(world.store);
  await world.sendMails();
  expect(calls.map(({ operation }) => operation).filter((name) => /^(Put|Update|Delete|Transact)/.test(name))).toEqual([
    end,
  ]);
});

it('each mail takes one', async () => {
  await sign(world, endorsement(1));
  await requestSignIn(world.store, { email: secretariatEmail, first: true }, now());
  await world.sendMails();
  expect(turns).toEqual(['confirmation', 'receipt', 'sign-in']);
  expect(world.mails).toHaveLength(3);
});
