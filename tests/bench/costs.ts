/** DynamoDB calls and capacity units of each kind of request and step. */
import { SQSClient } from '@aws-sdk/client-sqs';
import { sweep } from '../../functions/housekeeping/sweep.ts';
import { deliver } from '../../functions/mailer/deliver.ts';
import { localAws } from '../../infra/local/environment.ts';
import { countDays } from '../../shared/count/daily-submissions.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { readOverdue } from '../../shared/mail/outbox.ts';
import type { MailQueues } from '../../shared/mail/queue.ts';
import { sweepDelay } from '../../shared/mail/sweep-time.ts';
import { dueShards } from '../../shared/platform/store/keys.ts';
import { nonceOf, solvedProof } from '../fixtures/proof.ts';
import { codeIn, endorsement, keys, type Mail, makeWorld, publicUrl, tokenIn } from '../fixtures/world.ts';
import { accepted } from './accepted.ts';
import { type BenchEngine, exampleLetter } from './bench-store.ts';
import { fill } from './fill.ts';
import { type Cost, meterCalls, unitsOncePerBatch } from './meter.ts';
import { heading, printTable } from './table.ts';

interface Step {
  readonly name: string;
  readonly cold: readonly Cost[];
  /** The same request while the letter is in the function's cache; undefined where nothing is cached. */
  readonly warm: readonly Cost[] | undefined;
}

/** Longer than anything is cached, in milliseconds. */
const afterCaches = 60_000;

