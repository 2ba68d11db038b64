/** An import shows how it understood a file, allows corrections, and stores nobody before the last button. */
import { beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { scanItems } from '../../cli/backup/table.ts';
import { letterSlug } from '../../shared/ids.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { recordsOf } from '../fixtures/records.ts';
import { rememberingStore } from '../fixtures/remember-reads.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const path = `/console/letters/${slug}/import`;
let world: World;
let editor: Browser;
beforeEach(async () => {
  world = makeWorld(await rememberingStore(), { now: Date.parse('2026-11-02T09:00:00Z') });
  await openTestLetter(world.store);
  await addTestMember(world, 'edits@secretariat.example', grantsOf('editor', slug));
  editor = await signIn(world, 'edits@secretariat.example');
});

/** @returns the address of the list's page */
async function upload(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const body = new FormData();
  body.set('_csrf', await editor.csrf());
  body.set('file', new Blob([content]), 'list.csv');
  return (await editor.request(path, { method: 'POST', body })).headers.get('location') ?? '';
}

/** @returns the fields that a form of the page would send unchanged */
async function fieldsOf(at: string, action: string): Promise<Record<string, string>> {
  const page = await editor.page(at);
  const [, html = ''] = new RegExp(`<form method="post" action="${action}"[^>]*>(.*?)</form>`, 's').exec(page) ?? [];
  const selected = [...html.matchAll(/<select[^>]* name="([^"]+)">(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']) => [name, /<option value="([^"]*)" selected/.exec(options)?.[1] ?? ''],
  );
  const typed = [...html.matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value],
  );
  return z
    .record(z.string(), z.string())
    .parse(
      Object.fromEntries(
        [...selected, ...typed].filter(([name]) => !/^(_csrf|mode|publish|hiddenRows)$/.test(name ?? '')),
      ),
    );
}

const sumsIn = (page: string) =>
  [...page.matchAll(/<li>([\d,]+): ([^<]+)<\/li>/g)].map(([, sum = '', words = '']) => [words, Number(sum)] as const);

const paper = { mode: 'paper', kind: 'individual' };
const list = `sep=;
Signatures of the quay
Vorname;Nachname;Land
Theodora;Hawserlein;KZ

# from the second sheet
Theodora;Capstanberg;Atlantis
Ferdinand;Bilgewater;atlantis
Theodora;Hawserlein;KZ
;;FR
`;

it('counts each line of the file in exactly one total, before and after', async () => {
  const at = await upload(list);
  const aside = [
    ['has the column names', 1],
    ['is above the column names', 1],
    ['is empty', 1],
    ['is a comment that begins with #', 1],
    ['sets the column separator (sep=)', 1],
  ];
  expect(sumsIn(await editor.page(at))).toEqual([['not checked yet', 5], ...aside]);
  await editor.send(at, { ...(await fieldsOf(at, at)), ...paper });
  const checked = await editor.page(at);
  expect(checked).toContain('The file has 10 lines.');
  expect(sumsIn(checked)).toEqual([
    ['can be imported', 3],
    ['cannot be imported', 1],
    ['is in the list twice', 1],
    ...aside,
  ]);
  for (const told of ['The same as line 4', 'Name: is missing', 'Lines 4 to 10', 'Nobody has been imported']) {
    expect(checked).toContain(told);
  }
  expect(await recordsOf(world.store)).toEqual([]);
  await editor.send(`${at}/start`);
  const done = await editor.page(at);
  expect(sumsIn(done)).toEqual([['cannot be imported', 1], ['is in the list twice', 1], ['was imported', 3], ...aside]);
  expect((await recordsOf(world.store)).map(({ signatoryName }) => signatoryName).toSorted()).toEqual([
    'Ferdinand Bilgewater',
    'Theodora Capstanberg',
    'Theodora Hawserlein',
  ]);
  expect(world.mails.filter(({ to }) => to !== 'edits@secretariat.example')).toEqual([]);
});

