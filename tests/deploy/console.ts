/**
 * The console of the deployed stack. Its functions are called at their own addresses, as CloudFront would call them.
 */
import { strict as assert } from 'node:assert';
import { secretariatEmail } from './assembly.ts';
import { addressOfFunction } from './aws.ts';
import type { Instance } from './instance.ts';
import { slug } from './operating.ts';
import { until } from './process.ts';
import { step } from './steps.ts';

type Ask = (path: string, init?: RequestInit, from?: Record<string, string>) => Promise<Response>;

/** @param construct id of the function */
async function asEdge({ emulator, deployment, resources }: Instance, construct: string): Promise<Ask> {
  const site = deployment.publicUrl.replace(/\/$/, '');
  const address = await addressOfFunction(emulator.endpoint, resources.get(construct) ?? '');
  const id = new URL(address).hostname.split('.')[0];
  const edge = { 'x-undersigned-edge': deployment.edgeSecret };
  // The emulator also serves function URLs below its own address.
  return (path, init = {}, from = edge) =>
    fetch(`${emulator.endpoint}/_aws/lambda-url/${id}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { 'x-undersigned-site': site, ...Object.fromEntries(new Headers(init.headers)), ...from },
    });
}

export async function proveConsole(instance: Instance): Promise<void> {
  const { emulator } = instance;
  const cookie = await step('the first owner signs in to the console', async () => {
    const ask = await asEdge(instance, 'SecretariatFunction');
    assert.equal((await ask('/console/sign-in', {}, {})).status, 403);
    const body = new URLSearchParams({ email: secretariatEmail });
    const asked = await ask('/console/sign-in', { method: 'POST', body });
    assert.equal(asked.status, 200, await asked.text());
    const mail = await until('the link', async () => (await emulator.mailsTo(secretariatEmail))[0]);
    const door = /\/console\/enter\/[a-z0-9]{46}/.exec(mail.BodyText)?.[0] ?? '';
    const entered = await ask(door, { method: 'POST', body: new URLSearchParams() });
    const [session = ''] = (entered.headers.get('set-cookie') ?? '').split(';');
    assert.match(session, /^__Host-undersigned=/);
    assert.match(await (await ask('/console', { headers: { cookie: session } })).text(), new RegExp(slug));
    return session;
  });
  await step('the owner exports the list with the function for long exports', async () => {
    const ask = await asEdge(instance, 'SecretariatExports');
    const path = `/console/letters/${slug}/export`;
    assert.equal((await ask(path, { headers: { cookie } }, {})).status, 403);
    const page = await (await ask(path, { headers: { cookie } })).text();
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ _csrf: csrf, format: 'csv', groups: 'published' });
    const answer = await ask(path, { method: 'POST', headers: { cookie }, body });
    const file = await answer.text();
    assert.equal(answer.status, 200, file);
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment/);
    assert.ok(file.includes(','), file);
  });
}
