/** The number of copies of an update that may be out is right, also when answers of the table are lost. */
import { beforeEach, expect, it } from 'vitest';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { hashMailbox } from '../../shared/mailbox/record.ts';
import { findSubscriber } from '../../shared/mailbox/subscriber.ts';
import { sendUpdate } from '../../shared/update/control.ts';
import { writeUpdate } from '../../shared/update/edit.ts';
import { updateFields } from '../../shared/update/update.ts';
import { loseEveryAnswer } from '../fixtures/dynamodb-faults.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { deliverAll, dyingMailer, memoryQueues, runUpdates, sendEverything, updateMails } from '../fixtures/updates.ts';
import { endorsement, keys, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const letter = letterSlug.parse('clean-air');
const mailbox = 'person1@org-1.example';
let world: World;

beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await sign(world, endorsement(1, { consents: { publication: true, updates: true, partner: false } }));
  const editing = { store: world.store, letter, by: commandLine, now: new Date(world.clock.now) };
  const texts = { en: { subject: 'Shore power', text: 'News.' } };
  const update = await writeUpdate(editing, updateFields.parse({ texts }));
  expect((await sendUpdate({ ...editing, update }, editing.now, false)).outcome).toBe('done');
  loseEveryAnswer(world.store);
});

/** Housekeeping queues the mail, and a mailer tries to send it. Then its lease ends. */
async function attempt(mailer: Parameters<typeof deliverAll>[0]): Promise<number | undefined> {
  const queues = memoryQueues();
  await runUpdates(world, queues);
  expect(queues.messages.length).toBeGreaterThan(0);
  await deliverAll(mailer, queues.messages.slice(0, 1)).catch(() => {});
  world.clock.now += 70_000;
  return (await findSubscriber(world.store, hashMailbox(keys, mailbox), letter))?.handed;
}

const throttled = () => {
  const error = Object.assign(new Error('Maximum sending rate exceeded.'), { name: 'Throttling', $fault: 'client' });
  const ses: World['mailing']['ses'] = Object.assign(Object.create(world.mailing.ses), {
    send: () => Promise.reject(error),
  });
  return { ...world, mailing: { ...world.mailing, ses } };
};

it('it is sent after a mailer was killed before SES was asked', async () => {
  expect(await attempt(dyingMailer(world, 0, false))).toBe(1);
  await sendEverything(world);
  expect(updateMails(world).map(({ to }) => to)).toEqual([mailbox]);
});

it('a copy that SES refused is not one of them', async () => {
  expect(await attempt(dyingMailer(world, 1))).toBe(1);
  expect(await attempt(throttled())).toBe(1);
  expect(await attempt(dyingMailer(world, 1))).toBe(2);
  await sendEverything(world);
  expect(updateMails(world)).toHaveLength(2);
});
