/** Checks of updates and invitations: who gets one, how often, and that nobody who should have one is left out. */
import { expect } from 'vitest';
import * as z from 'zod';
import type { Mail } from '../../fixtures/world.ts';
import { resumeNews, sendOn } from './commands/news.ts';
import { allowing, mayBeInvited, mayGetNews } from './expected-mail.ts';
import { labelOf } from './people.ts';
import { type Run, slug } from './run.ts';

const longerThanALease = 80_000;

interface Seen {
  readonly label: string;
  /** It may have been handed over before the last action. */
  readonly wasInFlight: boolean;
}

/** Checks a mail that has just arrived; most are of other kinds. */
export function expectWanted(run: Run, mail: Mail, seen: Seen): void {
  const { mail: kind, signature = '', update = '' } = mail.about;
  if (kind !== 'update' && kind !== 'follow-up') return;
  const isNews = kind === 'update';
  if (!seen.wasInFlight) {
    const allowed = allowing(run.model, seen.label, isNews ? mayGetNews : mayBeInvited);
    expect(allowed.length, `${kind}: whether anything allows it`).toBeGreaterThan(0);
    const state = run.model.news.find(({ id }) => id === update)?.state;
    if (isNews) expect(state, 'the update').toBeOneOf(['sending', 'sent']);
  }
  const key = `${isNews ? update : kind} ${seen.label}`;
  const times = (run.newsArrived.get(key) ?? 0) + 1;
  run.newsArrived.set(key, times);
  // Each crash may double a mail that was in flight. Of an update no third copy is sent, however many there were.
  const crashes = run.post.tallies.get(`${signature} ${kind}`)?.failedAfterwards ?? 0;
  expect(times, `mails for ${kind}`).toBeLessThanOrEqual(isNews ? Math.min(2, 1 + crashes) : 1 + crashes);
  if (!isNews) return;
  const [path = ''] = /\/[a-z-]+\/unsubscribe\/[a-z0-9]{46}/.exec(mail.text) ?? [];
  run.unsubscribing.push({ label: seen.label, subscriber: signature, path });
}

const plan = z.object({ active: z.string().optional() });

/** Resumes what is paused, and sends until every update is over. */
export async function finishNews(run: Run): Promise<void> {
  const { observer, tableSnapshots } = run;
  const calm = { do: 'send on', who: 0, how: 0, instance: 0 };
  if (run.model.news.some(({ state }) => state === 'paused')) await resumeNews(run, calm);
  for (let round = 0; round < 30; round += 1) {
    if (plan.parse(tableSnapshots.find(`UPDATES#${slug}`, 'PLAN') ?? {}).active === undefined) return;
    observer.clock.now += longerThanALease;
    await sendOn(run, calm, 4);
  }
  expect.unreachable('an update never ends');
}

/** Everybody who could get an update all the time has it. */
export function expectNewsComplete(run: Run): void {
  for (const { id, state, must } of run.model.news) {
    if (state === 'cancelled') continue;
    expect(state).toBe('sent');
    for (const number of must) {
      const own = run.model.signatures[number];
      const record = run.snapshot.records.get(run.ids[number] ?? '');
      // Until its receipt is sent, the row of the mailbox does not name it. Mail came back from some.
      const isKnown = run.arrived.some(({ of, mail }) => of === number && mail === 'receipt');
      if (!own || !isKnown || record?.deliverability) continue;
      expect(run.newsArrived.get(`${id} ${labelOf(own.wish.mailbox.address)}`), 'mails of an update').toBeGreaterThan(
        0,
      );
    }
  }
}
