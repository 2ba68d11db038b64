/**
 * No string causes a server error, in any field, query, cursor, header or form of either app: neither on input nor when
 * it is shown or sorted later. This runs a few strings; `npm run test:hostile` tries thousands.
 */
import { expect, it } from 'vitest';
import { everything } from '../../../shared/ids.ts';
import { permissions } from '../../../shared/member/role.ts';
import { wholeBodies } from '../../console/bodies.ts';
import { bodyFor, fill, keyFor, letter, type Scene, setScene } from '../../console/route-fixtures.ts';
import { attributeOf, formsOf } from '../../fixtures/html.ts';
import { type Browser, signIn } from '../../fixtures/members.ts';
import { freshStore } from '../../fixtures/store.ts';
import { endorsement, makeWorld, tokenIn } from '../../fixtures/world.ts';
import { encoded, requestsFor } from './requests.ts';
import { type Place, placesOf } from './routes.ts';
import { hostileStrings } from './strings.ts';

const made = Number(process.env['HOSTILE_STRINGS'] ?? 2);
const seed = Number(process.env['HOSTILE_SEED'] ?? 1);
/** Number of strings after which mails are sent and pages viewed. */
const batch = 20;
/** In a short run, each string goes to every fourth place, and each place gets one string in four. */
const every = made < 100 ? 4 : 1;

/** Routes that would end the session or the letter, which the others need. */
const ending = /sign-out|\/state$|\/enter\//;

const faults = new Set<string>();

async function expectNoError(ask: Promise<Response> | Response, what: string, text: string): Promise<Response> {
  const answer = await ask;
  if (answer.status >= 500) faults.add(`${answer.status} ${what} ${JSON.stringify(text).slice(0, 120)}`);
  return answer;
}

/** @returns names of fields and queries in the forms of all pages that can be opened */
async function namesIn(pages: readonly string[]): Promise<{ fields: string[]; queries: string[] }> {
  const forms = pages.flatMap(formsOf);
  const names = (method: string) =>
    forms
      .filter((form) => form.method === method)
      .flatMap(({ controls }) => controls.flatMap((control) => attributeOf(control, 'name') ?? []))
      .filter((name) => name !== '_csrf');
  const queries = [...names('get'), 'cursor', 'limit', 'page', 'part', 'version', 'lang', 'saved', 'add', 'letter'];
  return { fields: [...new Set(names('post'))], queries: [...new Set(queries)] };
}

