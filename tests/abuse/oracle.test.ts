import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { editList, listedMailbox } from '../../shared/screening/lists.ts';
import { itemSize } from '../bench/units.ts';
import { inLambda, noon, sendForm, sendJson } from '../fixtures/proof.ts';
import { recordsOf } from '../fixtures/records.ts';
import { type Call, freshStore, recordCalls } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

const home = inLambda('198.51.100.1');
const crowded = inLambda('198.51.100.2');
const denied = inLambda('198.51.100.3');

/** What is sent, from where; each body as long as every other. */
interface Sender {
  readonly body: object;
  readonly env: object;
}
const from = (number: number, env: object = home, change: Readonly<Record<string, unknown>> = {}): Sender => ({
  body: endorsement(number, change),
  env,
});
/** A second organisation of a mailbox that is known already. */
const forSame = (number: number, mailbox: number): Sender =>
  from(number, home, { signatory: endorsement(mailbox).signatory });

const classes = {
  new: from(11),
  'new too': from(12),
  pending: from(21),
  'pending, for another organisation': forSame(22, 21),
  confirmed: from(31),
  'confirmed, for another organisation': forSame(32, 31),
  'over the cap of its mailbox': forSame(49, 41),
  'mailbox on the deny list': from(51),
  'domain on the deny list': from(61),
  'in the honeypot': from(71, home, { homepage: 'https://spam.example' }),
  'network on the deny list': from(81, denied),
  'network over its cap': from(91, crowded),
} as const satisfies Record<string, Sender>;

const write = z.object({ Item: z.record(z.string(), z.unknown()) });
const update = z.object({
  Key: z.record(z.string(), z.unknown()),
  UpdateExpression: z.string(),
  ExpressionAttributeValues: z.record(z.string(), z.unknown()),
});

/** The same call with the sizes of what it says in place of what it says. */
function shapeOf({ operation, input }: Call): unknown {
  if (operation === 'PutItem') {
    const { Item } = write.parse(input);
    return [operation, Object.keys(Item).toSorted(), itemSize(Item), requestOf(input, ['Item', 'TableName'])];
  }
  const { Key, UpdateExpression, ExpressionAttributeValues } = update.parse(input);
  return [operation, UpdateExpression, itemSize(Key), itemSize(ExpressionAttributeValues)];
}

/** What else the request says, in its length: conditions and what comes back. */
function requestOf(input: unknown, but: readonly string[]): [string, number][] {
  return Object.entries(z.record(z.string(), z.unknown()).parse(input))
    .filter(([name]) => !but.includes(name))
    .map(([name, value]) => [name, JSON.stringify(value).length]);
}

async function answerOf(answer: Response) {
  const headers = [...answer.headers].filter(([name]) => name !== 'date');
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()).toString('base64') };
}

describe.each([
  ['JSON', sendJson],
  ['a plain form', sendForm],
] as const)('a submission as %s', (_, send) => {
  let world: World;
  const seen = new Map<string, { answer: unknown; calls: unknown; operations: string[] }>();

  beforeAll(async () => {
    world = makeWorld(await freshStore(), { now: noon });
    await openTestLetter(world.store);
    await editList(world.store, 'deniedMailboxes', 'ADD', listedMailbox(keys, 'person51@org-51.example'));
    await editList(world.store, 'deniedDomains', 'ADD', 'org-61.example');
    await editList(world.store, 'deniedNetworks', 'ADD', '198.51.100.3');
    const everywhere = { env: inLambda('192.0.2.1') };
    for (const number of [21, 31, 41]) await send(world, endorsement(number), everywhere);
    for (let number = 42; number < 49; number += 1) {
      await send(world, endorsement(number, { signatory: endorsement(41).signatory }), { env: inLambda('192.0.2.2') });
    }
    await world.sendMails();
    const mail = world.mails.find(({ to }) => to === 'person31@org-31.example');
    await world.confirm(mail ? tokenIn(mail) : '');
    await world.sendMails();
    for (let number = 0; number < 12; number += 1) await send(world, endorsement(number), { env: crowded });
    await world.sendMails();

    const calls = recordCalls(world.store);
    // Into the caches first what they hold: the letter and the lists are read by time, whoever sends.
    world.clock.now += 60_000;
    await send(world, endorsement(99), { env: inLambda('192.0.2.3') });
    for (const [name, { body, env }] of Object.entries<Sender>(classes)) {
      calls.length = 0;
      const answer = await answerOf(await send(world, body, { env }));
      seen.set(name, { answer, calls: calls.map(shapeOf), operations: calls.map(({ operation }) => operation) });
    }
  }, 60_000);

  it.each(Object.keys(classes))('from somebody %s gets the answer of everybody, byte for byte', (name) => {
    expect(seen.get(name)?.answer).toEqual(seen.get('new')?.answer);
  });

  it.each(Object.keys(classes))('from somebody %s makes the calls of everybody, as many and as large', (name) => {
    expect(seen.get(name)?.operations).toEqual(['UpdateItem', 'PutItem', 'PutItem']);
    expect(seen.get(name)?.calls).toEqual(seen.get('new')?.calls);
  });

  it('is held afterwards where it must be, and by the mailer', async () => {
    const submittedAt = new Date(world.clock.now).toISOString();
    await world.sendMails();
    const records = (await recordsOf(world.store)).filter((record) => record.submittedAt === submittedAt);
    const held = Object.values<Sender>(classes).map(({ body }) => {
      const { name } = z.object({ organisation: z.object({ name: z.string() }) }).parse(body).organisation;
      return records.find(({ organisationName }) => organisationName === name)?.heldBecause;
    });
    expect(held).toEqual([
      undefined,
      undefined,
      'mail-just-sent',
      undefined,
      'already-signed',
      undefined,
      'mailbox-cap',
      'mailbox-denied',
      'domain-denied',
      'honeypot',
      'network-denied',
      'network-cap',
    ]);
  });
});
