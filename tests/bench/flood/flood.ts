/**
 * Checks that a flood of requests does not delay people's mail: ten people sign while nobody else comes, while as many
 * readers come, and while strangers use every endpoint that costs something. Runs on the real local stack.
 *
 * FLOOD_RATE: requests a second of each kind (50). FLOOD_SECONDS: duration (60). FLOOD_SES_RATE: mails a second that
 * SES accepts (14). Where the machine cannot produce the rate, SES accepts fewer in proportion, so that the excess of
 * requested mails stays the same. Mails are then compared with those among readers, who keep the machine as busy. So
 * the result shows whether mail waits behind other work, not how fast the machine is.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { challenge } from '../../../functions/public-api/sign/proof.ts';
import { answersHttp, startChild } from '../../../infra/local/children.ts';
import { startInbox } from '../../../infra/local/inbox.ts';
import { freePort, loopback } from '../../../infra/local/ports.ts';
import { solve } from '../../fixtures/proof.ts';
import { endorsement } from '../../fixtures/world.ts';
import type { BenchEngine } from '../bench-store.ts';
import { heading, printTable } from '../table.ts';
import { type Client, type Load, openClient, sendAtRate } from './client.ts';
import { type SesAtRate, startSesAtRate } from './ses-at-rate.ts';

const number = z.coerce.number().positive();
/** Requests a second of each kind. */
const rate = number.parse(process.env['FLOOD_RATE'] ?? 50);
const seconds = number.parse(process.env['FLOOD_SECONDS'] ?? 60);
/** Mails a second that SES accepts at the full rate: the limit of an account when it leaves the sandbox. */
const wholeSesRate = number.parse(process.env['FLOOD_SES_RATE'] ?? 14);

const slug = 'keep-the-river-open';
const people = 10;
/** Networks of the strangers: enough that hardly any exceeds its cap. */
const networks = 1000;
/** Seconds of a trial run that measures the capacity of the machine. */
const triedFor = 5;
/** Nobody fills in the form faster than this, in milliseconds. */
const fillsIn = 3_500;
const maxTimes = 2;

