/** "Lawyers" among 10,000 names: in one request, in the list and in the console, and how many clicks it takes there. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { bundleConsole } from '../../infra/build/bundle-console.ts';
import { letterSlug, makeSignatureId } from '../../shared/ids.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { PutCommand } from '../../shared/platform/store/commands.ts';
import { signatureKey } from '../../shared/platform/store/keys.ts';
import { signatureRecord } from '../../shared/signature/record.ts';
import { storedForm } from '../../shared/signature/stored.ts';
import { fill } from '../bench/fill.ts';
import { type OpenBrowser, openBrowser } from '../fixtures/browser.ts';
import { countClicks } from '../fixtures/count-clicks.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { signIn } from '../fixtures/members.ts';
import { openTestLetter } from '../fixtures/world.ts';
import { look, openSite } from './day/site.ts';

const clock = { now: Date.parse('2026-11-02T10:00:00Z') };
const slug = letterSlug.parse('clean-air');
const names = ['Union of Young Lawyers', 'Bishkek Lawyers’ Club', 'Lawyers for Rivers'];
let site: Awaited<ReturnType<typeof openSite>>;
let chromium: OpenBrowser;
beforeAll(async () => {
  [site, chromium] = await Promise.all([openSite(clock), openBrowser(), bundleConsole()]);
  const { store } = site.world;
  await openTestLetter(store);
  const letter = await readLetter(store, slug);
  if (!letter) throw new Error('no letter');
  await fill(store, letter, 10_000);
  for (const [number, name] of names.entries()) await add(name, new Date(Date.UTC(2026, 5, 2, number)).toISOString());
  expect(await runTask(housekeepingContextOf(site.world), { task: 'snapshots' })).toMatchObject({ indexed: 1 });
}, 600_000);
afterAll(async () => {
  await chromium.close();
  await site.close();
});

/** Among the first that signed, so that only the index knows them. */
async function add(organisationName: string, at: string): Promise<void> {
  const id = makeSignatureId();
  const record = signatureRecord.parse({
    id,
    letter: slug,
    letterVersion: 'a'.repeat(64),
    language: 'en',
    textSeen: 'a'.repeat(64),
    kind: 'organisation',
    organisationName,
    country: 'KZ',
    signatoryName: 'Somebody',
    email: 'a@b.example',
    display: 'public',
    consents: { publication: true, updates: false, partner: false },
    attestation: true,
    wording: 'en-1',
    submittedAt: at,
    confirmedAt: at,
    moderation: 'approved',
    verification: 'mailbox',
  });
  const { store } = site.world;
  const Item = { ...signatureKey(id), ...storedForm(record) };
  await store.client.send(new PutCommand({ TableName: store.table, Item }));
}

it('is found in the public list by one request', async () => {
  const answer = z
    .object({ items: z.array(z.object({ organisation: z.object({ name: z.string() }) })), nextCursor: z.null() })
    .parse(await site.world.json(`/v1/letters/${slug}/signatures?q=lawyers`));
  expect(answer.items.map(({ organisation }) => organisation.name)).toEqual(names.toSorted());
});

it('is found in the console', async () => {
  const { jar } = await signIn(site.world);
  const context = await chromium.newContext();
  const [name = '', value = ''] = jar.cookie.split('=');
  await context.addCookies([{ name, value, url: site.url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  const task = countClicks(page);
  await task.open(`${site.url}/console/letters/${slug}`);
  await task.follow(page.getByRole('link', { name: 'Signatures', exact: true }));
  await task.fill(page.getByLabel('Word in the name'), 'lawyers');
  await task.follow(page.getByRole('button', { name: 'Show', exact: true }));
  for (const found of names) expect(await page.getByText(found, { exact: true }).count()).toBeGreaterThan(0);
  // Before, one typed the beginnings of names that one did not know: no number of clicks found "Union of Young Lawyers".
  expect(task.effort()).toEqual({ clicks: 2, fields: 1, pages: 3 });
  await look(page, 'find-name');
  await context.close();
});
