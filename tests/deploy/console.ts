/** The console of the deployed stack: reached at its own address, as CloudFront would reach it. */
import { strict as assert } from 'node:assert';
import { type Instance, secretariatEmail } from './instance.ts';
import { slug } from './operating.ts';
import { until } from './process.ts';
import { step } from './steps.ts';

export async function proveConsole({ emulator, deployment, consoleUrl }: Instance): Promise<void> {
  await step('the first owner signs in to the console', async () => {
    const site = deployment.publicUrl.replace(/\/$/, '');
    const id = new URL(consoleUrl).hostname.split('.')[0];
    const edge = { 'x-undersigned-edge': deployment.edgeSecret };
    /** The emulator serves function URLs below its own address, too. */
    const ask = (path: string, init: RequestInit = {}, from: Record<string, string> = edge) =>
      fetch(`${emulator.endpoint}/_aws/lambda-url/${id}${path}`, {
        ...init,
        redirect: 'manual',
        headers: { 'x-undersigned-site': site, ...Object.fromEntries(new Headers(init.headers)), ...from },
      });
    assert.equal((await ask('/console/sign-in', {}, {})).status, 403);
    const body = new URLSearchParams({ email: secretariatEmail });
    const asked = await ask('/console/sign-in', { method: 'POST', body });
    assert.equal(asked.status, 200, await asked.text());
    const mail = await until('the link', async () => (await emulator.mailsTo(secretariatEmail))[0]);
    const door = /\/console\/enter\/[a-z0-9]{46}/.exec(mail.BodyText)?.[0] ?? '';
    const entered = await ask(door, { method: 'POST', body: new URLSearchParams() });
    const [cookie = ''] = (entered.headers.get('set-cookie') ?? '').split(';');
    assert.match(cookie, /^__Host-undersigned=/);
    assert.match(await (await ask('/console', { headers: { cookie } })).text(), new RegExp(slug));
  });
}
