/** More than a thousand are invited to a letter that follows, once, while mailers are killed and housekeeping runs twice at once. */
import pMap from 'p-map';
import { expect, it } from 'vitest';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import type { MailRequest } from '../../shared/mail/kind.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { asTest } from '../fixtures/permissions.ts';
import { freshStore } from '../fixtures/store.ts';
import { deliverAll, dyingMailer } from '../fixtures/updates.ts';
import { letterFile, makeWorld, openTestLetter, readDue, type World } from '../fixtures/world.ts';
import { addressOf, addSigners } from './add-signers.ts';

const invited = 1200;
const hour = 3600 * 1000;
const agreed = { publication: true, updates: false, partner: false, followUp: true } as const;
const inNew = { wording: 'en-3', consents: agreed } as const;
const width = 5;

const invitations = ({ mails }: World) => mails.filter(({ about }) => about['mail'] === 'follow-up');

async function readRequests({ store, clock }: World): Promise<MailRequest[]> {
  const due = await asTest(() => readDue(store, new Date(clock.now)));
  return due.flatMap(({ signature, due: kind }): MailRequest[] =>
    kind === 'follow-up' ? [{ signature, mail: kind }] : [],
  );
}

/**
 * Mailers work on everything that is due; some messages come twice, and one mailer may be killed.
 *
 * @returns the mailboxes whose mail SES has, though it is still due
 */
async function mail(world: World, dies: boolean): Promise<string[]> {
  const before = invitations(world).length;
  const requests = await readRequests(world);
  const work = (mailer: Parameters<typeof deliverAll>[0], some: readonly MailRequest[]) =>
    // One that fails stays due.
    pMap(some, (one) => deliverAll(mailer, [one]).catch(() => {}), { concurrency: width });
  const half = Math.ceil(requests.length / 2);
  const first = dies ? dyingMailer(world, Math.ceil(half / 3)) : world;
  await Promise.all([work(first, requests.slice(0, half + 50)), work(world, requests.slice(half))]);
  const sent = new Set(
    invitations(world)
      .slice(before)
      .map(({ to }) => to),
  );
  const stillDue = await readRequests(world);
  const records = await asTest(() => pMap(stillDue, ({ signature }) => readSignature(world.store, signature)));
  return records.flatMap((record) => (record?.email && sent.has(record.email) ? [record.email] : []));
}

it('invites everyone who agreed once, and nobody else', async () => {
  const world = makeWorld(await freshStore());
  const found = await openTestLetter(world.store, { 'goal: 50': 'goal: 50\nasksFollowUp: true' });
  await addSigners(world, found, { who: 'reader', count: invited, change: inNew });
  // A second signature of some, and people who must get nothing.
  const second = { ...inNew, kind: 'organisation', organisationName: 'Choir' } as const;
  await addSigners(world, found, { who: 'reader', count: 200, change: second });
  await addSigners(world, found, {
    who: 'silent',
    count: 200,
    change: { ...inNew, consents: { ...agreed, followUp: undefined } },
  });
  await addSigners(world, found, { who: 'earlier', count: 200, change: { wording: 'en-2', consents: agreed } });
  await addSigners(world, found, { who: 'held', count: 100, change: { ...inNew, moderation: 'held' } });
  const withdrawnAt = new Date(world.clock.now).toISOString();
  await addSigners(world, found, { who: 'gone', count: 100, change: { ...inNew, withdrawnAt } });
  const next = letterFile({ 'slug: clean-air': 'slug: clean-water', 'goal: 50': 'goal: 50\nfollows: clean-air' });
  await importLetter(world.store, next, [], { now: new Date(world.clock.now), open: true });

  const inFlight: string[] = [];
  let kills = 3;
  for (let round = 0; round < 6; round += 1) {
    // Each run ends after some pages, as on AWS after some minutes.
    let pages = 0;
    const context = { ...housekeepingContextOf(world), hasTime: () => pages++ < 12 };
    await Promise.all([runTask(context, { task: 'letters' }), runTask(context, { task: 'letters' })]);
    const dies = kills > 0 && invitations(world).length < invited;
    const unrecorded = await mail(world, dies);
    expect(unrecorded.length).toBeLessThanOrEqual(dies ? width : 0);
    inFlight.push(...unrecorded);
    if (dies) kills -= 1;
    world.clock.now += 9 * hour;
  }

  const times = new Map<string, number>();
  for (const { to } of invitations(world)) times.set(to, (times.get(to) ?? 0) + 1);
  const missed = Array.from({ length: invited }, (_, number) => addressOf(number)).filter((email) => !times.has(email));
  expect(missed).toEqual([]);
  expect([...times.keys()].filter((to) => !to.startsWith('reader'))).toEqual([]);
  // Once more for each mailer that was killed while SES had the mail.
  const more = [...times].flatMap(([to, count]) => Array.from({ length: count - 1 }, () => to));
  expect(more.toSorted()).toEqual(inFlight.toSorted());
  expect(kills).toBe(0);
}, 600_000);
