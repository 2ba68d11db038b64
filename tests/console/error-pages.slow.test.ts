/**
 * A cache may keep an error for everybody, as CloudFront keeps some for ten seconds by default. So no error of the
 * console identifies the visitor by name, address or token. A form that returns for correction has its token, with a
 * status that no cache keeps.
 */
import { beforeAll, expect, it } from 'vitest';
import { csrfToken, findSession } from '../../functions/secretariat/sign-in/session.ts';
import { writeMember } from '../../shared/member/storage.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { rememberingStore } from '../fixtures/remember-reads.ts';
import { keys, makeWorld, openTestLetter, publicUrl } from '../fixtures/world.ts';
import { rights } from './rights.ts';
import { bodyFor, elsewhere, fill, letter, type Scene, setScene } from './route-fixtures.ts';

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html */
const keptByCaches = [400, 403, 404, 405, 410, 414, 416, 500, 501, 502, 503, 504];
const name = 'Zelda Quickwater';

let scene: Scene;
const visitors: { email: string; browser: Browser; csrf: string }[] = [];

beforeAll(async () => {
  const world = makeWorld(await rememberingStore());
  const { store } = world;
  await openTestLetter(store, { 'slug: clean-air': `slug: ${elsewhere}` });
  scene = await setScene(world);
  const grants = { sees: grantsOf('viewer', letter), elsewhere: grantsOf('owner', elsewhere), owns: grantsOf('owner') };
  for (const [who, granted] of Object.entries(grants)) {
    const email = `zelda-${who}@quickwater.example`;
    await writeMember(store, { ...(await addTestMember(world, email, granted)), name });
    const browser = await signIn(world, email);
    const cookie = browser.jar.cookie.replace(/^[^=]*=/, '');
    const found = await findSession(store, cookie, new Date(world.clock.now));
    if (!found) throw new Error('the session did not start');
    visitors.push({ email, browser, csrf: csrfToken(keys, found.session) });
  }
});

const seen = new Map<number, number>();

async function expectNobody(route: string, answer: Response, { email, csrf }: { email: string; csrf: string }) {
  const text = await answer.text();
  if (answer.status < 400) return;
  seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
  const what = `${answer.status} ${route}`;
  expect(answer.headers.get('cache-control'), what).toBe('no-store');
  if (!keptByCaches.includes(answer.status)) return;
  for (const word of [csrf, '_csrf', name, email]) expect(text.includes(word), `${what} has ${word}`).toBe(false);
}

/** Paths that do not exist, well-formed or not. */
const nowhere = ['0'.repeat(20), '%ff'];

it.each([...rights.keys()])('%s', async (route) => {
  const [method = '', path = ''] = route.split(' ');
  const isApi = path.startsWith('/v1/');
  const there = await fill(
    path.replace(':file', 'none').replace(':slug', letter).replace(':secret', '0'.repeat(26)),
    scene,
  );
  const paths = [there, ...nowhere.map((text) => path.replace(/:letter/, letter).replaceAll(/:\w+/g, text))];
  if (path.includes(':letter')) paths.push(path.replaceAll(/:\w+/g, 'zzzz'));
  const fields = method === 'get' ? {} : await bodyFor(path, scene);
  for (const visitor of visitors.filter(() => !/sign-out|\/enter\//.test(path))) {
    // The one who may do everything gets furthest with an address that leads nowhere.
    for (const at of visitor === visitors.at(-1) ? paths : [there]) {
      if (method === 'get') {
        await expectNobody(route, await visitor.browser.request(`${at}?after=%00&month=x&part=-1&cursor=x`), visitor);
        continue;
      }
      // No token, a wrong one, and the right one with invalid fields.
      for (const token of at === there ? [undefined, 'wrong', visitor.csrf] : [visitor.csrf]) {
        const sent = token === visitor.csrf && at === there ? { nothing: '' } : fields;
        const headers: Record<string, string> = { origin: publicUrl };
        if (isApi) Object.assign(headers, { 'content-type': 'application/json', 'x-csrf-token': token ?? '' });
        const form = new URLSearchParams(token === undefined ? [] : [['_csrf', token]]);
        const body = isApi ? JSON.stringify(sent) : form;
        await expectNobody(
          route,
          await visitor.browser.request(at, { method: method.toUpperCase(), headers, body }),
          visitor,
        );
      }
    }
  }
});

it('some errors of each relevant kind occurred', () => {
  for (const status of [400, 403, 404, 422]) expect(seen.get(status) ?? 0, String(status)).toBeGreaterThan(5);
});
