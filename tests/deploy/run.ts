/**
 * Deploys the real stack to an emulated AWS and takes one signature the whole way: import, submit, mail, confirm,
 * count, list. Started by `npm run test:deploy`. Needs Python 3 with venv, and nothing else.
 */
import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { edgeSecret, functionLogs, letRelayRun, publish, stackNames, sweepNow } from './aws.ts';
import { Emulator } from './emulator.ts';
import { call } from './http.ts';
import { run, until } from './process.ts';

const root = join(import.meta.dirname, '..', '..');
const letter = join('tests', 'deploy', 'letter.md');
const slug = 'deployed-letter';
const mailbox = 'ada@rights.example';
const signing = {
  kind: 'organisation',
  organisation: { name: 'Rights Example', website: 'https://rights.example', country: 'KZ' },
  signatory: { name: 'Ada Example', role: 'Director', email: mailbox },
  attestation: true,
  display: 'public',
  consents: { publication: true, updates: false, partner: false },
  language: 'en',
};

const deployed = z.object({
  Undersigned: z.object({
    PublicUrl: z.url(),
    ApiUrl: z.url(),
    ConsoleUrl: z.url(),
    EdgeSecretId: z.string(),
    FeedbackTopicArn: z.string(),
  }),
});
const counted = z.object({ organisations: z.int(), total: z.int() });
const listed = z.object({ items: z.array(z.object({ organisation: z.object({ name: z.string() }).optional() })) });

let passed = 0;

/** One thing to prove: says what and how long it took. The first that fails ends the run. */
async function step<T>(what: string, prove: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const time = () => `${((performance.now() - start) / 1000).toFixed(1)} s`.padStart(7);
  try {
    const result = await prove();
    passed += 1;
    console.log(`ok    ${time()}  ${what}`);
    return result;
  } catch (error) {
    console.log(`FAIL  ${time()}  ${what}`);
    throw error;
  }
}

