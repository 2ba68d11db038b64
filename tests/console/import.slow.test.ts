/** Co-signatories from a list: signed on paper, or invited by mail. */
import { strToU8, zipSync } from 'fflate';
import { beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { scanItems } from '../../cli/backup/table.ts';
import { verifyItems } from '../../cli/backup/verify.ts';
import { letterSlug } from '../../shared/ids.ts';
import { readSheet } from '../../shared/jobs/import/file.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { forget } from '../../shared/signature/forget.ts';
import { recount } from '../../shared/signature/lists/recount.ts';
import { withdrawn } from '../../shared/signature/transitions.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { recordsOf } from '../fixtures/records.ts';
import { organisationFrom, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { keys, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const path = `/console/letters/${slug}/import`;
let world: World;
let editor: Browser;
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: Date.parse('2026-11-02T09:00:00Z') });
  await openTestLetter(world.store);
  await addTestMember(world, 'edits@secretariat.example', grantsOf('editor', slug));
  editor = await signIn(world, 'edits@secretariat.example');
});

async function upload(content: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  const body = new FormData();
  body.set('_csrf', await editor.csrf());
  body.set('file', new Blob([content]), 'list.csv');
  return editor.request(path, { method: 'POST', body });
}

/** @returns the address of the list after it was checked */
async function checked(csv: string, settings: Record<string, string>): Promise<string> {
  const at = (await upload(csv)).headers.get('location') ?? '';
  const page = await editor.page(at);
  const columns = [...page.matchAll(/<select id="column-(\w+)".*?<\/select>/gs)].flatMap(([html, field]) => {
    const index = /<option value="(\d+)" selected/.exec(html)?.[1];
    return index === undefined ? [] : [[`column.${field}`, index]];
  });
  expect((await editor.send(at, { ...Object.fromEntries(columns), ...settings })).status).toBe(303);
  return at;
}

const count = () => world.json(`/v1/letters/${slug}/count`);
const paper = { mode: 'paper', kind: 'individual', note: 'Fair on the quay' };
const list = `Name;Organisation;Country;Note
Wilhelmina Quayside;;Kazakhstan;sheet 1
Bartholomew Pierhead;;KZ;
Bartholomew Pierhead;;KZ;
;;KZ;
www.spam.example;;KZ;
`;

it('on paper are counted separately wherever the count is shown, and never twice', async () => {
  const at = await checked(list, paper);
  const preview = await editor.page(at);
  for (const said of ['2: can be imported', '2: cannot be imported', '1: is in the list twice'])
    expect(preview).toContain(said);
  expect(await count()).toMatchObject({ total: 0, offline: 0 });
  await editor.send(`${at}/start`);
  expect(await editor.page(at)).toContain('2: was imported');
  expect(await count()).toMatchObject({ total: 0, offline: 2 });
  expect(world.mails.filter(({ to }) => to !== 'edits@secretariat.example')).toEqual([]);
  for (const page of [`/${slug}`, `/${slug}/badge.svg`]) {
    expect(await (await world.app.request(page)).text()).toContain('0 co-signatories + 2 on paper');
  }
  expect(await (await world.app.request(`/v1/letters/${slug}/signatures`)).text()).not.toContain('Quayside');
  // The same file, and the same lines in another.
  const again = await checked(list, paper);
  expect(await editor.page(again)).toContain('2: has already signed or been asked');
  const more = await checked(`${list}Cornelius Breakwater;;KZ;\n`, paper);
  await editor.send(`${more}/start`);
  expect(await count()).toMatchObject({ offline: 3 });
  // Nothing of the lines is kept.
  expect(await editor.page(more)).not.toContain('Breakwater');
});

it('on paper can be withdrawn and forgotten; recount and backup include them', async () => {
  const at = await checked(list, paper);
  await editor.send(`${at}/start`);
  const [one, other] = await recordsOf(world.store);
  if (!one || !other) throw new Error('nothing was imported');
  const proof = { now: new Date(world.clock.now + 120_000), pause: async () => {} };
  expect(await recount(world.store, slug, proof)).toMatchObject({ outcome: 'exact', counted: { offline: 2 } });
  await change(world.store, one.id, (record) => withdrawn(record, new Date()), new Date());
  await forget(world.store, keys, other.id, new Date());
  expect(await count()).toMatchObject({ offline: 0 });
  expect(await recount(world.store, slug, proof)).toMatchObject({ outcome: 'exact', counted: { offline: 0 } });
  expect((await verifyItems(scanItems(world.store))).faults).toEqual([]);
  // A withdrawn organisation stays out, in any later list.
  const again = await checked(`${list};;FR;\n`, paper);
  await editor.send(`${again}/start`);
  expect(await editor.page(again)).toContain('2: was already imported');
  expect(await count()).toMatchObject({ offline: 0 });
});

it('on paper keep their separate count when the organisation signs by mail, so that nobody learns who signed on paper', async () => {
  const at = await checked('Organisation,Country,Website\nPier Watch,KZ,pier-watch.example\n', {
    ...paper,
    kind: 'organisation',
  });
  await editor.send(`${at}/start`);
  expect(await count()).toMatchObject({ organisations: 0, offline: 1 });
  await sign(world, organisationFrom('pier-watch.example', 'chair@pier-watch.example', 'Pier Watch'));
  expect(await count()).toMatchObject({ organisations: 1, offline: 1 });
  expect((await verifyItems(scanItems(world.store))).faults).toEqual([]);
});

