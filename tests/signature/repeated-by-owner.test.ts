/** A request of a signature's owner that arrives twice, as after an error, is carried out once. */
import { beforeEach, describe, expect, it } from 'vitest';
import { moderated } from '../fixtures/secretariat.ts';
import { ask, mailsTo, organisationFrom, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const clock = { now: Date.UTC(2026, 4, 1) };
const mailbox = 'office@gardens.example';
const gardeners = organisationFrom('gardens.example', mailbox, 'Local Gardeners');
let world: World;
let signed: Awaited<ReturnType<typeof sign>>;

beforeEach(async () => {
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
  signed = await sign(world, gardeners);
  await world.sendMails();
});

const send = async (body: Readonly<Record<string, unknown>>) => {
  clock.now += 5000;
  const { status } = await ask(world, signed, body);
  await world.sendMails();
  return status;
};
const correction = (role: string, name = 'Local Gardeners') => ({
  action: 'correct',
  kind: 'organisation',
  organisation: { ...gardeners.organisation, name },
  signatory: { name: 'Wendelin Ockerbach', role },
  attestation: true,
});

const accepted: readonly [string, boolean][] = [
  ['a correction', false],
  ['a correction that awaits review', true],
];
describe.each(accepted)('%s', (_, isAccepted) => {
  beforeEach(async () => {
    if (isAccepted) await moderated(world, signed, { do: 'approve' });
    await world.sendMails();
  });

  it('sends one receipt, and counts once', async () => {
    const before = mailsTo(world, mailbox).length;
    expect(await send(correction('Treasurer'))).toBe(200);
    const once = await recordOf(world, signed);
    expect(await send(correction('Treasurer'))).toBe(200);
    expect(await recordOf(world, signed)).toEqual(once);
    expect(once.corrections).toHaveLength(1);
    expect(mailsTo(world, mailbox)).toHaveLength(before + 1);
  });

  it('is confirmed again when no further one is possible', async () => {
    for (let time = 1; time <= 20; time += 1) expect(await send(correction(`Role ${time}`))).toBe(200);
    expect(await send(correction('Role 20'))).toBe(200);
    expect(await send(correction('Role 21'))).toBe(422);
  });
});

it('takes a correction that is taken back by another', async () => {
  for (const role of ['Treasurer', 'Speaker', 'Treasurer']) expect(await send(correction(role))).toBe(200);
  expect(await recordOf(world, signed)).toMatchObject({ signatoryRole: 'Treasurer', corrections: [{}, {}, {}] });
});
