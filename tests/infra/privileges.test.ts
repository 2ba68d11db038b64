/** Least privilege on the table: each function's role allows exactly the calls that it really makes. */
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { runTask } from '../../functions/housekeeping/run-task.ts';
import { housekeepingTask } from '../../functions/housekeeping/task.ts';
import { readFeedback } from '../../functions/mail-feedback/event.ts';
import { handleFeedback } from '../../functions/mail-feedback/handle-feedback.ts';
import { challenge } from '../../functions/public-api/sign/proof.ts';
import { createConsole } from '../../functions/secretariat/app.ts';
import { allCalls } from '../../functions/secretariat/calls.ts';
import { allPages } from '../../functions/secretariat/pages.ts';
import { everything } from '../../shared/ids.ts';
import { findMember } from '../../shared/member/storage.ts';
import { housekeepingContextOf, takingQueues } from '../fixtures/housekeeping-context.ts';
import { signIn } from '../fixtures/members.ts';
import { neededFor } from '../fixtures/permissions.ts';
import { personal } from '../fixtures/personal.ts';
import { anotherClient, type Call, freshStore, recordCalls } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, secretariatEmail, type World } from '../fixtures/world.ts';
import { bounce } from '../mail-feedback/events.ts';
import { allowedTo } from './template.ts';

const day = 24 * 3600 * 1000;
const called: Record<string, Set<string>> = {};

const actionsOf = ({ operation, input }: Call): string[] =>
  neededFor('DynamoDB', operation, input).map(({ action, index }) => (index ? `${action} ${index}` : action));

