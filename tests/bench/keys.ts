/**
 * `npm run bench:keys`: a letter that goes viral, 10,000 submissions and 500 confirmations a second for a simulated
 * minute, with the keys that the code really writes. Exits with code 1 when a partition key takes more than 1,000 write
 * units a second.
 */
import { signatureId } from '../../shared/ids.ts';
import { registerPartner } from '../fixtures/partners.ts';
import { inLambda, solvedProof } from '../fixtures/proof.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn } from '../fixtures/world.ts';
import { accepted } from './accepted.ts';
import { type BenchEngine, startEngine } from './bench-store.ts';
import { type Cost, meterCalls } from './meter.ts';
import { heading, printTable } from './table.ts';
import { type Heat, type Sample, type Step, simulate } from './traffic.ts';

process.env['POWERTOOLS_METRICS_DISABLED'] = 'true';

const letter = 'clean-air';
const limit = 1_000;
const sampleSize = 24;
const [submissions, confirmations, seconds] = [10_000, 500, 60];

const engine = await startEngine();
try {
  const hottest = simulate(letter, await capture(engine), seconds);
  report(hottest);
  if (hottest.some(({ peak }) => peak > limit)) process.exitCode = 1;
} finally {
  await engine.stop();
}
process.exit();

/**
 * Takes organisations of one letter and one partner through all steps, each from a network of its own, all shown by
 * name.
 */
async function capture(bench: BenchEngine): Promise<Step[]> {
  const looker = await bench.freshStore();
  const store = bench.openAgain(looker);
  const calls = meterCalls(store, looker);
  const world = makeWorld(store);
  await openTestLetter(looker);
  const radio = 'https://valley-radio.example';
  await registerPartner({ store: looker, clock: world.clock }, 'valley-radio', { origins: [radio], letters: [letter] });
  const steps: Record<'submit' | 'mail' | 'confirm' | 'receipt', Sample[]> = {
    submit: [],
    mail: [],
    confirm: [],
    receipt: [],
  };
  for (let number = 1; number <= sampleSize; number += 1) {
    const body = endorsement(number, { partner: 'valley-radio', source: { page: `${radio}/letter` } });
    const proof = await solvedProof(world);
    world.clock.now += 5_000;
    const taken = async (work: () => Promise<unknown>): Promise<Sample> => {
      calls.length = 0;
      await work();
      return sampleOf(calls);
    };
    const submit = () =>
      world.app.request(
        `/v1/letters/${letter}/signatures`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...body, proof }),
        },
        inLambda(`203.0.113.${number}`),
      );
    steps.submit.push(await taken(async () => accepted(await submit())));
    steps.mail.push(await taken(() => world.sendMails()));
    const mail = world.mails.at(-1);
    if (!mail) throw new Error('no mail was sent');
    steps.confirm.push(await taken(async () => accepted(await world.confirm(tokenIn(mail)))));
    steps.receipt.push(await taken(() => world.sendMails()));
  }
  return [
    { name: 'submission', perSecond: submissions, samples: steps.submit },
    // Mails are sent no faster than people confirm: the others wait, at the rate of SES.
    { name: 'first mail', perSecond: confirmations, samples: steps.mail },
    { name: 'confirmation', perSecond: confirmations, samples: steps.confirm },
    { name: 'receipt', perSecond: confirmations, samples: steps.receipt },
  ];
}

function sampleOf(calls: readonly Cost[]): Sample {
  const hits = calls.flatMap((call) => call.hits);
  const own = hits.find(({ key }) => key.startsWith('SIGNATURE#'))?.key ?? '';
  return { id: signatureId.parse(own.slice(own.indexOf('#') + 1)), hits };
}

function report(hottest: readonly Heat[]): void {
  heading(
    'Hottest partition keys',
    `One letter, one partner: ${submissions} submissions/s, ${confirmations} confirmations/s with their two mails, ${seconds} s simulated.`,
    `Writes captured from the code for ${sampleSize} signatures; WU/s: write units a second. DynamoDB's limit for a partition is ${limit}.`,
  );
  const shown = Object.values(Object.groupBy(hottest, ({ place }) => place)).flatMap((heats) =>
    (heats ?? []).slice(0, 7),
  );
  printTable(
    ['where', 'partition key', 'mean WU/s', 'hottest second'],
    shown.map(({ place, key, mean, peak }) => [place, key, mean.toFixed(0), peak]),
  );
  const most = hottest[0];
  if (most) console.log(`\nThe hottest of all takes ${most.peak} in its hottest second: ${most.place} ${most.key}.`);
}
