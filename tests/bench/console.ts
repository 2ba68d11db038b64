/** Response times of the console for a letter with 100,000 signatures: each page as the whole app answers it. */

import { firstOwner } from '../../functions/mailer/first-owner.ts';
import { createConsole } from '../../functions/secretariat/app.ts';
import { allPages } from '../../functions/secretariat/pages.ts';
import { startSession } from '../../functions/secretariat/sign-in/session.ts';
import { auditPut } from '../../shared/audit/audit.ts';
import { everything } from '../../shared/ids.ts';
import { readModerationList } from '../../shared/signature/lists/moderation-list.ts';
import { moderate } from '../../shared/signature/moderation/moderate.ts';
import { fieldsVersionOf } from '../../shared/signature/public-fields.ts';
import { keys, makeWorld, secretariatEmail } from '../fixtures/world.ts';
import { accepted } from './accepted.ts';
import { type BenchEngine, openExample } from './bench-store.ts';
import { fill } from './fill.ts';
import { duration, heading, printTable } from './table.ts';
import { race } from './timing.ts';

const size = 100_000;
/** Number of signatures that await a decision. */
const waiting = 30;

export async function consolePages(engine: BenchEngine): Promise<void> {
  const store = await engine.freshStore();
  const letter = await openExample(store);
  await fill(store, letter, size);
  const now = new Date();
  const owner = await firstOwner(store, keys, secretariatEmail, now);
  if (!owner) throw new Error('there is no owner');
  const by = { kind: 'member', id: owner.id } as const;
  const audit = auditPut(store, { by, did: 'session.started', scope: everything }, now);
  const cookie = `__Host-undersigned=${await startSession(store, owner.id, audit, now)}`;
  const some = await readModerationList(store, letter.slug, {
    state: 'counted',
    order: 'newest',
    limit: waiting,
    kind: 'organisation',
    withNames: true,
  });
  const ids = (some?.records ?? []).map(({ id }) => id);
  for (const record of some?.records ?? []) {
    const fieldsVersion = fieldsVersionOf(record, { withNames: true });
    await moderate({ store, keys, letter, by, now }, record.id, { do: 'hold', fieldsVersion });
  }
  const { api } = makeWorld(store, { now: now.getTime() });
  const { app } = createConsole({ ...api, secretariatEmail, now: () => new Date() }, [allPages]);
  const home = `/console/letters/${letter.slug}`;
  const pages = {
    'list, newest': `${home}/signatures`,
    'list, by name': `${home}/signatures?order=name`,
    'start of a name': `${home}/signatures?q=maria%20example%20the%2099`,
    domain: `${home}/signatures?domain=river-friends-50000.example`,
    'part of a person’s name': `${home}/signatures?person=person%2050000`,
    'person whom nobody is called': `${home}/signatures?person=nobody`,
    country: `${home}/signatures?country=KZ`,
    'country that nobody has': `${home}/signatures?country=AQ`,
    'partner that nobody came by': `${home}/signatures?partner=nobody`,
    withdrawn: `${home}/signatures?state=withdrawn`,
    'not confirmed': `${home}/signatures?state=pending`,
    'one signature': `${home}/signatures/${ids[0]}`,
    'next in review': `${home}/review`,
    signals: `${home}/signals`,
    overview: home,
    figures: `${home}/figures`,
    'audit trail': `${home}/audit`,
    'all letters': '/console',
    members: '/console/members',
    partners: `${home}/partners`,
  } as const;
  const times = await race(
    Object.entries(pages).map(([name, path]) => ({
      name,
      run: async () => {
        await accepted(await app.request(path, { headers: { cookie } })).text();
      },
    })),
    { rounds: 10, each: 1, warmUp: 2 },
  );
  heading(
    '8. Console',
    `Pages over ${size.toLocaleString('en')} signatures with DynamoDB Local, the whole answer of the app; ${waiting} wait for a decision.`,
    'A filter that fits few looks for a bounded time and then offers to look further.',
  );
  printTable(
    ['page', 'median'],
    Object.keys(pages).map((name) => [name, duration(times.get(name)?.median ?? Number.NaN)]),
  );
}