it('keeps nothing of the file once the list is imported or discarded', async () => {
  for (const end of ['start', 'cancel']) {
    const at = await upload(`${list};;${end}\n`);
    await editor.send(at, { ...(await fieldsOf(at, at)), ...paper });
    await editor.send(`${at}/${end}`);
    expect(await editor.page(at)).not.toMatch(/Theodora|Signatures of the quay/);
  }
  const kept: string[] = [];
  for await (const item of scanItems(world.store)) {
    if (JSON.stringify(item).includes('IMPORT')) kept.push(JSON.stringify(item));
  }
  expect(kept.join('\n')).not.toMatch(/Theodora|Signatures of the quay|H4sI/);
});

it('reads the file again with other settings on request', async () => {
  const at = await upload('Name;Land\nJosefine Ankerplatz;KZ\nVorname;Nachname\nLeberecht;Kaimauer\n');
  const before = await fieldsOf(at, `${at}/reading`);
  expect(before).toEqual({ encoding: 'utf-8', separator: 'semicolon', headerLine: '1' });
  await editor.send(`${at}/reading`, { ...before, headerLine: '3' });
  expect(await fieldsOf(at, at)).toMatchObject({
    'column.givenName': '0',
    'column.familyName': '1',
    'column.name': '',
  });
  expect(sumsIn(await editor.page(at))).toEqual([
    ['not checked yet', 1],
    ['has the column names', 1],
    ['is above the column names', 2],
  ]);
  // With another separator, and then with another encoding.
  await editor.send(`${at}/reading`, { ...(await fieldsOf(at, `${at}/reading`)), separator: 'comma' });
  expect(await editor.page(at)).toContain('Name;Land');
  expect((await editor.send(`${at}/reading`, { encoding: 'windows-1250' })).status).toBe(303);
  const refused = await editor.send(`${at}/reading`, { ...before, headerLine: '4' });
  expect({ status: refused.status, text: await refused.text() }).toMatchObject({
    status: 422,
    text: expect.stringContaining('There is no line below the names of the columns.'),
  });
  expect((await editor.send(`${at}/reading`, { encoding: 'utf-7' })).status).toBe(422);
});

it('shows letters that a wrong encoding would corrupt', async () => {
  const text = 'Name,Land\nJ\u00fcrgen Anlegestelle,KZ\n';
  const at = await upload(Uint8Array.from([...text].map((sign) => sign.charCodeAt(0))));
  expect(await fieldsOf(at, `${at}/reading`)).toMatchObject({ encoding: 'windows-1252' });
  expect(await editor.page(at)).toContain('<bdi>Jürgen Anlegestelle</bdi>');
  await editor.send(`${at}/reading`, { ...(await fieldsOf(at, `${at}/reading`)), encoding: 'windows-1251' });
  expect(await editor.page(at)).toContain('<bdi>Jьrgen Anlegestelle</bdi>');
});

it('asks once for each unknown country', async () => {
  const at = await upload(list);
  await editor.send(at, { ...(await fieldsOf(at, at)), ...paper });
  expect(await editor.page(at)).toContain('Atlantis (2 lines)');
  const wrong = await editor.send(`${at}/countries`, { 'country.atlantis': 'Lemuria' });
  expect({ status: wrong.status, text: await wrong.text() }).toMatchObject({
    status: 422,
    text: expect.stringContaining('Countries not recognised: Lemuria.'),
  });
  await editor.send(`${at}/countries`, { 'country.atlantis': 'Greece' });
  expect(await fieldsOf(at, `${at}/countries`)).toEqual({ 'country.atlantis': 'Greece' });
  // The columns can be assigned again without losing the countries.
  await editor.send(at, { ...(await fieldsOf(at, at)), ...paper });
  await editor.send(`${at}/start`);
  const countries = (await recordsOf(world.store)).map(({ signatoryName, country }) => [signatoryName, country]);
  expect(Object.fromEntries(countries)).toEqual({
    'Theodora Hawserlein': 'KZ',
    'Theodora Capstanberg': 'GR',
    'Ferdinand Bilgewater': 'GR',
  });
});

