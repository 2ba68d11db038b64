/** A draft is read by its link and by nothing else; any other address answers like an unknown letter. */
import { beforeEach, expect, it } from 'vitest';
import { createLetter } from '../../functions/secretariat/letters/save-parts.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { setState } from '../../shared/letter/lifecycle.ts';
import { type Browser, signIn } from '../fixtures/members.ts';
import { freshStore } from '../fixtures/store.ts';
import { letterFile, makeWorld, publicUrl, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
let world: World;
let office: Browser;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await createLetter(world.store, letterFile(), commandLine, new Date(world.clock.now));
  office = await signIn(world);
});

const at = '/console/letters/clean-air/preview';

async function makeLink(): Promise<string> {
  const page = await (await office.send(`${at}/link`)).text();
  const [, path] = new RegExp(`${publicUrl}(/clean-air/preview/[0-9a-z]{26})`).exec(page) ?? [];
  if (!path) throw new Error('no link');
  return path;
}

/** Everything that a stranger sees of an answer, but for the time. */
async function seen(path: string, init: RequestInit = {}) {
  const answer = await world.app.request(path, init);
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'));
  return { status: answer.status, headers, body: await answer.text() };
}

it('shows the draft, and tells nobody else', async () => {
  const path = await makeLink();
  const answer = await world.app.request(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-robots-tag')).toBe('noindex');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  const page = await answer.text();
  expect(page).toContain('Please let the ferries use power from the shore.');
  expect(page).toContain('This is a draft.');
  expect(page).toContain('<meta name="robots" content="noindex"/>');
  expect(page).not.toContain('/v1/letters');
});

it('answers like an unknown letter when it is wrong, replaced or revoked, whether the letter exists or not', async () => {
  const unknown = await seen('/no-such-letter/preview/abcdefghjkmnpqrstvwxyz0123');
  expect(unknown.status).toBe(404);
  expect(unknown).toEqual(await seen('/no-such-letter'));
  expect(await seen('/clean-air/preview/abcdefghjkmnpqrstvwxyz0123')).toEqual(unknown);
  const first = await makeLink();
  const second = await makeLink();
  expect(await seen(first)).toEqual(unknown);
  expect(await seen(second.replace('clean-air', 'other-air'))).toEqual(unknown);
  expect((await seen(second)).status).toBe(200);
  expect((await office.send(`${at}/link/revoke`)).status).toBe(303);
  expect(await seen(second)).toEqual(unknown);
  expect(await seen(second, { headers: { 'accept-language': 'fr' } })).toEqual(
    await seen('/no-such-letter', { headers: { 'accept-language': 'fr' } }),
  );
});

it('leads to the letter once it is open, and shows changes of the draft at once', async () => {
  const path = await makeLink();
  await setState(world.store, slug, 'open', new Date(world.clock.now));
  const answer = await world.app.request(path);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/clean-air']);
  expect(await office.page(at)).not.toContain('Create a link');
});
