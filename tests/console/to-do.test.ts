/** The list of what is to be done: numbers with links, on the first page and on the tabs. */
import { beforeAll, expect, it } from 'vitest';
import { markChecked } from '../../functions/secretariat/letters/checklist.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { raiseDispute } from '../../shared/dispute/dispute.ts';
import { letterSlug } from '../../shared/ids.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { transactOrThrow } from '../../shared/platform/store/transaction.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { fieldsVersionOf } from '../../shared/signature/public-fields.ts';
import type { Deliverability } from '../../shared/signature/record.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { undeliverable } from '../../shared/signature/transitions.ts';
import { newUpload, uploadPut } from '../../shared/upload/storage.ts';
import type { KeptUpload } from '../../shared/upload/upload.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { recordsOf } from '../fixtures/records.ts';
import { organisationFrom, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, letterFile, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const home = `/console/letters/${slug}`;
const clock = { now: Date.parse('2026-03-03T09:00:00Z') };
let world: World;
let owner: Browser;
beforeAll(async () => {
  world = makeWorld(await freshStore(), clock);
  const { store } = world;
  await openTestLetter(store, {
    'goal: 50': 'goal: 50\npublishedFrom: mailbox-domain\ncloses: 2026-03-08T18:00:00Z\ntimeZone: Asia/Almaty',
  });
  owner = await signIn(world);
  await sign(world, organisationFrom('ferry.example', 'ferrywatch@gmail.com', 'Ferry Watch'));
  await sign(world, organisationFrom('tramline.example', 'tramline@gmail.com', 'Tram Line'));
  const returned = await sign(world, endorsement(7));
  const bounced: Deliverability = { state: 'bounced', at: new Date(clock.now).toISOString() };
  await change(store, returned.id, (record) => undeliverable(record, bounced), world.api.now());
  const complaint = { organisation: 'Ferry Watch', name: 'Someone Else', email: 'someone@ferry.example', homepage: '' };
  await raiseDispute(store, slug, complaint, world.api.now());
  await raiseDispute(store, slug, { ...complaint, homepage: 'https://robot.example' }, world.api.now());
  for (const draft of ['quiet-nights', 'half-done']) {
    const options = { now: world.api.now(), open: false };
    await importLetter(store, letterFile({ 'slug: clean-air': `slug: ${draft}` }), [], options);
  }
  for (const step of ['signers', 'preview'] as const) {
    const draft = await readLetter(store, letterSlug.parse('quiet-nights'));
    if (draft) await markChecked(store, draft, step, commandLine, world.api.now());
  }
});

/** @returns the numbers with their words and links, as a person reads them */
function tasksOn(page: string): string[] {
  const rows = [...page.matchAll(/<th scope="row">([^<]+) <a href="([^"]+)">([^<]+)<\/a>/g)];
  return rows.map(([, number, href, words]) => `${number} ${words} ${href}`);
}

it('starts the console with a number and a link for each task, the most urgent first', async () => {
  const page = await owner.page('/console');
  expect(page).toContain('<h1>To do</h1>');
  expect(tasksOn(page)).toEqual([
    `1 complaint to answer ${home}/disputes`,
    `2 signatures awaiting review ${home}/review`,
    `1 letter closes soon ${home}`,
    '1 draft is ready to open /console/letters/quiet-nights',
    `1 signature whose email was returned ${home}/signatures?state=undeliverable`,
  ]);
  expect(page).toMatch(/8 March 2026|2026-03-08/);
});

it('shows the same numbers on the tabs of the letter and on its overview', async () => {
  const overview = await owner.page(home);
  expect(overview).toContain('2 <a href="/console/letters/clean-air/review">signatures awaiting review</a>');
  // Three tasks on the pages below Signatures, and one letter that closes soon.
  expect(overview).toMatch(/signatures"[^>]*>Signatures\s*<span class="number">4<\/span>/);
  const review = await owner.page(`${home}/review`);
  expect(review).toMatch(/Review\s*<span class="number">2<\/span>/);
  expect(review).toMatch(/Complaints\s*<span class="number">1<\/span>/);
});

it('shows no task to members who may not do it, and nothing of letters that they may not see', async () => {
  await addTestMember(world, 'looks@secretariat.example', grantsOf('viewer', slug));
  const viewer = await signIn(world, 'looks@secretariat.example');
  const page = await viewer.page('/console');
  expect(tasksOn(page)).toEqual([]);
  expect(page).toContain('All done');
  expect(page).not.toContain('quiet-nights');
  expect(await viewer.page(home)).not.toContain('class="number">2</span>');
});

it('shows the last seven days and the last signatures on the overview', async () => {
  await runTask(housekeepingContextOf(world), { task: 'snapshots' });
  const page = await owner.page(home);
  expect(page).toContain('Last signatures');
  expect(page).toContain('<bdi>Tram Line</bdi>');
  const [, week] = /<title id="week-title">([^<]+)</.exec(page) ?? [];
  expect(week).toBe('Confirmed signatures: Wed 0, Thu 0, Fri 0, Sat 0, Sun 0, Mon 0, Tue 3');
});

it('counts logos until they are decided about, and links to a file whose check failed', async () => {
  const named = (task: string) => async () => tasksOn(await owner.page('/console')).find((one) => one.includes(task));
  const [logos, files] = [named('logo'), named('file')];
  const { id } = await sign(world, endorsement(21));
  const at = world.api.now();
  const file = { key: 'uploads/x', type: 'image/png', bytes: 9, size: { width: 3, height: 2 } } as const;
  const logo = { ...newUpload(slug, { kind: 'logo', signature: id }, at), progress: kept(at, file) };
  await transactOrThrow(world.store, [uploadPut(world.store, logo, at)]);
  await change(world.store, id, (record) => ({ ...record, logoUpload: logo.id }), at);
  expect(await logos()).toBe(`1 logo awaiting review ${home}/logos`);
  const record = await readSignature(world.store, id);
  const fieldsVersion = record ? fieldsVersionOf(record, { withNames: true }) : '';
  expect((await owner.send(`${home}/logos/${logo.id}`, { do: 'approve', fieldsVersion })).status).toBe(303);
  expect((await readSignature(world.store, id))?.logo?.id).toBe(logo.id);
  expect(await logos()).toBeUndefined();
  const failed = newUpload(slug, { kind: 'look' }, at);
  const unchecked = { ...failed, progress: { state: 'refused', why: 'unavailable' } as const };
  const wrong = { ...newUpload(slug, { kind: 'look' }, at), progress: { state: 'refused', why: 'type' } as const };
  await transactOrThrow(
    world.store,
    [unchecked, wrong].map((one) => uploadPut(world.store, one, at)),
  );
  expect(await files()).toBe(`1 file could not be checked ${home}/files/${failed.id}`);
  await owner.send(`${home}/files/${failed.id}/remove`);
  expect(await files()).toBeUndefined();
});

const kept = (at: Date, file: KeptUpload['progress']['file']) =>
  ({ state: 'kept', since: at.toISOString(), file }) as const;

it('counts submissions that are held until they are released or erased', async () => {
  for (const number of [11, 12, 13]) {
    await world.submit(slug, endorsement(number, { homepage: 'https://robot.example' }));
  }
  await world.sendMails();
  const held = (await recordsOf(world.store)).filter(({ heldBecause }) => heldBecause !== undefined);
  const heldTask = async () => tasksOn(await owner.page('/console')).find((task) => task.includes('likely spam'));
  expect(held).toHaveLength(3);
  expect(await heldTask()).toBe(`3 signatures held as likely spam ${home}/signatures?state=silent`);
  await owner.send(`${home}/signatures/${held[0]?.id}/act`, { do: 'release' });
  await owner.send(`${home}/signatures/${held[1]?.id}/act`, { do: 'forget', sure: 'on' });
  expect(await heldTask()).toBe(`1 signature held as likely spam ${home}/signatures?state=silent`);
  clock.now += 31 * 24 * 3600 * 1000;
  owner = await signIn(world);
  expect(await heldTask()).toBeUndefined();
});

it('says "50+" for more than fifty, and asks for the delivery of a letter that has closed', async () => {
  for (let number = 0; number < 60; number += 1) {
    const complaint = {
      organisation: `Org ${number}`,
      name: 'Someone Else',
      email: 'someone@ferry.example',
      homepage: '',
    };
    await raiseDispute(world.store, slug, complaint, new Date(clock.now + number));
  }
  const tasks = tasksOn(await owner.page('/console'));
  expect(tasks).toContain(`50+ complaints to answer ${home}/disputes`);
  expect(tasks).toContain(`1 delivery is due ${home}/deliveries`);
  expect(tasks.some((task) => task.includes('closes soon'))).toBe(false);
});