async function prove(emulator: Emulator, folder: string): Promise<void> {
  const { env } = emulator;
  const outputs = join(folder, 'outputs.json');
  const app = ['--app', 'tsx tests/deploy/app.ts', '--output', join(folder, 'cdk.out')];
  const chosen = [
    'mailFrom=Example Convener <letters@convener.example>',
    'secretariatEmail=secretariat@convener.example',
    'retainData=false',
  ];
  const cdk = (args: string[], choices: string[] = chosen) =>
    run('cdk', [...args, ...app, ...choices.flatMap((choice) => ['-c', choice])], { cwd: root, env });
  const mailTo = (address: string, count: number) =>
    until(`mail ${count} to ${address}`, async () => (await emulator.mailsTo(address)).at(count - 1));

  const secretariat = (...args: string[]) =>
    run('npm', ['run', '--silent', 'mailbox', '--', ...args, '--stack', 'Undersigned'], { cwd: root, env });

  const deploy = ['deploy', '--require-approval', 'never', '--outputs-file', outputs];

  await step('cdk bootstrap', () => cdk(['bootstrap']));
  await step('what is still to be decided is refused in a sentence, and nothing is made', async () => {
    await assert.rejects(cdk(deploy, chosen.slice(0, 1)), /secretariatEmail must be .* cdk\.json/);
    assert.deepEqual(await stackNames(emulator.endpoint), ['CDKToolkit']);
  });
  await step('cdk deploy', () => cdk(deploy));
  const { PublicUrl, ApiUrl, ConsoleUrl, EdgeSecretId, FeedbackTopicArn } = deployed.parse(
    JSON.parse(await readFile(outputs, 'utf8')),
  ).Undersigned;
  const secret = await edgeSecret(emulator.endpoint, EdgeSecretId);
  /** What the edge would do, whose way to an API Gateway the emulator does not know: the address behind it, with its secret. */
  const behindEdge = (method: 'GET' | 'POST', url: string, json?: unknown) =>
    call(method, url.replace(PublicUrl, ApiUrl), { json, headers: { 'x-undersigned-edge': secret } });
  async function get<T>(url: string, schema: z.ZodType<T>): Promise<T> {
    const { status, text } = await behindEdge('GET', url);
    assert.equal(status, 200, `GET ${url}: ${text}`);
    return schema.parse(JSON.parse(text));
  }
  const api = `${PublicUrl}/v1/letters/${slug}`;

  await step('the API answers nobody who does not come through the edge', async () => {
    assert.equal((await call('GET', `${ApiUrl}/openapi.json`)).status, 403);
    assert.equal((await behindEdge('GET', `${ApiUrl}/openapi.json`)).status, 200);
  });

  await step('the command line imports and opens a letter', () =>
    run('npm', ['run', '--silent', 'letter', '--', 'import', letter, '--open', '--stack', 'Undersigned'], {
      cwd: root,
      env,
    }),
  );
  await step('a submission is accepted', async () => {
    const { status, text } = await behindEdge('POST', `${api}/signatures`, signing);
    assert.equal(status, 202, text);
  });
  const link = await step('the confirmation mail holds the whole link', async () => {
    const mail = await mailTo(mailbox, 1);
    const found = /https?:\/\/\S+\/confirm\/\S+/.exec(mail.BodyText)?.[0];
    if (!found?.startsWith(PublicUrl)) throw new Error(`no link to ${PublicUrl} in: ${mail.BodyText}`);
    return found;
  });
  await step('opening the link shows a page and confirms nothing', async () => {
    const { status, text } = await behindEdge('GET', link);
    assert.equal(status, 200, text);
    assert.match(text, /<form[^>]*method="?post/i);
    assert.equal((await get(`${api}/count`, counted)).total, 0);
  });
  await step('pressing the button confirms', async () => {
    const { status, text } = await behindEdge('POST', link);
    assert.ok(status === 200 || status === 303, `${status}: ${text}`);
  });
  await step('the organisation is counted', () =>
    until('counted', async () => ((await get(`${api}/count`, counted)).organisations === 1 ? true : undefined)),
  );
  await step('the organisation is listed', () =>
    until('listed', async () => {
      const { items } = await get(`${api}/signatures`, listed);
      return items.some(({ organisation }) => organisation?.name === signing.organisation.name) ? true : undefined;
    }),
  );
  await step('the receipt follows', () => mailTo(mailbox, 2));
  await step('a bounce that SES tells of marks the signature and stops mail, and the count stays', async () => {
    const signature = /\/confirm\/(\w{20})/.exec(link)?.[1] ?? '';
    const timestamp = '2026-03-02T10:00:00.000Z';
    await publish(emulator.endpoint, FeedbackTopicArn, {
      eventType: 'Bounce',
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: mailbox }], timestamp },
      mail: { destination: [mailbox], tags: { signature: [signature], mail: ['receipt'] } },
    });
    await until('marked', async () =>
      (await secretariat('undeliverable', slug)).includes(`${signature}  bounced`) ? true : undefined,
    );
    assert.match(await secretariat('show', mailbox), /No mail goes there/);
    assert.equal((await get(`${api}/count`, counted)).total, 1);
  });
  await step('the first owner signs in to the console', async () => {
    const site = PublicUrl.replace(/\/$/, '');
    const id = new URL(ConsoleUrl).hostname.split('.')[0];
    /** As CloudFront would: the emulator serves function URLs below its own address, too. */
    const ask = (
      path: string,
      init: RequestInit = {},
      from: Record<string, string> = { 'x-undersigned-edge': secret },
    ) =>
      fetch(`${emulator.endpoint}/_aws/lambda-url/${id}${path}`, {
        ...init,
        redirect: 'manual',
        headers: { 'x-undersigned-site': site, ...Object.fromEntries(new Headers(init.headers)), ...from },
      });
    assert.equal((await ask('/console/sign-in', {}, {})).status, 403);
    const email = 'secretariat@convener.example';
    const asked = await ask('/console/sign-in', { method: 'POST', body: new URLSearchParams({ email }) });
    assert.equal(asked.status, 200, await asked.text());
    const door = /\/console\/enter\/[a-z0-9]{46}/.exec((await mailTo(email, 1)).BodyText)?.[0] ?? '';
    const entered = await ask(door, { method: 'POST', body: new URLSearchParams() });
    const [cookie = ''] = (entered.headers.get('set-cookie') ?? '').split(';');
    assert.match(cookie, /^__Host-undersigned=/);
    assert.match(await (await ask('/console', { headers: { cookie } })).text(), /deployed-letter/);
  });
  await step('what the relay never saw, the sweep finds', async () => {
    const email = 'grace@justice.example';
    await letRelayRun(emulator.endpoint, false);
    const organisation = { ...signing.organisation, name: 'Justice Example', website: 'https://justice.example' };
    const { status } = await behindEdge('POST', `${api}/signatures`, {
      ...signing,
      organisation,
      signatory: { ...signing.signatory, email },
    });
    assert.equal(status, 202);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    assert.equal((await emulator.mailsTo(email)).length, 0, 'the relay was not stopped');
    await sweepNow(emulator.endpoint);
    await mailTo(email, 1);
  });
}

const folder = await mkdtemp(join(tmpdir(), 'undersigned-deploy-'));
let emulator: Emulator | undefined;
let failed = 0;
const started = performance.now();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await emulator?.stop();
    process.exit(1);
  });
}
try {
  emulator = await step('the emulator starts', () => Emulator.start(folder));
  await prove(emulator, folder);
} catch (error) {
  failed = 1;
  console.error(error instanceof Error ? error.message : error);
  if (emulator)
    console.error(`--- the emulator ---\n${await emulator.log()}\n${await functionLogs(emulator.endpoint)}`);
} finally {
  await emulator?.stop();
  await rm(folder, { recursive: true, force: true });
}
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed;
