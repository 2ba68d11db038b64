/**
 * Checks whether response times reveal who was asked about: all classes of mailboxes that a stranger may ask about,
 * interleaved.
 */
import { suppressMailbox } from '../../shared/mailbox/suppression.ts';
import { inNode, noon, sendJson } from '../fixtures/proof.ts';
import { prepareSenders, senders } from '../fixtures/senders.ts';
import { ask, organisationFrom, sign } from '../fixtures/signing.ts';
import { keys, makeWorld, openTestLetter } from '../fixtures/world.ts';
import { accepted } from './accepted.ts';
import type { BenchEngine } from './bench-store.ts';
import { duration, heading, printTable } from './table.ts';
import { type Contender, race } from './timing.ts';

const rounds = 200;
const runs = ['first', 'second'] as const;

export async function oracle(engine: BenchEngine): Promise<void> {
  const world = makeWorld(await engine.freshStore(), { now: noon });
  await openTestLetter(world.store);
  await prepareSenders(world, sendJson);
  let number = 1_000;
  // Each class twice: a difference between two runs of one class is chance.
  const contenders = Object.entries(senders).flatMap(([name, sender]) =>
    runs.map((run) => ({
      name: `${name}, ${run}`,
      async run() {
        number += 1;
        const { body, env } = sender(number);
        await accepted(await sendJson(world, body, { env })).text();
      },
    })),
  );
  await compare('5. Time of a submission by who sends it', contenders, Object.keys(senders));
  await codes(engine);
  await corrections(engine);
}

/** A wrong code, for mailboxes of each class. */
async function codes(engine: BenchEngine): Promise<void> {
  const world = makeWorld(await engine.freshStore(), { now: noon });
  await openTestLetter(world.store);
  const mailboxes = {
    unknown: 'box-0@one.example',
    pending: 'box-1@one.example',
    'shown by name': 'box-2@one.example',
    'name withheld': 'box-3@one.example',
    suppressed: 'box-4@one.example',
  };
  await world.submit('clean-air', organisationFrom('one.example', mailboxes.pending));
  await world.sendMails();
  await sign(world, organisationFrom('two.example', mailboxes['shown by name']));
  await sign(world, withheld(organisationFrom('three.example', mailboxes['name withheld'])));
  const asked = { at: new Date(noon).toISOString(), because: 'asked' } as const;
  await suppressMailbox(world.store, keys, mailboxes.suppressed, asked, noon);
  const type = (email: string) =>
    world.app.request(
      '/confirm',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ letter: 'clean-air', email, code: '2222-2222' }),
      },
      inNode('127.0.0.1'),
    );
  const contenders = twice(mailboxes, async (email) => (await type(email)).text());
  await compare('5b. Time of a wrong code by whose mailbox it is typed for', contenders, Object.keys(mailboxes));
}

/** A correction to another organisation, by who holds that one. */
async function corrections(engine: BenchEngine): Promise<void> {
  const world = makeWorld(await engine.freshStore(), { now: noon });
  await openTestLetter(world.store);
  const holders = { nobody: 'free-1.example', 'somebody whose name is withheld': 'held-1.example' };
  await sign(world, withheld(organisationFrom('held-1.example', 'keeper@one.example')));
  const domains = Array.from({ length: 8 }, (_, number) => `own-0${number}.example`);
  const owners: { domain: string; own: Awaited<ReturnType<typeof sign>> }[] = [];
  for (const domain of domains) {
    owners.push({ domain, own: await sign(world, organisationFrom(domain, `owner@two-${domain}`)) });
  }
  const correct = (own: { token: string }, domain: string) =>
    ask(world, own, {
      action: 'correct',
      kind: 'organisation',
      organisation: { name: 'Harbour Friends', website: `https://${domain}`, country: 'KZ' },
      signatory: { name: 'Signer', role: 'Chair' },
      attestation: true,
    });
  let run = 0;
  const contenders = twice(holders, async (domain) => {
    // Few such corrections are possible within a day, and a link works for a year: several owners take turns.
    const owner = owners[run % owners.length];
    if (!owner) throw new Error('nobody signed');
    run += 1;
    world.clock.now += (12 / owners.length) * 3600 * 1000;
    await accepted(await correct(owner.own, domain)).text();
    // Reverts the correction and has the mail sent, so that each run starts alike.
    await accepted(await correct(owner.own, owner.domain)).text();
  });
  await compare(
    '5c. Time of a correction, there and back, by who holds the other organisation',
    contenders,
    Object.keys(holders),
  );
}

const withheld = (body: ReturnType<typeof organisationFrom>) => ({
  ...body,
  display: 'withheld',
  consents: { publication: false, updates: false, partner: false },
});

const twice = (classes: Readonly<Record<string, string>>, run: (value: string) => Promise<unknown>): Contender[] =>
  Object.entries(classes).flatMap(([name, value]) =>
    runs.map((which) => ({ name: `${name}, ${which}`, run: () => run(value) })),
  );

async function compare(title: string, contenders: readonly Contender[], names: readonly string[]): Promise<void> {
  const times = await race(contenders, { rounds, each: 1, warmUp: 10 });
  const medianOf = (name: string, run: (typeof runs)[number]) => times.get(`${name}, ${run}`)?.median ?? Number.NaN;
  report(
    title,
    names.map((name) => ({ name, first: medianOf(name, 'first'), second: medianOf(name, 'second') })),
  );
}

interface Measured {
  readonly name: string;
  readonly first: number;
  readonly second: number;
}

function report(title: string, classes: readonly Measured[]): void {
  heading(
    title,
    `Medians of two runs of ${rounds} requests each, with DynamoDB Local, all interleaved in random order.`,
    'What lies between two runs of one class is chance: two classes should lie no further apart.',
  );
  printTable(
    ['who', 'first run', 'second run', 'apart'],
    classes.map(({ name, first, second }) => [
      name,
      duration(first),
      duration(second),
      duration(Math.abs(first - second)),
    ]),
  );
  const within = classes.map(({ first, second }) => Math.abs(first - second));
  const means = classes.map(({ first, second }) => (first + second) / 2);
  console.log(
    `\nWithin a class up to ${duration(Math.max(...within))} apart; the classes, both runs together, up to ${duration(Math.max(...means) - Math.min(...means))}.`,
  );
}
