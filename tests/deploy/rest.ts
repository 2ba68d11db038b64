/** Runs the functions' other work besides signing, so that they make each call that they may make. */
import { strict as assert } from 'node:assert';
import * as z from 'zod';
import { call } from '../system/acceptance/http.ts';
import { letRelayRun, runHousekeeping, sweepNow } from './aws.ts';
import type { Instance } from './instance.ts';
import { until } from './process.ts';

/** @param letter one with a signature from `mailbox` */
export async function doTheRest({ emulator, deployment }: Instance, letter: string, mailbox: string): Promise<void> {
  const headers = { accept: 'application/json' };
  const site = deployment.publicUrl;
  const found = await call('GET', `${site}/v1/letters/${letter}/signatures?q=fr`, {}, deployment);
  assert.equal(found.status, 200, found.text);
  assert.equal((await call('GET', `${site}/`, {}, deployment)).status, 200);
  const before = (await emulator.mailsTo(mailbox)).length;
  // While the relay is stopped, the sweep sends this mail, by the queue for mails that nobody waits for.
  await letRelayRun(emulator.endpoint, false);
  const asked = await call('POST', `${site}/manage`, { headers, json: { email: mailbox } }, deployment);
  assert.equal(asked.status, 202, asked.text);
  // Waits for work that the relay had begun by then.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  assert.equal((await emulator.mailsTo(mailbox)).length, before, 'the relay was not stopped');
  await sweepNow(emulator.endpoint);
  const mail = await until('the link', async () => (await emulator.mailsTo(mailbox)).at(before));
  await letRelayRun(emulator.endpoint, true);
  const link = z.string().parse(/https?:\/\/\S+\/manage\/[a-z0-9]{46}/.exec(mail.BodyText)?.[0]);
  const forgotten = await call('POST', link, { headers, json: { action: 'forget', sure: true } }, deployment);
  assert.equal(forgotten.status, 200, forgotten.text);
  for (const task of ['letters', 'bulk', 'snapshots', 'reconcile', 'retention', 'digest']) {
    await runHousekeeping(emulator.endpoint, { task });
  }
}