beforeAll(async () => {
  const pages = makeWorld(await freshStore(), { now: Date.now() });
  const { clock } = pages;
  const posts = makeWorld(anotherClient(pages.store), clock);
  const [feedbackStore, houseStore, consoleStore] = [1, 2, 3].map(() => anotherClient(pages.store));
  if (!feedbackStore || !houseStore || !consoleStore) throw new Error('three clients were asked for');
  await openTestLetter(anotherClient(pages.store));
  const calls = {
    PublicApiFunction: recordCalls(pages.store),
    MailMailer: recordCalls(posts.store),
    FeedbackFunction: recordCalls(feedbackStore),
    ScheduleHousekeeping: recordCalls(houseStore),
    SecretariatFunction: recordCalls(consoleStore),
  };
  const signed = async (number: number) => {
    await pages.submit('clean-air', endorsement(number));
    await posts.sendMails();
    const lastToken = (of: 'confirm' | 'manage') =>
      z.string().parse(new RegExp(`/${of}/([a-z0-9]{46})`).exec(posts.mails.at(-1)?.text ?? '')?.[1]);
    const token = lastToken('confirm');
    await pages.confirm(token);
    await posts.sendMails();
    return { manage: lastToken('manage'), id: token.slice(0, 20) };
  };
  const manage = (token: string, action: object) =>
    pages.app.request(`/manage/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(action),
    });
  const queues = takingQueues();
  const keep = async (task: object) =>
    runTask(
      { ...housekeepingContextOf(pages, houseStore), queues, now: new Date(clock.now) },
      housekeepingTask.parse(task),
    );

  await pages.app.request('/');
  const [first, second] = [await signed(1), await signed(2)];
  await pages.json('/v1/letters/clean-air/signatures?q=org');
  await pages.json('/v1/letters/clean-air/signatures');
  await pages.json('/v1/letters/clean-air/count');
  await pages.app.request('/manage', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'person2@org-2.example' }),
  });
  await pages.app.request('/clean-air/dispute', {
    method: 'POST',
    body: new URLSearchParams({ organisation: 'Organisation 2', name: 'A Reader', email: 'reader@org-2.example' }),
  });
  await posts.sendMails();
  expect((await manage(first.manage, { action: 'forget', sure: true })).status).toBeLessThan(400);
  await handleFeedback(
    { store: feedbackStore, keys, now: new Date(clock.now) },
    readFeedback(JSON.stringify(bounce({ to: 'person2@org-2.example', signature: second.id }))),
  );
  // Two who do not confirm: they are asked, reminded, and expire.
  for (const number of [3, 4]) await pages.submit('clean-air', endorsement(number));
  await posts.sendMails();
  clock.now += 3 * day;
  await posts.sendMails();
  clock.now += 40 * day;
  // One with the nonce of a challenge as its key, and without a proof.
  const asked = challenge.parse(await pages.json('/v1/challenge'));
  await pages.submit('clean-air', endorsement(6), { 'idempotency-key': asked.parameters.nonce });
  // One whose mail was lost.
  await pages.submit('clean-air', endorsement(5));
  clock.now += day;
  for (const task of ['letters', 'snapshots', 'reconcile', 'retention']) await keep({ task });
  await keep({ task: 'sweep', olderThanSeconds: 600 });
  await runLetters({
    ...posts,
    secretariat: createConsole({ ...pages.api, store: consoleStore, secretariatEmail }, [allPages, allCalls]),
  });
  for (const [name, list] of Object.entries(calls)) called[name] = new Set(list.flatMap(actionsOf));
});

/** A day in the console. Calls of the mailer use another client. */
async function runLetters(desk: World): Promise<void> {
  const owner = await signIn(desk);
  const base = '/console/letters/clean-air';
  const invited = { name: 'Later Owner', email: 'later@secretariat.example', scope: everything, role: 'owner' };
  personal(invited.email);
  expect((await owner.send('/console/members', invited)).status).toBe(303);
  for (const path of [
    '/signatures',
    '/signatures?q=org',
    '/signatures?state=pending',
    '/review',
    '/figures',
    '/audit',
  ]) {
    expect((await owner.request(`${base}${path}`)).status, path).toBe(200);
  }
  expect((await owner.send(`${base}/export`, { format: 'csv', groups: 'published' })).status).toBeLessThan(400);
  const me = await findMember(anotherClient(desk.store), keys, secretariatEmail);
  const demoted = await owner.send(`/console/members/${me?.id}/grant`, { scope: everything, role: 'viewer' });
  expect(demoted.status).toBe(303);
  expect((await owner.send('/console/sign-out')).status).toBe(303);
}

/** Reasons for actions that are granted but not called in this run. */
const justified: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FeedbackFunction: { 'dynamodb:BatchGetItem': 'reads of one moment go together (shared/platform/store/read.ts)' },
  ScheduleHousekeeping: {
    'dynamodb:BatchGetItem': 'reads of one moment go together (shared/platform/store/read.ts)',
    'dynamodb:ConditionCheckItem': 'erasing a person checks the deliveries of the letter (shared/delivery/leave.ts)',
    'dynamodb:Query byName': 'an act on many goes through what a filter finds by name (shared/jobs/bulk)',
  },
};

/** @returns the actions on the table that a role allows, with the index where there is one */
function granted(name: string): string[] {
  const allowed = allowedTo(name).filter(({ Effect }) => Effect === 'Allow');
  return allowed.flatMap(({ Action, Resource }) => {
    const indexes = Resource.flatMap((resource) => /\/index\/(\w+)/.exec(JSON.stringify(resource))?.[1] ?? '');
    const ofTable = Action.filter((action) => /^dynamodb:(\w+Item|Query)$/.test(action));
    return ofTable.flatMap((action) => indexes.map((index) => `${action} ${index}`.trim()));
  });
}

const names = ['PublicApiFunction', 'SecretariatFunction', 'MailMailer', 'FeedbackFunction', 'ScheduleHousekeeping'];

test.each(names)('%s is granted every call that it makes', (name) => {
  const { [name]: calls = new Set<string>() } = called;
  expect(calls.size).toBeGreaterThan(2);
  expect([...calls].filter((action) => !granted(name).includes(action))).toEqual([]);
});

test.each(names)('%s makes every call that it is granted, or has a reason', (name) => {
  const known = [...(called[name] ?? []), ...Object.keys(justified[name] ?? {})];
  expect(granted(name).filter((action) => !known.includes(action))).toEqual([]);
});