export async function costs(engine: BenchEngine): Promise<void> {
  const looker = await engine.freshStore();
  const store = engine.openAgain(looker);
  const calls = meterCalls(store, looker);
  const world = makeWorld(store);
  const steps: Step[] = [];

  const metered = async (work: () => Promise<unknown>): Promise<Cost[]> => {
    calls.length = 0;
    await work();
    return [...calls];
  };
  /** The second run is omitted where nothing is cached. */
  const step = async (name: string, cold: () => Promise<unknown>, warm?: () => Promise<unknown>): Promise<Step> => {
    world.clock.now += afterCaches;
    const made: Step = { name, cold: await metered(cold), warm: warm && (await metered(warm)) };
    steps.push(made);
    return made;
  };

  const { file, translations } = await exampleLetter();
  const options = () => ({ now: new Date(world.clock.now), open: true });
  await step('import a letter in two languages', () => importLetter(store, file, translations, options()));
  await step('import the same again', () => importLetter(store, file, translations, options()));
  const plan = await importLetter(looker, file, translations, options());
  if (plan.outcome === 'refused') throw new Error(plan.why);
  const { letter } = plan;
  const { slug } = letter;
  await fill(looker, letter, 200);

  const days = countDays();
  const send = async () => {
    const due = await Promise.all(
      Array.from({ length: dueShards }, (_, shard) => readOverdue(looker, shard, new Date(world.clock.now))),
    );
    if (due.flat().length === 0) throw new Error('no mail is due');
    for (const { signature, due: mail } of due.flat()) {
      if (mail === 'expiry') throw new Error('nothing is as old as that');
      await deliver({ store, keys, mailing: world.mailing, publicUrl, days }, { signature, mail }, world.clock.now);
    }
    await days.write(store);
  };
  const lastMail = (): Mail => {
    const mail = world.mails.at(-1);
    if (!mail) throw new Error('no mail was sent');
    return mail;
  };
  const post = async (body: unknown, headers = {}) => accepted(await world.submit(slug, body, headers));
  const get = async (path: string) => accepted(await world.app.request(path));
  const chains: { name: string; steps: Step[] }[] = [];

  const bodies = {
    organisation: (number: number) => endorsement(number, { letterVersion: letter.versions[0].id, language: 'en' }),
    individual: (number: number) => ({
      kind: 'individual',
      signatory: { name: `Person ${number}`, email: `person${number}@mail.example` },
      display: 'public',
      consents: { publication: true },
      letterVersion: letter.versions[0].id,
      language: 'en',
    }),
  };
  for (const [index, [kind, body]] of Object.entries(bodies).entries()) {
    const number = index * 10;
    const proof = await solvedProof(world);
    // As the form sends it.
    const key = { 'idempotency-key': nonceOf(proof) };
    const submitted = await step(`submit, ${kind}`, () => post({ ...body(number), proof }, key));
    const mailed = await step('  mailer: confirmation mail', send);
    const confirmed = await step('  confirm by link', async () => accepted(await world.confirm(tokenIn(lastMail()))));
    const receipt = await step('  mailer: receipt', send);
    chains.push({ name: kind, steps: [submitted, mailed, confirmed, receipt] });
  }
  const { organisation } = bodies;
  // Cases outside the two chains: a warm cache, a code, an organisation that has signed already, a long comment.
  world.clock.now += afterCaches;
  await get(`/v1/letters/${slug}`);
  const warm = await metered(() => post(organisation(2)));
  replaceWarm(steps, 'submit, organisation', warm);
  await send();
  const { code, to } = { code: codeIn(lastMail()), to: lastMail().to };
  const typed = { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' } };
  await step('confirm by code', async () =>
    accepted(
      await world.app.request('/confirm', { ...typed, body: JSON.stringify({ letter: slug, email: to, code }) }),
    ),
  );
  await send();
  await post({ ...organisation(2), signatory: { name: 'Another', role: 'Clerk', email: 'another@org-2.example' } });
  await send();
  await step('confirm when the organisation has signed', async () =>
    accepted(await world.confirm(tokenIn(lastMail()))),
  );
  await send();
  await step('submit with an Idempotency-Key of its own', () => post(organisation(5), { 'idempotency-key': 'mine' }));
  await step('submit with a comment of 1,000 characters', () =>
    post({ ...organisation(3), comment: 'x'.repeat(1000) }),
  );
  await send();
  await step('confirm that', async () => accepted(await world.confirm(tokenIn(lastMail()))));
  await send();
  await step('open the confirmation page', () => get(`/confirm/${tokenIn(world.mails.at(-2) ?? lastMail())}`));

  const pages: [string, string][] = [
    ['letter page', `/${slug}`],
    ['letter as JSON', `/v1/letters/${slug}`],
    ['list page of 50', `/v1/letters/${slug}/signatures?limit=50`],
    ['list page of 50, one kind', `/v1/letters/${slug}/signatures?limit=50&kind=organisation`],
    ['count', `/v1/letters/${slug}/count`],
    ['signatories page', `/${slug}/signatories`],
    ['form page', `/${slug}/form`],
    ['badge', `/${slug}/badge.svg`],
  ];
  for (const [name, path] of pages)
    await step(
      name,
      () => get(path),
      () => get(path),
    );
  const urls = { urgent: 'http://unused.example', other: 'http://unused.example' };
  const queues = { sqs: new SQSClient(localAws), urls };
  const task = { task: 'sweep', olderThanSeconds: sweepDelay / 1000 } as const;
  const look = () => sweep({ store, queues, keys: async () => keys }, task, new Date(world.clock.now));
  await step('sweep of all shards', look);
  await post(organisation(4));
  await send();
  world.clock.now += sweepDelay;
  await step('sweep that meets one who did not confirm yet', look);
  await step('confirm after that', async () => accepted(await world.confirm(tokenIn(lastMail()))));

  report(steps, chains, await idleSweep(engine, queues));
}

/** As the schedule runs it (infra/housekeeping.ts), on a table where nothing is due. */
async function idleSweep(engine: BenchEngine, queues: MailQueues): Promise<Cost[]> {
  const looker = await engine.freshStore();
  const store = engine.openAgain(looker);
  const calls = meterCalls(store, looker);
  const task = { task: 'sweep', olderThanSeconds: sweepDelay / 1000, shards: 4 } as const;
  await sweep({ store, queues, keys: async () => keys }, task, new Date());
  return [...calls];
}

function replaceWarm(steps: Step[], name: string, warm: readonly Cost[]): void {
  const index = steps.findIndex((step) => step.name === name);
  const found = steps[index];
  if (found) steps[index] = { ...found, warm };
}

const sum = (all: readonly Cost[], of: (cost: Cost) => number) => all.reduce((total, one) => total + of(one), 0);
const reads = (all: readonly Cost[]) => sum(all, (cost) => cost.reads);
const writes = (all: readonly Cost[]) => sum(all, (cost) => cost.writes + cost.indexWrites);

function report(
  steps: readonly Step[],
  chains: readonly { name: string; steps: Step[] }[],
  idle: readonly Cost[],
): void {
  heading(
    '1. Calls and capacity units',
    "By AWS's rules from the sizes of the items (RU: read units, WU: write units, of indexes after the +).",
    'Cold: nothing cached. Warm: again within two seconds. A function that caches nothing has no "warm".',
  );
  printTable(
    ['step', 'calls', 'RU', 'WU', 'warm calls', 'RU', 'which calls, cold'],
    steps.map(({ name, cold, warm }) => [
      name,
      cold.length,
      reads(cold),
      writes(cold),
      warm ? warm.length : '–',
      warm ? reads(warm) : '–',
      describe(cold),
    ]),
  );
  console.log();
  printTable(
    ['submit → mail → confirm by link → receipt', 'calls', 'RU', 'WU', 'WU in batches of ten mails'],
    chains.map(({ name, steps: chain }) => {
      const all = chain.flatMap(({ cold }) => cold);
      const inBatches = writes(all) - 0.9 * unitsOncePerBatch(all);
      return [`one confirmed ${name}`, all.length, reads(all), writes(all), inBatches.toFixed(1)];
    }),
  );
  const perMonth = reads(idle) * 60 * 24 * 30;
  console.log(`\nIdle: a sweep a minute makes ${(perMonth / 1e6).toFixed(2)} million read units in 30 days.`);
}

function describe(all: readonly Cost[]): string {
  const one = ({ operation, reads: read, writes: written, indexWrites, bytes }: Cost) =>
    read > 0 ? `${operation} ${read} (${bytes} B)` : `${operation} ${written}+${indexWrites} (${bytes} B)`;
  const counted = Map.groupBy(all.map(one), (text) => text);
  return [...counted].map(([text, same]) => (same.length > 1 ? `${same.length} × ${text}` : text)).join(', ');
}
