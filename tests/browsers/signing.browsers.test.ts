/** The way of a signature in Firefox and in WebKit. `npm run test:browsers` says which of them it skips, and why. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countryName } from '../../shared/organisation/country.ts';
import { en } from '../../shared/text/languages/en.ts';
import { linkIn, manageLinkIn, waitForMail } from '../fixtures/inbox.ts';
import { type LocalStack, startLocalStack } from '../fixtures/local-stack.ts';
import { snippet } from '../system/browser/guide.ts';
import { type Host, openHost } from '../system/browser/host.ts';
import { anOrganisation, type Signer } from '../system/browser/signer.ts';
import { example } from '../system/browser/site.ts';
import { findFirefox } from './firefox.ts';
import type { Visitor } from './visitor.ts';
import { findWebKit } from './webkit.ts';

let stack: LocalStack;
let host: Host;

beforeAll(async () => {
  [stack, host] = await Promise.all([startLocalStack(), openHost()]);
  await stack.partner('add', 'valley-radio', '--name', 'Valley Radio', '--origin', host.origin, '--letter', example);
});

afterAll(async () => {
  await host.close();
  await stack.stop();
});

/** Fills in the form by its labels and sends it, by the letter's own page or by the element on another site. */
async function sign(visitor: Visitor, { organisation, country, name, email }: Signer): Promise<void> {
  await visitor.seesForm();
  await visitor.tick(en['form.kind-organisation']);
  await visitor.type(en['form.organisation-name'], organisation ?? '');
  if (await visitor.hasField(en['form.country']))
    await visitor.choose(en['form.country'], countryName(country ?? '', 'en'));
  await visitor.type(en['form.name'], name);
  await visitor.type(en['form.email'], email);
  for (const label of [en['form.display-public'], en['form.attestation'], en['form.publication']])
    if (await visitor.hasField(label)) await visitor.tick(label);
  await visitor.press(en['form.submit']);
  await visitor.sees(en['sent.title']);
}

async function count(): Promise<unknown> {
  return (await fetch(`${stack.publicUrl}/v1/letters/${example}/count`)).json();
}

async function confirmAndManage(visitor: Visitor, { email }: Signer, role: string): Promise<void> {
  await visitor.open(linkIn(await waitForMail(stack.inboxUrl, email, 'Please confirm')));
  await visitor.follow(en['confirm.button']);
  await visitor.sees(en['confirm.done-title']);
  const own = manageLinkIn(await waitForMail(stack.inboxUrl, email, 'You signed'));
  await visitor.open(own);
  await visitor.sees(en['manage.title']);
  await visitor.type(en['form.role'], role);
  await visitor.follow(en['manage.correct-button']);
  await visitor.open(own);
  await visitor.sees(en['manage.title']);
  expect(await visitor.valueOf(en['form.role'])).toBe(role);
}

describe.each([
  ['Firefox', findFirefox()],
  ['WebKit', findWebKit()],
])('%s', (browser, installed) => {
  if ('missing' in installed) {
    console.warn(`Skipped: ${installed.missing}.`);
    test.skip(`${installed.missing}`);
    return;
  }
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await installed.launch();
    console.log(`Played in ${visitor.version}.`);
  });
  afterAll(() => visitor.close());

  test('an organisation signs on the letter page, confirms and corrects its role', async () => {
    const before = await count();
    const signer = anOrganisation(`${browser} Association of Ferrymen`);
    await visitor.open(`${stack.publicUrl}/${example}`);
    await sign(visitor, signer);
    await confirmAndManage(visitor, signer, 'Secretary');
    expect(await count()).not.toEqual(before);
  });

  test("an organisation signs by the element on a partner's page, confirms and corrects its role", async () => {
    const before = await count();
    const signer = anOrganisation(`${browser} League of Lighthouse Keepers`);
    host.show('/element', await snippet({ stack, host }, 'embedding', 'The element'));
    await visitor.open(`${host.origin}/element`);
    await sign(visitor, signer);
    await confirmAndManage(visitor, signer, 'Treasurer');
    expect(await count()).not.toEqual(before);
  });
});
