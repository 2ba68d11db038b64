/** The operator's work on a running stack, with the commands of docs/operating.md. */
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { endorsement } from '../fixtures/world.ts';
import { call } from '../system/acceptance/http.ts';
import { letRelayRun, publish, sweepNow } from './aws.ts';
import { countOf } from './counts.ts';
import type { Instance } from './instance.ts';
import { run, until } from './process.ts';
import { root } from './python.ts';
import { remark, step } from './steps.ts';

/** Slug of the letter that the acceptance imports. */
export const slug = 'keep-the-archive-open';

export async function proveAcceptance({ emulator, deployment }: Instance): Promise<void> {
  const edge = deployment;
  await step('the API refuses requests that do not come through the edge', async () => {
    assert.equal((await call('GET', `${edge.apiUrl}/openapi.json`)).status, 403);
    assert.equal((await call('GET', `${edge.publicUrl}/openapi.json`, {}, edge)).status, 200);
  });
  await step('acceptance: import → sign → stream → queue → mail → confirm → counted → listed → withdrawn', async () => {
    const env = { ...emulator.env, NO_COLOR: '1', UNDERSIGNED_DEPLOYMENT: JSON.stringify(deployment) };
    const said = await run('vitest', ['run', '--config', 'tests/deploy/vitest.config.ts'], { cwd: root, env });
    remark(/Tests .*/.exec(said)?.[0] ?? said);
  });
}

/** A bounce of the one confirmed signature's mail, and a mail that the relay never saw. */
export async function proveMail(instance: Instance): Promise<void> {
  const { emulator, deployment, FeedbackTopicArn } = instance;
  const mailbox = 'grusha@mail.example';
  await step('a bounce from SES marks the signature and stops mail, and the count stays the same', async () => {
    await publish(emulator.endpoint, FeedbackTopicArn, {
      eventType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bouncedRecipients: [{ emailAddress: mailbox }],
        timestamp: '2026-03-02T10:00:00.000Z',
      },
      mail: { destination: [mailbox], tags: {} },
    });
    await until('marked', async () =>
      /\bbounced/.test(await instance.npm('mailbox', 'undeliverable', slug)) ? true : undefined,
    );
    assert.match(await instance.npm('mailbox', 'show', mailbox), /No mail is sent to it since/);
    assert.equal((await countOf(instance, slug)).total, 1);
  });
  await step('the sweep finds mail that the relay never saw', async () => {
    const json = endorsement(1);
    await letRelayRun(emulator.endpoint, false);
    const url = `${deployment.publicUrl}/v1/letters/${slug}/signatures`;
    assert.equal((await call('POST', url, { json }, deployment)).status, 202);
    const { email } = json.signatory;
    await new Promise((resolve) => setTimeout(resolve, 2000));
    assert.equal((await emulator.mailsTo(email)).length, 0, 'the relay was not stopped');
    await sweepNow(emulator.endpoint);
    await until('mailed', async () => (await emulator.mailsTo(email))[0]);
    await letRelayRun(emulator.endpoint, true);
  });
}

const wellBeing = [
  /^ok +credentials +account 000000000000, region eu-central-1$/m,
  /^ok +stack +deployed/m,
  /^ok +bootstrap +version \d+ in eu-central-1$/m,
  // The emulator does not know two of the actions, and has no connection from its CloudFront to the API.
  /^FAIL +SES quota +could not be checked \(InvalidAction\)$/m,
  /^FAIL +identity +could not be checked \(InvalidAction\)$/m,
  /^FAIL +address +https:\S+ does not answer$/m,
  /^warn +table +lacks point-in-time recovery$/m,
  /^ok +alarms +1 address gets the alarms of Undersigned$/m,
  /^ok +dead letters +MailQueue is empty$/m,
  /^ok +count +keep-the-archive-open matches its list$/m,
];

/** @param version the expected line about the version */
export async function askDoctor(instance: Instance, version: RegExp): Promise<void> {
  const { code, output } = await instance.outcome('doctor');
  for (const words of [...wellBeing, version]) assert.match(output, words);
  assert.equal(code, 1);
}

/** The last line of `npm run restore -- --verify` when nothing is lost or duplicated. */
export const agrees = /Every letter, signature, claim, place in the lists and count is there and agrees/;

/** Verifies a table that belongs to no stack any more, by its name and that of the master key. */
export async function proveTable({ emulator, TableName, SecretId, PublicUrl }: Instance): Promise<void> {
  const env = { ...emulator.env, TABLE_NAME: TableName, SECRET_ID: SecretId, PUBLIC_URL: PublicUrl };
  const said = await run('npm', ['run', '--silent', 'restore', '--', '--verify'], { cwd: root, env });
  assert.match(said, agrees);
  assert.doesNotMatch(said, /^signatures +0$/m);
}

export async function proveBackup(instance: Instance): Promise<void> {
  const file = join(instance.folder, 'stack.backup');
  await step('npm run backup, npm run restore -- --verify', async () => {
    await instance.npm('backup', file, '--plain');
    assert.match(await instance.npm('restore', '--verify'), agrees);
    assert.match(await instance.npm('restore', file, '--replace', '--verify'), agrees);
  });
}