it('accepts the longest names of columns, remarks and unknown countries', async () => {
  const long = (sign: string, index: number) => `${String(index).padStart(3, 'x')}${sign.repeat(400)}`;
  const names = Array.from({ length: 199 }, (_, index) => long('☂', index));
  const people = Array.from(
    { length: 150 },
    (_, index) =>
      `Land ${long('☂', index)
        .slice(0, index < 40 ? 80 : 400)
        .repeat(index < 40 ? 1 : 4)},Hedwig Wanten ${index}`,
  );
  const at = await upload(`Country,${names.join(',')}\n# ${long('☂', 1)}\n${people.join('\n')}\n`);
  await editor.send(at, { ...(await fieldsOf(at, at)), 'column.name': '1', ...paper });
  const page = await editor.page(at);
  expect(sumsIn(page)).toContainEqual(['can be imported', 150]);
  expect([...page.matchAll(/\(1 line\)/g)]).toHaveLength(40);
});

it('refuses a full name together with parts of one', async () => {
  const at = await upload('Name,Given,Family\nx,y,z\n');
  const both = await editor.send(at, { ...paper, language: 'en', 'column.name': '0', 'column.familyName': '2' });
  expect({ status: both.status, text: await both.text() }).toMatchObject({
    status: 422,
    text: expect.stringContaining('Choose either the column with full names'),
  });
});

it('shows no mailbox to a member without the right to see them', async () => {
  const mailbox = 'josefine@lock-keepers.example';
  const at = await upload(
    `# ask head@lock-keepers.example\nName,Email,Note\nJosefine Ankerplatz,${mailbox},to ${mailbox}\n`,
  );
  const page = await editor.page(at);
  expect(page).toContain('Josefine Ankerplatz · not shown');
  expect(page).not.toContain('@lock-keepers.example');
  await addTestMember(world, 'reads@secretariat.example', grantsOf('editor', slug, true));
  const reader = await signIn(world, 'reads@secretariat.example');
  expect(await reader.page(at)).toContain(`<bdi>${mailbox}</bdi>`);
});

it('tells a key how the file was read, without its contents', async () => {
  const owner = await signIn(world);
  const made = await owner.send('/console/keys', {
    name: 'Nightly',
    letter: slug,
    scopes: 'signature.import',
    days: '3',
  });
  const [key] = /us_[a-z0-9]{42}/.exec(await made.text()) ?? [];
  const ask = async (method: string, at: string, body: unknown) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const init = { method, headers, body: JSON.stringify(body) };
    const answer = await world.secretariat.app.request(`/v1/admin/letters/${slug}/imports${at}`, init);
    return { status: answer.status, text: await answer.text() };
  };
  const settings = { mode: 'paper', kind: 'individual', publish: false };
  const made1 = await ask('POST', '', { csv: list, settings });
  expect(JSON.parse(made1.text)).toMatchObject({
    job: {
      sums: { good: 3, faulty: 1, twice: 1 },
      understood: {
        lines: 10,
        aside: { separator: 1, title: 1, header: 1, blank: 1, comment: 1 },
        reading: { headerLine: 3, separator: 'semicolon', encoding: 'utf-8' },
      },
      unknownCountries: [{ key: 'atlantis', lines: 2 }],
    },
  });
  expect(made1.text).not.toMatch(/Theodora|Signatures of the quay/);
  const { job } = z.object({ job: z.object({ id: z.string() }) }).parse(JSON.parse(made1.text));
  const again = await ask('PUT', `/${job.id}`, {
    settings: { ...settings, countries: { atlantis: 'GR' } },
    reading: { headerLine: 0 },
  });
  expect(JSON.parse(again.text)).toMatchObject({ job: { rows: 7, unknownCountries: [] } });
  expect(await ask('PUT', `/${job.id}`, { settings, reading: { sheet: 4 } })).toMatchObject({ status: 422 });
  expect(await ask('PUT', `/${job.id}`, { settings, reading: { headerLine: 5 } })).toMatchObject({ status: 422 });
  expect(await ask('PUT', `/${job.id}`, { settings, mapping: { name: 0, givenName: 1 } })).toMatchObject({
    status: 422,
  });
});