export async function flood(engine: BenchEngine): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'undersigned-flood-'));
  const inbox = await startInbox();
  const ses = await startSesAtRate(inbox.endpoint);
  const port = await freePort();
  const publicUrl = `http://${loopback}:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    DYNAMODB_ENDPOINT: engine.endpoint,
    SES_ENDPOINT: ses.endpoint,
  };
  const stack = await startChild(process.execPath, [fileURLToPath(new URL('stack.ts', import.meta.url))], env);
  try {
    await stack.ready(() => answersHttp(`${publicUrl}/health`));
    const secret = z.object({ masterKey: z.string() });
    const { masterKey } = secret.parse(JSON.parse(await readFile(join(dataDir, 'secret.json'), 'utf8')));
    const client = openClient(publicUrl, masterKey);
    await measure(client, ses);
    client.close();
  } finally {
    await stack.stop();
    await ses.stop();
    await inbox.stop();
    await rm(dataDir, { recursive: true });
  }
}

/** Delivery times of the ten mails, and the load meanwhile. */
interface Phase {
  readonly times: readonly number[];
  readonly load?: Load;
}

interface Mails {
  readonly sesRate: number;
  readonly taken: number;
  /** Refused because too many came within a second. */
  readonly refused: number;
}

async function measure(client: Client, ses: SesAtRate): Promise<void> {
  const phases = 3;
  const all = rate * strangers.length;
  const read = (at: number) => ({ path: `/${slug}`, network: networkOf(at), method: 'GET' }) as const;
  const readers = () => sendAtRate(async (at) => (await client.send(read(at))).status, all, seconds);
  await client.send(read(0));
  const tried = await sendAtRate((at) => ask(client, at, 1), all, triedFor);
  const sesRate = Math.max(1, Math.round(wholeSesRate * Math.min(1, tried.perSecond / all)));
  ses.takes(sesRate);
  console.log(
    `This machine answers ${tried.perSecond.toFixed(0)} of ${all} requests a second; SES takes ${sesRate} mails.`,
  );
  // In a single queue, their mails alone would take as long as the flood lasts.
  const known = Math.ceil(sesRate * seconds);
  const forms = await fillForms(client, phases * people);
  const next = () => forms.splice(0, people);
  console.log('The forms are filled in.');
  await signUpKnown(client, ses, known);
  console.log(`${known} mailboxes have signed.`);
  const quiet: Phase = { times: await sign(client, ses, next(), people * 1.5) };
  console.log('Ten have signed alone.');
  const [load, readTimes] = await Promise.all([readers(), sign(client, ses, next(), seconds)]);
  const reading: Phase = { times: readTimes, load };
  console.log('Ten have signed among readers.');
  const before = { taken: ses.taken(), refused: ses.refused() };
  const [attack, floodTimes] = await Promise.all([
    sendAtRate((at) => ask(client, at, known), all, seconds),
    sign(client, ses, next(), seconds),
  ]);
  const mails = { taken: ses.taken() - before.taken, refused: ses.refused() - before.refused };
  report({ quiet, reading, flooded: { times: floodTimes, load: attack } }, { ...mails, sesRate });
}

/** A completed form: the body, and the earliest time to send it. */
interface Form {
  readonly body: ReturnType<typeof endorsement>;
  readonly network: string;
  readonly readyAt: number;
}

/** Solves the proofs of work before anything is measured. */
async function fillForms(client: Client, count: number): Promise<Form[]> {
  const forms: Form[] = [];
  for (let person = 1; person <= count; person += 1) {
    const network = `198.51.100.${person}`;
    const { body } = await client.send({ path: '/v1/challenge', network, method: 'GET' });
    const proof = await solve(challenge.parse(JSON.parse(body)));
    forms.push({ body: endorsement(person, { proof }), network, readyAt: performance.now() + fillsIn });
  }
  return forms;
}

const submissions = `/v1/letters/${slug}/signatures`;

/** Sends the forms one after another within that time. @returns for each, the time until its mail was in the inbox */
function sign(client: Client, ses: SesAtRate, forms: readonly Form[], within: number): Promise<number[]> {
  const start = performance.now();
  return Promise.all(
    forms.map(async ({ body, network, readyAt }, place) => {
      const at = start + ((place + 0.5) / forms.length) * within * 1000;
      await sleep(Math.max(at, readyAt) - performance.now());
      const sentAt = performance.now();
      const { status } = await client.send({ path: submissions, network, json: body });
      if (status !== 202) throw new Error(`A person was answered with ${status}.`);
      return (await ses.arrival(body.signatory.email)) - sentAt;
    }),
  );
}

const mailboxOf = (place: number) => endorsement(1000 + place).signatory.email;

/**
 * Signs with this many mailboxes and waits for their first mails: strangers can then trigger mails by requesting links.
 */
async function signUpKnown(client: Client, ses: SesAtRate, known: number): Promise<void> {
  await Promise.all(
    Array.from({ length: known }, async (_, place) => {
      const json = endorsement(1000 + place);
      const { status } = await client.send({ path: submissions, network: networkOf(place), json });
      if (status !== 202) throw new Error(`A mailbox could not sign: ${status}.`);
      await ses.arrival(json.signatory.email);
    }),
  );
}

/** Alternates between IPv4 addresses and /48 networks of IPv6. */
function networkOf(at: number): string {
  const place = Math.floor(at / 2) % networks;
  return at % 2 === 0 ? `10.9.${place >> 8}.${place & 255}` : `2001:db8:${place.toString(16)}::1`;
}

const stranger = (at: number) => `stranger${at}@nowhere-${at % 97}.example`;
/** Addresses the known mailboxes in turn, which is the worst case. */
const aimedAt = (at: number, known: number) => mailboxOf(at % known);

/** The strangers' requests, each kind at the same rate. */
const strangers: readonly ((at: number, known: number) => Omit<Parameters<Client['send']>[0], 'network'>)[] = [
  (at, known) => ({ path: '/manage', json: { email: aimedAt(at, known) } }),
  (at) => ({ path: '/console/sign-in', form: { email: stranger(at) } }),
  (at) => ({ path: submissions, json: endorsement(5000 + at, { homepage: 'https://spam.example' }) }),
  (at, known) => ({ path: '/confirm', json: { letter: slug, email: aimedAt(at, known), code: 'ABCD-EFGH' } }),
  (at) => ({
    path: `/${slug}/dispute`,
    json: { organisation: `Choir ${at}`, name: 'Jo', email: stranger(at), message: 'We did not sign.' },
  }),
];

async function ask(client: Client, at: number, known: number): Promise<number> {
  const round = Math.floor(at / strangers.length);
  const kind = strangers[at % strangers.length];
  return kind ? (await client.send({ ...kind(round, known), network: networkOf(round) })).status : 0;
}

const median = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/** Part of the requested rate from which it counts as reached. */
const nearly = 0.9;

function report({ quiet, reading, flooded }: Record<'quiet' | 'reading' | 'flooded', Phase>, mails: Mails): void {
  const asked = rate * strangers.length;
  heading(
    'Flood',
    `Ten people sign while strangers send ${rate} requests a second of each of ${strangers.length} kinds, for ${seconds} s: asking for links, signing in,`,
    `submissions that are held, wrong codes, complaints; from ${2 * networks} networks. SES takes ${mails.sesRate} mails a second.`,
    'Measured from the submission to the inbox, on the local stack.',
  );
  const loads = [
    ['Readers', reading.load],
    ['Strangers', flooded.load],
  ] as const;
  for (const [name, load] of loads) {
    const statuses = [...(load?.statuses ?? [])].map(([status, count]) => `${count} × ${status}`).join(', ');
    console.log(`${name}: ${load?.perSecond.toFixed(0)} of ${asked} requests a second (${statuses}).`);
  }
  console.log(`Mails during the flood: ${mails.taken}. SES refused ${mails.refused} as too many at once.\n`);
  const bases = { alone: median(quiet.times), readers: median(reading.times) };
  const times = (phase: Phase, place: number) => milliseconds(phase.times[place] ?? Number.NaN);
  printTable(
    ['person', 'alone', 'among readers', 'in the flood', 'beside alone', 'beside readers'],
    flooded.times.map((time, place) => [
      place + 1,
      times(quiet, place),
      times(reading, place),
      milliseconds(time),
      ratio(time, bases.alone),
      ratio(time, bases.readers),
    ]),
  );
  const worst = Math.max(...flooded.times);
  const middle = median(flooded.times);
  console.log(`\nMedian alone ${milliseconds(bases.alone)}, among readers ${milliseconds(bases.readers)}.`);
  console.log(`In the flood, beside alone: median ${ratio(middle, bases.alone)}, worst ${ratio(worst, bases.alone)}.`);
  console.log(`Beside readers: median ${ratio(middle, bases.readers)}, worst ${ratio(worst, bases.readers)}.`);
  const isKept = (flooded.load?.perSecond ?? 0) >= nearly * asked;
  const base = isKept ? bases.alone : bases.readers;
  console.log(
    isKept
      ? 'The rate was kept, so the mails are judged beside those alone.'
      : 'This machine cannot produce the rate, so the mails are judged beside those among readers, who kept it as busy.',
  );
  const late = flooded.times.filter((time) => time > maxTimes * base).length;
  if (late > 0) {
    console.error(`${late} of ${people} mails took more than ${maxTimes} times as long.`);
    process.exitCode = 1;
  } else {
    console.log(`Each mail came within ${maxTimes} times.`);
  }
}

const milliseconds = (time: number) => `${time.toFixed(0)} ms`;
const ratio = (time: number, base: number) => `${(time / base).toFixed(2)} ×`;
