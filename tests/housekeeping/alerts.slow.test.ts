/** Alerts by mail: what each member chose, at most one an hour of each kind, with the number. */
import { beforeEach, expect, it } from 'vitest';
import { commandLine } from '../../shared/audit/audit.ts';
import { raiseDispute } from '../../shared/dispute/dispute.ts';
import { sendHandover } from '../../shared/handover/hand-over.ts';
import { sendRequest } from '../../shared/handover/send-request.ts';
import { readHandover } from '../../shared/handover/storage.ts';
import { letterSlug, signatureId } from '../../shared/ids.ts';
import { dataThatFails, freshBucket } from '../fixtures/bucket.ts';
import { start, work } from '../fixtures/deliveries.ts';
import { handleFeedback, runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { mailsTo, organisationFrom, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, secretariatEmail, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const minute = 60 * 1000;
const clock = { now: 0 };
let world: World;
let owner: Browser;
beforeEach(async () => {
  clock.now = Date.parse('2026-03-02T09:00:00Z');
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store, { 'goal: 50': 'goal: 1\npublishedFrom: mailbox-domain' });
  owner = await signIn(world);
});

const complain = () => {
  const raised = { organisation: 'Nobody Known', name: 'Someone Else', email: 'someone@else.example', homepage: '' };
  return raiseDispute(world.store, slug, raised, new Date(clock.now));
};
async function keepHouse() {
  await runTask(housekeepingContextOf(world), { task: 'letters' });
  await world.sendMails();
}
const alertsTo = (email: string) =>
  mailsTo(world, email).flatMap(({ subject, about }) => (about['mail'] === 'alert' ? subject : []));

it('tells of complaints at once, and at most once an hour, with the number', async () => {
  await owner.send('/console/me/alerts', { complaint: 'at-once' });
  await complain();
  await keepHouse();
  await complain();
  await complain();
  clock.now += 20 * minute;
  await keepHouse();
  expect(alertsTo(secretariatEmail)).toEqual(['1 complaint to answer']);
  clock.now += 45 * minute;
  await keepHouse();
  await keepHouse();
  expect(alertsTo(secretariatEmail)).toEqual(['1 complaint to answer', '3 complaints to answer']);
});

it('tells once a day, or never, as the member chose', async () => {
  await addTestMember(world, 'moderates@secretariat.example', grantsOf('moderator', slug));
  const moderator = await signIn(world, 'moderates@secretariat.example');
  await moderator.send('/console/me/alerts', { complaint: 'daily' });
  for (let time = 0; time < 5; time += 1) {
    await complain();
    await keepHouse();
    clock.now += 6 * 60 * minute;
  }
  expect(alertsTo('moderates@secretariat.example')).toEqual(['1 complaint to answer', '5 complaints to answer']);
  expect(alertsTo(secretariatEmail)).toEqual([]);
});

it('tells of the first signature that awaits review, and again after the queue was empty', async () => {
  await owner.send('/console/me/alerts', { review: 'at-once' });
  const signs = (number: number) =>
    sign(
      world,
      organisationFrom(`watch${number}.example`, `watchers${number}@gmail.com`, `Watch ${'ABC'[number]}lpha`),
    );
  const first = await signs(0);
  await keepHouse();
  await signs(1);
  clock.now += 70 * minute;
  await keepHouse();
  expect(alertsTo(secretariatEmail)).toEqual(['1 signature awaiting review']);
  for (const { id } of [first]) expect(id).toBeTruthy();
  const made = await owner.send(`/console/letters/${slug}/bulk`, {
    do: 'approve',
    of: 'filter',
    'filter.state': 'review',
  });
  const job = made.headers.get('location') ?? '';
  for (const step of ['advance', 'start', 'advance']) await owner.send(`${job}/${step}`);
  await keepHouse();
  await signs(2);
  clock.now += 70 * minute;
  await keepHouse();
  expect(alertsTo(secretariatEmail)).toHaveLength(2);
});

it('tells that the goal is reached, once', async () => {
  await owner.send('/console/me/alerts', { goal: 'at-once' });
  await keepHouse();
  expect(alertsTo(secretariatEmail)).toEqual([]);
  await sign(world, endorsement(1));
  for (let time = 0; time < 3; time += 1) {
    await keepHouse();
    clock.now += 70 * minute;
  }
  expect(alertsTo(secretariatEmail)).toEqual(['1 signature: the goal is reached']);
});

it('tells of many forms on one day', async () => {
  await owner.send('/console/me/alerts', { burst: 'at-once' });
  for (let number = 0; number < 52; number += 1) {
    await world.submit(slug, endorsement(100 + number, { homepage: 'https://robot.example' }));
  }
  await world.sendMails();
  await keepHouse();
  await keepHouse();
  expect(alertsTo(secretariatEmail)).toEqual(['52 forms sent today, more than usual']);
});

it('tells of a delivery whose mail came back', async () => {
  await owner.send('/console/me/alerts', { delivery: 'at-once' });
  await sign(world, endorsement(1));
  const delivery = await makeReadyDelivery(world, { kind: 'interim' });
  await keepHouse();
  expect(alertsTo(secretariatEmail)).toEqual([]);
  const addressees = [{ name: 'The Mayor', email: 'mayor@town-hall.example', addressee: 0 }];
  const handover = await readHandover(world.store, slug, delivery.id);
  const acting = { store: world.store, letter: slug, delivery, handover, by: commandLine, now: new Date(clock.now) };
  await sendHandover(acting, sendRequest.parse({ subject: 'Clean air', note: 'Please.', language: 'en', addressees }));
  await keepHouse();
  expect(alertsTo(secretariatEmail)).toEqual([]);
  const [mail] = Object.keys((await readHandover(world.store, slug, delivery.id)).mails);
  const at = new Date(clock.now).toISOString();
  const about = { mailboxes: ['mayor@town-hall.example'], about: undefined, handover: signatureId.parse(mail) };
  await handleFeedback({ store: world.store, keys, now: new Date(clock.now) }, { what: 'bounced', at, ...about });
  for (let time = 0; time < 3; time += 1) {
    await keepHouse();
    clock.now += 70 * minute;
  }
  expect(alertsTo(secretariatEmail)).toEqual(['1 delivery failed']);
});

it('tells of a delivery whose documents could not be made, and of the next one after it was cancelled', async () => {
  await owner.send('/console/me/alerts', { delivery: 'at-once' });
  await sign(world, endorsement(1));
  const bucket = await freshBucket();
  const delivery = await start(world, 'interim');
  await keepHouse();
  expect(alertsTo(secretariatEmail)).toEqual([]);
  expect((await work(world, bucket, delivery, { typeset: dataThatFails })).progress.state).toBe('failed');
  for (let time = 0; time < 3; time += 1) {
    await keepHouse();
    clock.now += 70 * minute;
  }
  expect(alertsTo(secretariatEmail)).toEqual(['1 delivery failed']);
  const { text } = mailsTo(world, secretariatEmail).at(-1) ?? {};
  expect(text).toContain('Clean air for the harbour district');
  expect(text).toContain(`/console/letters/${slug}/deliveries`);
  await owner.send(`/console/letters/${slug}/deliveries/${delivery.id}/cancel`);
  await keepHouse();
  const another = await start(world, 'interim');
  await work(world, bucket, another, { typeset: dataThatFails });
  await keepHouse();
  expect(alertsTo(secretariatEmail)).toEqual(['1 delivery failed', '1 delivery failed']);
});

it('tells no member of what they may not see to', async () => {
  await addTestMember(world, 'looks@secretariat.example', grantsOf('viewer', slug));
  const viewer = await signIn(world, 'looks@secretariat.example');
  await viewer.send('/console/me/alerts', {
    complaint: 'at-once',
    review: 'at-once',
    burst: 'at-once',
    delivery: 'daily',
  });
  await complain();
  await keepHouse();
  expect(alertsTo('looks@secretariat.example')).toEqual([]);
});
