/** Corrections by the owner of a signature, and the mails about them, are limited. */
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { withoutUnpublishedData } from '../../functions/housekeeping/without-unpublished-data.ts';
import { letterSlug } from '../../shared/ids.ts';
import { listAwaitingReview } from '../../shared/signature/moderation/review.ts';
import { withdrawn } from '../../shared/signature/transitions.ts';
import { moderated } from '../fixtures/secretariat.ts';
import { ask, mailsTo, organisationFrom, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const minute = 60 * 1000;
const hour = 60 * minute;
const email = 'chair@harbour.example';

let world: World;
let own: Awaited<ReturnType<typeof sign>>;
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: Date.UTC(2026, 4, 1, 8) });
  await openTestLetter(world.store);
  own = await sign(world, organisationFrom('harbour.example', email));
  world.mails.length = 0;
});

const correction = (role: string, domain = 'harbour.example', name = 'Harbour Friends') => ({
  action: 'correct',
  kind: 'organisation',
  organisation: { name, website: `https://${domain}`, country: 'KZ' },
  signatory: { name: 'Jo Doe', role },
  attestation: true,
});
const correct = async (...change: Parameters<typeof correction>) => ask(world, own, correction(...change));
const receipts = () => mailsTo(world, email).filter(({ about }) => about['mail'] === 'receipt');
const pass = async (time: number) => {
  world.clock.now += time;
  await world.sendMails();
};
const statuses = async (times: number, of: (time: number) => Promise<Response>) => {
  const found: number[] = [];
  for (let time = 1; time <= times; time += 1) {
    world.clock.now += 500;
    found.push((await of(time)).status);
    await world.sendMails();
  }
  return found;
};
const many = (length: number) => Array.from({ length }, () => 200);
const problem = z.object({ type: z.string(), status: z.number(), detail: z.string() });

describe('receipts for corrections', () => {
  it('are three within an hour, and then one with the latest state', async () => {
    expect(await statuses(12, (time) => correct(`Role ${time}`))).toEqual(many(12));
    expect(receipts().map(({ text }) => /Role \d+/.exec(text)?.[0])).toEqual(['Role 1', 'Role 2', 'Role 3']);
    for (let quarter = 0; quarter < 3; quarter += 1) await pass(15 * minute);
    expect(receipts()).toHaveLength(3);
    await pass(20 * minute);
    expect(
      receipts()
        .map(({ text }) => /Role \d+/.exec(text)?.[0])
        .slice(3),
    ).toEqual(['Role 12']);
    expect(await recordOf(world, own)).not.toHaveProperty('due');
  });

  it('never exceed three within an hour, whenever the corrections come', async () => {
    const sent: number[] = [];
    let role = 0;
    for (let step = 0; step < 60; step += 1) {
      world.clock.now += 7 * minute;
      if (step % 3 === 0 || step < 8) {
        role += 1;
        await correct(`Role ${role}`);
      }
      const before = receipts().length;
      await world.sendMails();
      sent.push(...Array.from({ length: receipts().length - before }, () => world.clock.now));
    }
    // Mails planned within ten minutes may be sent at once.
    for (const at of sent)
      expect(sent.filter((one) => one >= at && one < at + hour - 10 * minute).length).toBeLessThan(4);
    await pass(2 * hour);
    const last = (await recordOf(world, own)).signatoryRole ?? '';
    expect(receipts().at(-1)?.text).toContain(last);
  });

  it('include a correction made while the last one of the hour is being sent', async () => {
    await statuses(2, (time) => correct(`Role ${time}`));
    await correct('Role 3');
    world.mailing.turn = async () => {
      world.mailing.turn = async () => {};
      await correct('Role 4');
    };
    await world.sendMails();
    expect(receipts().at(-1)?.text).toContain('Role 3');
    await pass(hour);
    expect(receipts().map(({ text }) => /Role \d+/.exec(text)?.[0])).toEqual(['Role 1', 'Role 2', 'Role 3', 'Role 4']);
  });

  it('do not delay other mails', async () => {
    await statuses(5, (time) => correct(`Role ${time}`));
    await ask(world, own, { action: 'withdraw' });
    await world.sendMails();
    expect(mailsTo(world, email).map(({ about }) => about['mail'])).toEqual([
      'receipt',
      'receipt',
      'receipt',
      'withdrawn',
    ]);
  });

  it('are sent at once when the secretariat has decided, or resends one', async () => {
    await moderated(world, own, { do: 'approve' });
    await statuses(5, (time) => correct(`Role ${time}`));
    expect(receipts()).toHaveLength(3);
    await moderated(world, own, { do: 'decline' });
    await world.sendMails();
    expect(receipts()).toHaveLength(4);
    await correct('Role 6');
    await world.sendMails();
    expect(receipts()).toHaveLength(4);
    world.clock.now += 11 * minute;
    await moderated(world, own, { do: 'resend' });
    await world.sendMails();
    expect(receipts().at(-1)?.text).toContain('Role 6');
  });
});

