/**
 * AWS refuses a write while another transaction holds the same item; DynamoDB Local never does. Here every write fails
 * that way once, without visible effect: no answer of 500 or above, no failed mail, no task that ends early.
 */
import { expect, test } from 'vitest';
import { housekeepingTask } from '../../../functions/housekeeping/task.ts';
import { readFeedback } from '../../../functions/mail-feedback/event.ts';
import { challenge } from '../../../functions/public-api/sign/proof.ts';
import { everything } from '../../../shared/ids.ts';
import { permissions } from '../../../shared/member/role.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { wholeBodies } from '../../console/bodies.ts';
import { bodyFor, fill, keyFor, setScene } from '../../console/route-fixtures.ts';
import { conflictOnce } from '../../fixtures/dynamodb-faults.ts';
import { handleFeedback, runTask } from '../../fixtures/functions.ts';
import { housekeepingContextOf, takingQueues } from '../../fixtures/housekeeping-context.ts';
import { signIn } from '../../fixtures/members.ts';
import { ask, mailsTo, manageTokenIn, organisationFrom, recordOf, sign } from '../../fixtures/signing.ts';
import { freshStore } from '../../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter } from '../../fixtures/world.ts';
import { bounce, complaint } from '../../mail-feedback/events.ts';

const day = 24 * 3600 * 1000;

test('conflicts do not affect co-signatories', async () => {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  const met = conflictOnce(world.store);

  const signed = await sign(world, organisationFrom('harbour.example', 'chair@harbour.example'));
  const { parameters } = challenge.parse(await world.json('/v1/challenge'));
  for (const key of ['a key of its own', parameters.nonce]) {
    expect(
      (await world.submit('clean-air', endorsement(2), { 'idempotency-key': key.replaceAll(' ', '-') })).status,
    ).toBe(202);
  }
  // Another mailbox of the same organisation, which stays a duplicate; and a correction of the first.
  const twin = await sign(world, organisationFrom('harbour.example', 'office@harbour.example'));
  expect(await recordOf(world, twin)).toHaveProperty('duplicateOf', signed.id);
  const correction = {
    action: 'correct',
    kind: 'organisation',
    organisation: { name: 'Harbour Friends', website: 'https://harbour.example', country: 'KZ' },
    signatory: { name: 'Jo Harbour', role: 'Chair' },
    attestation: true,
  };
  expect((await ask(world, signed, correction)).status).toBe(200);
  const link = await world.app.request('/manage', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'chair@harbour.example' }),
  });
  expect(link.status).toBeLessThan(300);
  await world.sendMails();
  const links = mailsTo(world, 'chair@harbour.example').findLast(({ text }) => text.includes('/manage/'));
  expect(links && manageTokenIn(links)).not.toBe(signed.token);
  const complaintForm = { organisation: 'Harbour Friends', name: 'Asker', email: 'asker@harbour.example' };
  const dispute = { method: 'POST', body: new URLSearchParams(complaintForm) };
  expect((await world.app.request('/clean-air/dispute', dispute)).status).toBe(200);

  for (const event of [
    bounce({ to: twin.email, signature: twin.id }),
    complaint({ to: signed.email, signature: signed.id }),
  ]) {
    const feedback = readFeedback(JSON.stringify(event));
    await handleFeedback({ store: world.store, keys, now: new Date(world.clock.now) }, feedback);
  }
  expect((await ask(world, signed, { action: 'withdraw' })).status).toBe(200);
  expect((await ask(world, twin, { action: 'forget', sure: true })).status).toBe(200);
  await world.sendMails();

  // Two who do not confirm, and one whose mail was lost.
  for (const number of [3, 4]) expect((await world.submit('clean-air', endorsement(number))).status).toBe(202);
  const tasks = ['letters', 'bulk', 'snapshots', 'reconcile', 'retention', 'digest'].map((task) => ({ task }));
  for (const later of [day, 3 * day, 40 * day]) {
    world.clock.now += later;
    const context = { ...housekeepingContextOf(world), queues: takingQueues() };
    for (const task of [{ task: 'sweep', olderThanSeconds: 600 }, ...tasks]) {
      await runTask(context, housekeepingTask.parse(task));
    }
    await world.sendMails();
  }
  expect(new Set(met)).toEqual(new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems']));
  expect(met.length).toBeGreaterThan(60);
});

/** @returns the answers of all routes that change something, by name */
async function answersOfTheConsole(prepare: (store: Store) => string[]): Promise<{ answers: string[]; met: string[] }> {
  const world = makeWorld(await freshStore());
  const scene = await setScene(world);
  const key = await keyFor(scene, permissions, everything);
  const met = prepare(world.store);
  const browser = await signIn(world);
  const answers = [`digest ${(await browser.send('/console/me/digest', { digest: 'on' })).status}`];
  for (const { kind, method, path } of world.secretariat.routes) {
    if (kind !== 'api' || method === 'get') continue;
    const body = wholeBodies[`${method} ${path.replace(/:(\w+)/g, '{$1}')}`]?.() ?? (await bodyFor(path, scene));
    const answer = await world.secretariat.app.request(await fill(path, scene), {
      method: method.toUpperCase(),
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    answers.push(`${method} ${path} ${answer.status}`);
  }
  await world.sendMails();
  answers.push(`sign out ${(await browser.send('/console/sign-out')).status}`);
  return { answers, met };
}

test('conflicts do not affect the secretariat', async () => {
  const calm = await answersOfTheConsole(() => []);
  const { answers, met } = await answersOfTheConsole(conflictOnce);
  expect(answers).toEqual(calm.answers);
  expect(answers.filter((answer) => / 20\d$/.test(answer)).length).toBeGreaterThan(25);
  expect(met.length).toBeGreaterThan(60);
});
