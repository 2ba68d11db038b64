/** Mangled addresses lead to the intended page, or nowhere when the intention is unclear. */
import { beforeAll, describe, expect, it } from 'vitest';
import { manageTokenIn } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

let world: World;
let confirm: string;
let manage: string;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await world.submit('clean-air', endorsement(1));
  await world.sendMails();
  const [mail] = world.mails;
  if (!mail) throw new Error('no mail came');
  confirm = tokenIn(mail);
  await world.confirm(confirm);
  await world.sendMails();
  manage = manageTokenIn(world.mails.at(-1) ?? mail);
});

const get = (path: string, method = 'GET') => world.app.request(path, { method, headers: { accept: 'text/html' } });

it.each([
  ['/clean-air/', '/clean-air'],
  ['/CLEAN-AIR', '/clean-air'],
  ['/Clean-Air.', '/clean-air'],
  ['/clean-air),', '/clean-air'],
  ['/clean-air%E2%80%9D', '/clean-air'],
  ['/clean-air%20', '/clean-air'],
  ['/clean-air/?lang=fr', '/clean-air?lang=fr'],
  ['/clean-air/Signatories/', '/clean-air/signatories'],
  ['/clean-air/form/?partner=x', '/clean-air/form?partner=x'],
  ['/clean-air/badge.svg.', '/clean-air/badge.svg'],
  ['/Manage/', '/manage'],
  ['/docs.', '/docs'],
])('%s leads to %s', async (path, meant) => {
  for (const method of ['GET', 'HEAD']) {
    const answer = await get(path, method);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(meant);
  }
  const json = await world.app.request(path, { headers: { accept: 'application/json' } });
  expect(json.status).toBe(404);
});

it.each([
  '/nobody-wrote-this/',
  '/NOBODY',
  '//evil.example/',
  '//clean-air',
  '/%2F%2Fevil.example/.',
  '/\\evil.example/',
  '/clean-air/nothing/',
  '/clean-air/%2e%2e/',
  '/clean-air/x/y/z/',
  '/%ff/',
  '/.',
])('%s leads nowhere', async (path) => {
  const answer = await get(path);
  expect(answer.headers.get('location')).toBeNull();
});

describe('a link with a token', () => {
  it.each(['/', '.', ')', '>', '%E2%80%9D.', ',/'])(
    'followed by %s leads to the link, and leaks nothing',
    async (end) => {
      for (const path of [
        `/confirm/${confirm}`,
        `/manage/${manage}`,
        `/manage/${manage}/data`,
        `/CONFIRM/${confirm.toUpperCase()}`,
      ]) {
        const answer = await get(path + end);
        expect(answer.status, path).toBe(302);
        expect(answer.headers.get('location')).toBe(path.toLowerCase());
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      }
    },
  );

  it('leads nowhere when it is wrong, or posted to', async () => {
    for (const path of [`/confirm/${confirm.slice(1)}.`, '/confirm/x.', `/nowhere/${confirm}.`]) {
      expect((await get(path)).headers.get('location')).toBeNull();
    }
    expect((await get(`/confirm/${confirm}.`, 'POST')).headers.get('location')).toBeNull();
  });
});