describe('corrections', () => {
  it('are limited to twenty a day; further answers say when the next is possible, and nothing changes', async () => {
    expect(await statuses(20, (time) => correct(`Role ${time}`))).toEqual(many(20));
    const before = await recordOf(world, own);
    const refused = await correct('Role 21');
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    const { type, status, detail } = problem.parse(await refused.json());
    expect([type, status]).toEqual(['urn:problem-type:undersigned:corrected-too-often', 422]);
    const until = Date.parse(/\d{4}-\S+Z/.exec(detail)?.[0] ?? '');
    expect(Number(refused.headers.get('retry-after')) * 1000 + world.clock.now).toBeGreaterThanOrEqual(until);
    expect(await recordOf(world, own)).toEqual(before);
    world.clock.now = until - 1;
    expect((await correct('Role 21')).status).toBe(422);
    world.clock.now = until;
    expect((await correct('Role 21')).status).toBe(200);
    // Everything else can be done at any time.
    expect((await ask(world, own, { action: 'withdraw' })).status).toBe(200);
  });

  it('may name another organisation five times a day, and still change other fields', async () => {
    expect(await statuses(5, (time) => correct('Chair', `pier-${time}.example`, `Pier ${time}`))).toEqual(many(5));
    const refused = await correct('Chair', 'pier-6.example', 'Pier 6');
    expect(problem.parse(await refused.json()).type).toBe(
      'urn:problem-type:undersigned:organisation-changed-too-often',
    );
    expect((await recordOf(world, own)).organisationName).toBe('Pier 5');
    expect((await correct('Treasurer', 'pier-5.example', 'Pier 5')).status).toBe(200);
    // Neither by way of an individual, nor by name alone.
    const mine = { action: 'correct', kind: 'individual', signatory: { name: 'Jo Doe' } };
    expect((await ask(world, own, mine)).status).toBe(200);
    expect((await correct('Chair', 'pier-6.example', 'Pier 6')).status).toBe(422);
    const { organisation, ...rest } = correction('Chair');
    const named = { ...rest, organisation: { name: 'Quay Club', country: organisation.country } };
    expect((await ask(world, own, named)).status).toBe(422);
    world.clock.now += 24 * hour;
    expect((await correct('Chair', 'pier-6.example', 'Pier 6')).status).toBe(200);
  });

  it('also count as another organisation while they await review, once for each', async () => {
    await moderated(world, own, { do: 'approve' });
    const asked = (time: number) => correct(`Role ${time}`, `pier-${Math.ceil(time / 2)}.example`, 'Pier');
    expect(await statuses(10, asked)).toEqual(many(10));
    expect((await correct('Chair', 'pier-9.example', 'Pier')).status).toBe(422);
    const { waiting } = await listAwaitingReview(world.store, letterSlug.parse('clean-air'));
    expect(waiting).toHaveLength(1);
  });

  it('sent at once count, too', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, (_, time) => correct('Chair', `pier-${time}.example`)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(5);
  });

  it('are refused on the page in plain words, with the input kept', async () => {
    await statuses(5, (time) => correct('Chair', `pier-${time}.example`, `Pier ${time}`));
    const body = new URLSearchParams({
      action: 'correct',
      kind: 'organisation',
      'organisation.name': 'Typed Once',
      'organisation.country': 'KZ',
      'signatory.name': 'Jo Doe',
      attestation: 'true',
    });
    const answer = await world.app.request(`/manage/${own.token}`, {
      method: 'POST',
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toMatch(
      /role="alert"[^>]*>\s*You have changed the organisation several times today\. You can change it again from 2 May 2026/,
    );
    expect(page).toContain('value="Typed Once"');
  });
});

describe('a signature', () => {
  it('that was never corrected holds no data about it, nor about expired limits', async () => {
    expect(await recordOf(world, own)).not.toHaveProperty('corrections');
    await correct('Treasurer');
    const record = await recordOf(world, own);
    expect(record.corrections).toHaveLength(1);
    expect(withoutUnpublishedData(record).corrections).toBeUndefined();
    expect(withdrawn(record, new Date(world.clock.now)).due).toBe('withdrawn');
  });

  it('forgets corrections made more than a day ago', async () => {
    await statuses(20, (time) => correct(`Role ${time}`));
    world.clock.now += 25 * hour;
    await correct('Speaker');
    expect((await recordOf(world, own)).corrections).toHaveLength(1);
  });
});