it('on paper are left out when the organisation is already shown', async () => {
  await sign(world, organisationFrom('pier-watch.example', 'chair@pier-watch.example', 'Pier Watch'));
  const about = { ...paper, kind: 'organisation' };
  const at = await checked('Organisation,Country,Website\nPier Watch,KZ,pier-watch.example\n', about);
  await editor.send(`${at}/start`);
  expect(await count()).toMatchObject({ organisations: 1, offline: 0 });
});

it('by mail are asked once, and counted when they confirm', async () => {
  const csv = 'Name,Organisation,Country,Email\nAda Lockkeeper,Lock Keepers,KZ,ada@lock-keepers.example\n';
  const settings = { mode: 'mail', kind: 'organisation', publish: 'yes' };
  const at = await checked(csv, settings);
  await editor.send(`${at}/start`);
  expect(await count()).toMatchObject({ total: 0 });
  await world.sendMails();
  const asked = () => world.mails.filter(({ to }) => to === 'ada@lock-keepers.example');
  expect(asked()).toHaveLength(1);
  const again = await checked(csv, settings);
  expect(await editor.page(again)).toContain('1: has already signed or been asked');
  await editor.send(`${again}/start`);
  await world.sendMails();
  expect(asked()).toHaveLength(1);
  const [mail] = asked();
  if (mail) await world.confirm(tokenIn(mail));
  expect(await count()).toMatchObject({ organisations: 1, offline: 0 });
});

it('are processed further by housekeeping when the page is closed', async () => {
  const lines = Array.from({ length: 230 }, (_, index) => `Harbour Person ${index},KZ`).join('\n');
  const at = await checked(`Name,Country\n${lines}\n`, paper);
  for (let minute = 0; minute < 3; minute += 1) {
    let parts = 0;
    const context = { ...housekeepingContextOf(world), hasTime: () => parts++ < 3 };
    await runTask(context, { task: 'sweep', olderThanSeconds: 600 });
    if (minute === 0) await editor.send(`${at}/start`);
  }
  expect(await count()).toMatchObject({ offline: 230 });
});

it('are not taken from a hostile file', async () => {
  const sheet = (cells: string) =>
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${cells}</sheetData></worksheet>`),
    });
  const files: (string | Uint8Array)[] = [
    sheet(`<row r="1"><c r="A1"><v>${'0'.repeat(64 * 1024 * 1024)}</v></c></row>`),
    sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]),
    new Uint8Array([0xff, 0xfe, 0x41, 0x00]),
    'Name\n"never closed',
    'Name\n',
    `${Array.from({ length: 260 }, () => 'x').join(',')}\n1\n`,
    `Name\n${'x\n'.repeat(20_001)}`,
  ];
  for (const file of files) {
    const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
    expect(await readSheet(bytes)).toMatchObject({ ok: false, why: expect.stringMatching(/\.$/) });
  }
  expect(await (await upload('Name\n')).text()).toContain('There is no line below the names of the columns.');
});

it('by a key: the list is sent with its column assignment, checked line by line, and imported once', async () => {
  const owner = await signIn(world);
  const made = await owner.send('/console/keys', {
    name: 'Nightly',
    letter: slug,
    scopes: 'signature.import',
    days: '3',
  });
  const [key] = /us_[a-z0-9]{42}/.exec(await made.text()) ?? [];
  const ask = async (method: string, at: string, body?: unknown) => {
    const answer = await world.secretariat.app.request(`/v1/admin/letters/${slug}/imports${at}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: z.looseObject({}).parse(await answer.json()) };
  };
  const settings = { mode: 'paper', kind: 'individual', publish: false, note: 'Fair on the quay' };
  const sent = { csv: list, settings };
  const checkedJob = await ask('POST', '', sent);
  expect(checkedJob).toMatchObject({
    status: 201,
    body: { job: { state: 'checked', sums: { good: 2, faulty: 2, twice: 1 } } },
  });
  const id = z.object({ job: z.object({ id: z.string() }) }).parse(checkedJob.body).job.id;
  expect(await ask('GET', `/${id}/parts/0`)).toMatchObject({
    body: {
      lines: [
        { line: 2, outcome: 'good' },
        {},
        { line: 4, outcome: 'twice' },
        { line: 5, outcome: 'faulty', why: 'name: is missing' },
        {},
      ],
    },
  });
  expect(await count()).toMatchObject({ offline: 0 });
  expect(await ask('POST', `/${id}/start`)).toMatchObject({ body: { job: { state: 'done', sums: { imported: 2 } } } });
  expect(await count()).toMatchObject({ total: 0, offline: 2 });
  world.clock.now += 1000;
  const again = z.object({ job: z.object({ id: z.string() }) }).parse((await ask('POST', '', sent)).body).job.id;
  expect(await ask('POST', `/${again}/start`)).toMatchObject({ status: 409 });
  expect(await ask('POST', `/${again}/cancel`)).toMatchObject({ body: { job: { state: 'cancelled' } } });
  for (const wrong of [
    { settings },
    { ...sent, workbook: 'AAAA' },
    { workbook: 'AAAA', settings },
    { csv: 'Name\n', settings },
  ]) {
    expect(await ask('POST', '', wrong)).toMatchObject({ status: 422 });
  }
  expect(await ask('GET', '')).toMatchObject({ body: { items: [{ state: 'cancelled' }, { state: 'done' }] } });
});
