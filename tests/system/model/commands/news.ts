/** Updates: the secretariat writes and sends, pauses, resumes, cancels; housekeeping sends on; a reader unsubscribes. */
import { expect } from 'vitest';
import * as z from 'zod';
import { sendUpdates } from '../../../../functions/housekeeping/send-updates.ts';
import { commandLine } from '../../../../shared/audit/audit.ts';
import { letterSlug } from '../../../../shared/ids.ts';
import type { Store } from '../../../../shared/platform/store/store.ts';
import {
  cancelUpdate,
  type Deciding,
  type Outcome,
  pauseUpdate,
  resumeUpdate,
  sendUpdate,
} from '../../../../shared/update/control.ts';
import { writeUpdate } from '../../../../shared/update/edit.ts';
import { readUpdate } from '../../../../shared/update/storage.ts';
import { updateFields } from '../../../../shared/update/update.ts';
import { asFunction, asTest } from '../../../fixtures/permissions.ts';
import { memoryQueues } from '../../../fixtures/updates.ts';
import { keys } from '../../../fixtures/world.ts';
import { reach } from '../expected.ts';
import { type News, newsIs, told, unsubscribed } from '../expected-mail.ts';
import { digits } from '../people.ts';
import { type Command, type PlannedRequest, type Run, slug } from '../run.ts';

const letter = letterSlug.parse(slug);
const day = 24 * 3600 * 1000;
const plan = z.object({ active: z.string().optional() });

/** The update that is not over in the table yet: a cancelled one has mails that are cleaned away first. */
const activeIn = ({ tableSnapshots }: Run) => plan.parse(tableSnapshots.find(`UPDATES#${slug}`, 'PLAN') ?? {}).active;

/** Writes an update and sends it, sometimes although another was sent within a day. */
export async function sendNews(run: Run, { how }: Command): Promise<void> {
  const { observer } = run;
  const now = new Date(observer.clock.now);
  const fields = updateFields.parse({ texts: { en: { subject: `News ${run.model.news.length}`, text: 'News.' } } });
  const update = await writeUpdate({ store: observer.store, letter, by: commandLine, now }, fields);
  const insists = how % 3 > 0;
  const isSoon = run.model.news.some(({ startedAt }) => now.getTime() - startedAt < day);
  const isBusy = activeIn(run) !== undefined;
  const { outcome } = await sendUpdate({ store: observer.store, update, by: commandLine, now }, now, insists);
  expect(outcome).toBe(isSoon && !insists ? 'too-soon' : isBusy ? 'refused' : 'done');
  await run.post.listen();
  run.model = outcome === 'done' ? told(run.model, update.id, now.getTime()) : reach(run.model, `update ${outcome}`);
}

/** Housekeeping sends on, sometimes from two instances at once, with mailers that get each message once or all of them. */
export async function sendOn(run: Run, { how, instance }: Command, looks = 2): Promise<void> {
  const { observer, instances, post } = run;
  const choose = digits(how);
  const others = choose<readonly Store[]>([[], [], [instances[instance]?.world.store ?? observer.store]]);
  const toAll = choose([false, true]);
  await Promise.all([observer.store, ...others].map((store) => look(run, store, { looks, toAll })));
  await post.listen();
  for (const { id, state } of run.model.news) {
    if (state !== 'sending') continue;
    const stored = await readUpdate(observer.store, letter, id);
    if (stored?.state === 'sent') run.model = newsIs(run.model, id, 'sent');
  }
}

async function look(
  { observer, post }: Run,
  store: Store,
  { looks, toAll }: { looks: number; toAll: boolean },
): Promise<void> {
  const queues = memoryQueues();
  let looked = 0;
  const context = {
    store,
    queues,
    keys: async () => keys,
    hasTime: () => looked < looks,
    pause: async () => {
      looked += 1;
      await asTest(async () => {
        post.queued.push(...queues.messages.splice(0));
        await post.deliver({ toAll });
      });
    },
    now: () => new Date(observer.clock.now),
  };
  // A run that fails is made up for by the next one.
  await asFunction('housekeeping', () => sendUpdates(context)).catch(() => {});
  post.queued.push(...queues.messages.splice(0));
}

/** @returns an event that decides about one of the updates, which may be in another state */
function decision(
  decide: (deciding: Deciding) => Promise<Outcome>,
  { from, to }: { from: readonly News['state'][]; to: News['state'] },
) {
  return async (run: Run, { who }: Command): Promise<void> => {
    const fitting = run.model.news.filter(({ state }) => from.includes(state));
    const news = fitting.at(-1) ?? run.model.news[who % run.model.news.length];
    const { store, clock } = run.observer;
    const update = news && (await readUpdate(store, letter, news.id));
    if (!news || !update) return;
    const { outcome } = await decide({ store, update, by: commandLine, now: new Date(clock.now) });
    await run.post.listen();
    expect(outcome).toBe(from.includes(news.state) || news.state === to ? 'done' : 'refused');
    if (outcome === 'done') run.model = newsIs(run.model, news.id, to);
  };
}

export const pauseNews = decision((deciding) => pauseUpdate(deciding, 'secretariat'), {
  from: ['sending'],
  to: 'paused',
});
export const resumeNews = decision(resumeUpdate, { from: ['paused'], to: 'sending' });
export const cancelNews = decision(cancelUpdate, { from: ['sending', 'paused'], to: 'cancelled' });

/** A mail program unsubscribes with one click, by any link that arrived, however old. */
export function unsubscribe(run: Run, { who }: Command): PlannedRequest | undefined {
  const link = run.unsubscribing[who % run.unsubscribing.length];
  if (!link) return undefined;
  // Nothing is left to end once the mailbox was forgotten.
  const isKnown = run.tableSnapshots.find(`SUBSCRIBER#${link.subscriber}`, 'SUBSCRIBER') !== undefined;
  return {
    send: (world) =>
      world.app.request(link.path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      }),
    becomes: (model, { status }) => {
      expect(status).toBe(200);
      return isKnown ? unsubscribed(model, link.label) : model;
    },
  };
}
