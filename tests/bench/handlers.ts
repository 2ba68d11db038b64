/** Handler time without the database, beside a bare Hono route that validates the same submission. */
import { Hono } from 'hono';
import { createApp } from '../../functions/public-api/app.ts';
import { cachedLetters } from '../../functions/public-api/letter-cache.ts';
import { submission } from '../../shared/signature/submission.ts';
import { endorsement, keys, makeWorld, publicUrl, tokenIn } from '../fixtures/world.ts';
import { accepted } from './accepted.ts';
import { type BenchEngine, openExample } from './bench-store.ts';
import { fill } from './fill.ts';
import { recordedStore } from './recorded.ts';
import { duration, heading, printTable } from './table.ts';
import { race, type Times } from './timing.ts';
import { whyAbove } from './why.ts';

const baseline = 'bare route that validates';
const slug = 'keep-the-river-open';

interface Request {
  readonly path: string;
  readonly init?: RequestInit;
}

export async function handlers(engine: BenchEngine): Promise<void> {
  const real = await engine.freshStore();
  await fill(real, await openExample(real), 200);
  const token = await pendingToken(real);
  const store = recordedStore(engine, real);
  /** Letters are read again when this advances by more than their cache time. */
  const cacheClock = { now: 0 };
  const app = createApp({
    store,
    letters: cachedLetters(store, () => cacheClock.now),
    keys: async () => keys,
    linkToFile: async (key: string) => key,
    writeIncoming: async () => undefined,
    readFile: async () => undefined,
    network: () => Promise.reject(new Error('nothing here looks at a domain')),
    publicUrl,
    mailFrom: 'letters@undersigned.example',
    now: () => new Date(),
  });

  const bare = bareRoute();
  const requests = requestsFor(token);
  for (const { path, init } of Object.values<Request>(requests)) await accepted(await app.request(path, init)).text();

  const send = (name: keyof typeof requests) => async () => {
    const { path, init }: Request = requests[name];
    await accepted(await app.request(path, init)).text();
  };
  const names = Object.keys(requests).filter((name): name is keyof typeof requests => name in requests);
  const validate = { name: baseline, run: async () => accepted(await bare.request('/', submit)).text() };
  const measure = (prepare: () => void) => {
    const contenders = names.map((name) => {
      const run = send(name);
      return {
        name,
        run: () => {
          prepare();
          return run();
        },
      };
    });
    return race([validate, ...contenders], { rounds: 60, each: 10, warmUp: 100 });
  };
  store.mode = 'without-sdk';
  const own = await measure(() => {});
  const cold = await measure(() => {
    cacheClock.now += 60_000;
  });
  store.mode = 'with-sdk';
  const withSdk = await measure(() => {});
  report(names, { own, cold, withSdk });
}

/** Submits and has the mail sent. */
async function pendingToken(real: Parameters<typeof makeWorld>[0]): Promise<string> {
  const world = makeWorld(real);
  accepted(await world.submit(slug, endorsement(1)));
  await world.sendMails();
  const [mail] = world.mails;
  if (!mail) throw new Error('no mail was sent');
  return tokenIn(mail);
}

const json = { 'content-type': 'application/json', accept: 'application/json' };
const submit: RequestInit = { method: 'POST', headers: json, body: JSON.stringify(endorsement(2)) };
const api = `/v1/letters/${slug}`;

function requestsFor(token: string) {
  return {
    submit: { path: `${api}/signatures`, init: submit },
    'letter as JSON': { path: api },
    'list of 50 as JSON': { path: `${api}/signatures?limit=50` },
    count: { path: `${api}/count` },
    // The page first: after the confirmation, it shows something else.
    'confirmation page': { path: `/confirm/${token}` },
    confirm: { path: `/confirm/${token}`, init: { method: 'POST', headers: { accept: 'application/json' } } },
    'letter page': { path: `/${slug}` },
    'signatories page': { path: `/${slug}/signatories` },
    'form page': { path: `/${slug}/form` },
    badge: { path: `/${slug}/badge.svg` },
    health: { path: '/health' },
  } as const satisfies Record<string, Request>;
}

/** The same body, schema and response, and nothing else. */
function bareRoute(): Hono {
  return new Hono().post('/', async (c) => {
    const parsed = submission.safeParse(await c.req.json());
    return parsed.success ? c.json({ status: 'confirmation-requested' }, 202) : c.json(parsed.error.issues, 422);
  });
}

function report(
  names: readonly string[],
  { own, cold, withSdk }: Record<'own' | 'cold' | 'withSdk', ReadonlyMap<string, Times>>,
): void {
  const median = (times: ReadonlyMap<string, Times>, name: string) => times.get(name)?.median ?? Number.NaN;
  const ratio = (times: ReadonlyMap<string, Times>, name: string) => median(times, name) / median(times, baseline);
  heading(
    '2. Handler time without the database',
    `Medians, beside a bare Hono route that validates the same submission (${duration(median(own, baseline))}), interleaved.`,
    '"cold": the letter is in no cache. "with SDK": it writes, signs and reads as always, but nothing is sent.',
  );
  printTable(
    ['route', 'time', 'beside bare', 'cold', 'with SDK'],
    names.map((name) => [
      name,
      duration(median(own, name)),
      ...[own, cold, withSdk].map((times) => `${ratio(times, name).toFixed(1)} ×`),
    ]),
  );
  const above = names.filter((name) => ratio(own, name) > 3);
  if (above.length > 0) console.log('\nAbove 3 ×:');
  for (const name of above) console.log(`- ${name}: ${whyAbove[name] ?? 'not explained yet'}`);
}