it('no string causes a server error', { timeout: 6 * 3600 * 1000 }, async () => {
  const world = makeWorld(await freshStore());
  const scene: Scene = await setScene(world);
  const { app, secretariat } = world;
  const key = await keyFor(scene, permissions, everything);
  let browser: Browser = await signIn(world);
  const pathsOf = (from: typeof app, startsWith: string) =>
    from.routes.filter(({ method, path }) => method === 'GET' && path.startsWith(startsWith) && !path.includes('*'));
  const filledPath = (path: string) =>
    fill(path.replace(':file', 'v1.js').replace(':slug', letter).replace(':secret', '0'.repeat(26)), scene);
  const openAll = async () => {
    const pages: string[] = [];
    for (const { path } of pathsOf(secretariat.app, '/console')) {
      const filled = await filledPath(path);
      pages.push(await (await browser.request(filled)).text());
    }
    return pages;
  };
  const names = await namesIn(await openAll());
  expect(names.fields.length).toBeGreaterThan(30);
  const inPublic = placesOf(app, await world.json('/openapi.json'), { queries: names.queries, fields: [] });
  const admin: unknown = await (await secretariat.app.request('/v1/admin/openapi.json')).json();
  const inConsole = placesOf(secretariat.app, admin, names).filter(({ path }) => !ending.test(path));
  // Checks that all routes of both apps were found.
  const places = [...inPublic, ...inConsole];
  expect(places.length).toBeGreaterThan(150);

  const filled = new Map<string, { path: string; base: unknown }>();
  const targetOf = async ({ method, path }: Place) => {
    const route = `${method} ${path}`;
    const described = `${method} ${path.replace(/:(\w+)/g, '{$1}')}`;
    const known = filled.get(route) ?? {
      path: await filledPath(path),
      base: path.startsWith('/v1/letters')
        ? endorsement(1)
        : (wholeBodies[described]?.() ?? (await bodyFor(path, scene))),
    };
    filled.set(route, known);
    return known;
  };
  const send = async (place: Place, text: string, turn: number) => {
    const target = await targetOf(place);
    const isApi = place.path.startsWith('/v1/admin');
    const isPage = !isApi && place.path.startsWith('/console');
    const headers: Record<string, string> = isApi
      ? { authorization: `Bearer ${key}` }
      : isPage
        ? { cookie: browser.jar.cookie }
        : {};
    const form = isPage && place.method !== 'get' ? { _csrf: csrf } : {};
    const sending = { filled: target.path, base: target.base, headers, form, turn };
    for (const { path, init } of requestsFor(place, text, sending)) {
      const to = isApi || isPage ? secretariat.app : app;
      await expectNoError(to.request(path, init), `${place.method} ${place.path}`, text);
    }
  };

  /** Signs and confirms with the string in each name field, so that lists and pages contain it from then on. */
  const signAs = async (text: string, number: number) => {
    const names = { organisation: { name: text, country: 'KZ' }, signatory: { name: text, role: text } };
    const { email } = endorsement(number).signatory;
    for (const kind of ['organisation', 'individual'] as const) {
      const body = { ...endorsement(number, { kind }), ...names, comment: text };
      const sent = { ...body, signatory: { ...names.signatory, email: `${kind}-${email}` } };
      await expectNoError(
        app.request(`/v1/letters/${letter}/signatures`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(sent),
        }),
        `signing as ${kind}`,
        text,
      );
    }
  };

  let csrf = await browser.csrf();
  let number = 1000;
  const strings = hostileStrings(made, seed);
  for (let from = 0; from < strings.length; from += batch) {
    const some = strings.slice(from, from + batch);
    filled.clear();
    for (const text of some) {
      number += 1;
      await signAs(text, number);
      for (const [index, place] of places.entries()) {
        if ((index + number) % every === 0) await send(place, text, number);
      }
      for (const query of [
        `q=${encoded(text)}`,
        `q=a&cursor=${Buffer.from(JSON.stringify([text, text])).toString('base64url')}`,
      ]) {
        for (const path of [`/v1/letters/${letter}/signatures`, `/${letter}/signatories`]) {
          await expectNoError(app.request(`${path}?${query}`), `get ${path} by name`, text);
        }
      }
    }
    const before = world.mails.length;
    await world.sendMails();
    for (const mail of world.mails.slice(before)) {
      if (!mail.text.includes('/confirm/')) continue;
      await expectNoError(world.confirm(tokenIn(mail)), 'confirming', mail.to);
    }
    world.mails.length = 0;
    if ((await browser.request('/console')).status !== 200) browser = await signIn(world);
    csrf = await browser.csrf();
    const shown = some.join(' | ');
    for (const { path } of pathsOf(secretariat.app, '/console')) {
      await expectNoError(browser.request(await filledPath(path)), `page ${path} afterwards`, shown);
    }
    for (const query of ['order=name', 'order=newest', 'kind=individual&order=name']) {
      for (const path of [`/v1/letters/${letter}/signatures`, `/${letter}/signatories`, `/${letter}`]) {
        await expectNoError(app.request(`${path}?${query}`), `${path}?${query} afterwards`, shown);
      }
      await expectNoError(browser.request(`/console/letters/${letter}/signatures?${query}`), `console ${query}`, shown);
    }
  }
  expect([...faults].toSorted()).toEqual([]);
});
