import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { formValues } from '../../../functions/public-api/ui/form-values.ts';
import { itemSize } from '../../bench/units.ts';
import { noon, sendForm, sendJson } from '../../fixtures/proof.ts';
import { recordsOf } from '../../fixtures/records.ts';
import { prepareSenders, type Sender, senders } from '../../fixtures/senders.ts';
import { type Call, freshStore, recordCalls } from '../../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../../fixtures/world.ts';

/** The sender, and the reason for which the mailer holds the submission afterwards, if any. */
const heldAfterwards: Readonly<Record<keyof typeof senders, string | undefined>> = {
  new: undefined,
  'new again': undefined,
  pending: 'mail-just-sent',
  'pending for another organisation': undefined,
  confirmed: 'already-signed',
  'confirmed for another organisation': undefined,
  'mailbox over its cap': 'mailbox-cap',
  'mailbox suppressed': 'suppressed',
  'mailbox denied': 'mailbox-denied',
  'domain denied': 'domain-denied',
  honeypot: 'honeypot',
  'network denied': 'network-denied',
  'network over its cap': 'network-cap',
};

const write = z.object({ Item: z.record(z.string(), z.unknown()) });
const update = z.object({
  Key: z.record(z.string(), z.unknown()),
  UpdateExpression: z.string(),
  ExpressionAttributeValues: z.record(z.string(), z.unknown()),
});

/** Replaces the content of a call by its size. */
function shapeOf({ operation, input }: Call): unknown {
  if (operation === 'PutItem') {
    const { Item } = write.parse(input);
    return [operation, Object.keys(Item).toSorted(), itemSize(Item), requestOf(input, ['Item', 'TableName'])];
  }
  const { Key, UpdateExpression, ExpressionAttributeValues } = update.parse(input);
  return [operation, UpdateExpression, itemSize(Key), itemSize(ExpressionAttributeValues)];
}

/** The sizes of the rest of the request: conditions and return options. */
function requestOf(input: unknown, but: readonly string[]): [string, number][] {
  return Object.entries(z.record(z.string(), z.unknown()).parse(input))
    .filter(([name]) => !but.includes(name))
    .map(([name, value]) => [name, JSON.stringify(value).length]);
}

/** A cookie gives the sender's own fields back. What it holds is replaced, once it is certain that it holds no more. */
function withoutSent(cookie: string, body: Sender['body']): string {
  const [, packed = ''] = /^__Secure-undersigned-sent=([\w-]+);/.exec(cookie) ?? [];
  const fields: unknown = JSON.parse(inflateRawSync(Buffer.from(packed, 'base64url')).toString());
  expect(fields).toEqual(Object.fromEntries([...formValues(body)].filter(([name]) => name !== 'homepage')));
  return cookie.replace(packed, '«as sent»');
}

async function answerOf(answer: Response, body: Sender['body']) {
  const headers = [...answer.headers]
    .filter(([name]) => name !== 'date')
    .map(([name, value]) => [name, name === 'set-cookie' ? withoutSent(value, body) : value]);
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()).toString('base64') };
}

describe.each([
  ['JSON', sendJson],
  ['a plain form', sendForm],
] as const)('a submission as %s', (_, send) => {
  // On the plain form, people are told that their own network sent too many requests (caps.test.ts).
  const names = Object.keys(senders).filter((name) => send === sendJson || name !== 'network over its cap');
  let world: World;
  const seen = new Map<string, { sent: Sender; answer: unknown; calls: unknown; operations: string[] }>();

  beforeAll(async () => {
    world = makeWorld(await freshStore(), { now: noon });
    await openTestLetter(world.store);
    await prepareSenders(world, send);
    const calls = recordCalls(world.store);
    // Fill the caches first: the letter and the lists are read by time, whoever sends.
    world.clock.now += 60_000;
    await send(world, endorsement(1_000), { env: {} });
    for (const [index, name] of names.entries()) {
      const sender = senders[name];
      if (!sender) continue;
      const sent = sender(1_001 + index);
      calls.length = 0;
      const answer = await answerOf(await send(world, sent.body, { env: sent.env }), sent.body);
      seen.set(name, { sent, answer, calls: calls.map(shapeOf), operations: calls.map(({ operation }) => operation) });
    }
  });

  it.each(names)('(%s) gets the usual answer, byte for byte', (name) => {
    expect(seen.get(name)?.answer).toEqual(seen.get('new')?.answer);
  });

  it.each(names)('(%s) makes the usual calls, in the same number and sizes', (name) => {
    expect(seen.get(name)?.operations).toEqual(['UpdateItem', 'UpdateItem', 'PutItem']);
    expect(seen.get(name)?.calls).toEqual(seen.get('new')?.calls);
  });

  it('is held afterwards by the mailer where it must be', async () => {
    const submittedAt = new Date(world.clock.now).toISOString();
    await world.sendMails();
    const records = (await recordsOf(world.store)).filter((record) => record.submittedAt === submittedAt);
    const held = [...seen].map(([name, { sent }]) => {
      const found = records.find(({ organisationName }) => organisationName === sent.body.organisation.name);
      return [name, found?.heldBecause];
    });
    const expected = names.map((name) => [name, heldAfterwards[name]]);
    expect(Object.fromEntries(held)).toEqual(Object.fromEntries(expected));
  });
});
