/** The command lines for what comes after the documents: cancel, hand over, record the answer. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../shared/platform/store/store.ts';
import { environmentOf, sayingOf } from '../fixtures/command-line.ts';
import { start } from '../fixtures/deliveries.ts';
import { makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-handover-'));
const note = join(folder, 'note.txt');
const answer = join(folder, 'answer.md');
const today = new Date().toISOString().slice(0, 10);
let store: Store;
let world: World;
beforeAll(async () => {
  writeFileSync(note, 'Dear Mayor,\n\nplease read this.\n');
  writeFileSync(answer, 'We **agree**.\n');
  store = await freshStore();
  // The command lines go by the clock of the machine.
  world = makeWorld(store, { now: Date.now() });
  await openTestLetter(store);
  await sign(world, endorsement(1));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (script: string, ...args: string[]) => sayingOf(script, args, environmentOf(store));
const page = async (path: string) => {
  world.clock.now = Math.max(world.clock.now + 3000, Date.now());
  return (await world.app.request(path)).text();
};

it('cancels, sends after a preview, records a handover and an answer, and takes the answer back', async () => {
  const running = await start(world, 'interim');
  expect(await run('letter', 'deliveries', 'clean-air', '--cancel', running.id)).toMatch(/state +cancelled/);
  await makeReadyDelivery(world, { kind: 'interim' });

  const mail = ['--to', 'The Mayor, mayor@guildhall.example', '--subject', 'Clean air', '--note', note];
  const preview = await run('handover', 'send', 'clean-air', '2', ...mail);
  expect(preview).toMatch(/mail to +The Mayor {2}mayor@guildhall.example[\s\S]*Nothing was sent/);
  expect(await run('handover', 'show', 'clean-air', '2')).toBe('Not handed over yet.\n');
  expect(await run('handover', 'send', 'clean-air', '2', ...mail, '--now')).toContain('Mails to send: 1.');
  expect(await run('handover', 'send', 'clean-air', '2', ...mail, '--now')).toContain('Have it already: 1.');
  world.clock.now = Date.now();
  await world.sendMails();
  expect(world.mails.filter(({ to }) => to === 'mayor@guildhall.example')).toHaveLength(1);
  expect(await run('handover', 'show', 'clean-air', '2')).toMatch(/mail to +The Mayor\nstate +sent {2}\d{4}-/);
  expect(await page('/clean-air')).toMatch(/by email[\s\S]*The Mayor/);
  expect(await run('letter', 'deliveries', 'clean-air', '--cancel', '2')).toMatch(
    /^refused: It was handed over already/,
  );

  const by = ['--how', 'in-person', '--on', today, '--place', 'Guildhall'];
  expect(await run('handover', 'record', 'clean-air', '2', ...by, '--to', 'Nobody')).toMatch(
    /^refused: --to is one of/,
  );
  expect(await run('handover', 'record', 'clean-air', '2', ...by, '--to', 'The Mayor')).toContain('Recorded.');
  expect(await page('/clean-air')).toMatch(/in person[\s\S]*Guildhall/);

  const about = ['--from', 'Office of the Mayor', '--on', today];
  const id = /Recorded as (\w+)/.exec(await run('answer', 'record', 'clean-air', answer, ...about))?.[1] ?? '';
  expect(await page('/clean-air')).toContain('<strong>agree</strong>');
  expect(await run('answer', 'list', 'clean-air')).toContain(id);
  expect(await run('answer', 'remove', 'clean-air', id)).toBe('Removed.\n');
  expect(await page('/clean-air')).not.toContain('Office of the Mayor');
});

it('says what is wrong', async () => {
  expect(await run('handover', 'show', 'clean-air', '99')).toContain('has no delivery "99"');
  expect(await run('handover', 'send', 'clean-air', '2', '--to', 'nobody', '--note', note)).toContain(
    'a comma and an email',
  );
  expect(await run('answer', 'record', 'clean-air', 'missing.md', '--from', 'X')).toContain(
    'missing.md cannot be read',
  );
  expect(await run('answer', 'remove', 'clean-air', '000000000000')).toContain('has no answer');
});
