/** The contents of a file with signatures, and its statement of what it leaves out. */
import { parse } from 'csv-parse/sync';
import readSheets from 'read-excel-file/node';
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { listAudit } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { fill } from '../bench/fill.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const path = `/console/letters/${slug}/export`;
const filled = 450;
let world: World;
let owner: Browser;
let moderator: Browser;
beforeAll(async () => {
  world = makeWorld(await freshStore(), { now: Date.parse('2026-11-02T09:00:00Z') });
  const letter = await openTestLetter(world.store);
  await fill(world.store, letter, filled);
  const formulas = {
    comment: '=HYPERLINK("https://evil.example","x"), said "she"',
    organisation: { name: '+972 Magazine', country: 'IL' },
    signatory: { name: '-30- Desk', role: '\u200b=1+1', email: 'person1@org1.example' },
  };
  await sign(world, endorsement(1, formulas));
  await sign(world, endorsement(2, { display: 'withheld' }));
  await addTestMember(world, 'all@secretariat.example', grantsOf('owner', slug, true));
  await addTestMember(world, 'some@secretariat.example', grantsOf('moderator', slug));
  [owner, moderator] = [
    await signIn(world, 'all@secretariat.example'),
    await signIn(world, 'some@secretariat.example'),
  ];
});

const rows = z.array(z.record(z.string(), z.string()));

it('is complete, has no formula and no mailbox, and states what it leaves out', async () => {
  const answer = await moderator.send(path, { format: 'csv', groups: 'published', bom: 'yes' });
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="clean-air-signatures-2026-11-02.csv"');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  const lines = rows.parse(parse(text, { columns: true, relax_column_count: true }));
  const last = lines.pop();
  expect(last?.['id']).toBe(
    '# End of the export: 451 signatures. Left out: 1 counted with the name withheld, 0 on paper, 0 awaiting review, 0 duplicates or rejected. The email addresses of 451 are not in this file. Unconfirmed and withdrawn signatures are never exported.',
  );
  expect(new Set(lines.map(({ id }) => id)).size).toBe(filled + 1);
  expect(lines.find(({ organisation }) => organisation === "'+972 Magazine")).toMatchObject({
    state: 'counted',
    name: "'-30- Desk",
    role: "'=1+1",
    comment: '\'=HYPERLINK("https://evil.example","x"), said "she"',
  });
  expect(text).not.toContain('@');
});

it('includes mailboxes and withheld names on request for members with the right, and records it', async () => {
  expect((await moderator.send(path, { format: 'json', groups: 'published', mailboxes: 'yes' })).status).toBe(403);
  const answer = await owner.send(path, { format: 'json', groups: ['published', 'withheld'], mailboxes: 'yes' });
  const file = z
    .object({ signatures: z.array(z.looseObject({ email: z.email() })), rows: z.int(), leftOut: z.unknown() })
    .parse(await answer.json());
  expect(file.rows).toBe(filled + 2);
  expect(file.signatures).toHaveLength(filled + 2);
  expect(file.leftOut).toEqual({ paper: 0, waiting: 0, aside: 0 });
  const { entries } = await listAudit(world.store, { scope: slug, month: '2026-11' });
  expect(entries.map(({ did }) => did)).toEqual(expect.arrayContaining(['signature.exported', 'mailbox.seen']));
  expect(JSON.stringify(entries)).not.toContain('@');
});

it('is a workbook that spreadsheet programs read', async () => {
  const answer = await moderator.send(path, { format: 'xlsx', groups: 'published' });
  const [sheet] = await readSheets(Buffer.from(await answer.arrayBuffer()));
  const data = sheet?.data ?? [];
  expect(data[0]?.slice(0, 3)).toEqual(['id', 'kind', 'organisation']);
  expect(data).toHaveLength(1 + filled + 1 + 1);
  expect(data.at(-1)?.[0]).toContain('End of the export: 451 signatures.');
  expect(data.flat()).toEqual(
    expect.arrayContaining(['=HYPERLINK("https://evil.example","x"), said "she"', '+972 Magazine', '-30- Desk']),
  );
});

it('requires a group, and a role', async () => {
  expect((await moderator.send(path, { format: 'csv' })).status).toBe(422);
  await addTestMember(world, 'looks@secretariat.example', grantsOf('viewer', slug));
  const viewer = await signIn(world, 'looks@secretariat.example');
  expect((await viewer.send(path, { format: 'csv', groups: 'published' })).status).toBe(403);
  expect(await moderator.page(path)).not.toContain('Include email addresses');
});
