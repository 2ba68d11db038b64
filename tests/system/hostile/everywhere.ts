/**
 * Sends strings to every place of one part of the two apps: each field, query, cursor, header and form. None causes a
 * server error, neither on input nor when it is shown or sorted later. Each part has a test file, so that they run side
 * by side. The slow suite tries a few strings; `npm run test:hostile` thousands.
 */
import { describe, expect, it } from 'vitest';
import { everything } from '../../../shared/ids.ts';
import { permissions } from '../../../shared/member/role.ts';
import { wholeBodies } from '../../console/bodies.ts';
import { bodyFor, fill, keyFor, letter, type Scene, setScene } from '../../console/route-fixtures.ts';
import { attributeOf, formsOf } from '../../fixtures/html.ts';
import { type Browser, signIn } from '../../fixtures/members.ts';
import { rememberingStore } from '../../fixtures/remember-reads.ts';
import { endorsement, makeWorld, tokenIn } from '../../fixtures/world.ts';
import { encoded, requestsFor } from './requests.ts';
import { type Place, placesOf } from './routes.ts';
import { hostileStrings } from './strings.ts';

const made = Number(process.env['HOSTILE_STRINGS'] ?? 2);
const seed = Number(process.env['HOSTILE_SEED'] ?? 1);
/** Number of strings after which mails are sent and pages viewed. */
const batch = 20;
/** Number of strings after which another letter is begun: a page that shows thousands takes a thousand times as long. */
const perLetter = 200;
/**
 * Each string goes to every fourth place, and each place gets one string in four. With thousands it is one in twelve:
 * each place still gets hundreds, in every way that it takes one.
 */
const every = made < 100 ? 4 : 12;
/** One string in so many also signs, so that lists and pages show it: all of them in the public part. */
const signedEvery = { public: 1, pages: 4, api: 4 } as const;

export type Part = keyof typeof signedEvery;

const isIn: Readonly<Record<Part, (path: string) => boolean>> = {
  public: (path) => !isIn.pages(path) && !isIn.api(path),
  pages: (path) => path.startsWith('/console'),
  api: (path) => path.startsWith('/v1/admin'),
};

/** Routes that would end the session or the letter, which the others need. */
const ending = /sign-out|\/state$|\/enter\//;

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

/** Registers the tests of a part: one for each letter. */
export function expectNoErrors(part: Part): void {
  const strings = hostileStrings(made, seed);
  const letters = Array.from({ length: Math.ceil(strings.length / perLetter) }, (_, index) =>
    strings.slice(index * perLetter, (index + 1) * perLetter),
  );
  describe(`no string causes a server error: ${part}`, () => {
    it.each(letters.map((some, index) => [index + 1, some] as const))(
      'letter %i',
      { timeout: 3600 * 1000 },
      async (index, some) => expect(await faultsWith(part, some, 1000 * index)).toEqual([]),
    );
  });
}

/** @returns the server errors that the strings cause */
async function faultsWith(part: Part, strings: readonly string[], first: number): Promise<string[]> {
  const faults = new Set<string>();
  const expectNoError = async (ask: Promise<Response> | Response, what: string, text: string): Promise<void> => {
    const { status } = await ask;
    if (status >= 500) faults.add(`${status} ${what} ${JSON.stringify(text).slice(0, 120)}`);
  };
  const world = makeWorld(await rememberingStore());
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
  const all = [...inPublic, ...inConsole];
  expect(all.length).toBeGreaterThan(150);
  const places = all.filter(({ path }) => isIn[part](path));
  expect(places.length).toBeGreaterThan(25);

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
  let number = first;
  for (let from = 0; from < strings.length; from += batch) {
    const some = strings.slice(from, from + batch);
    filled.clear();
    for (const text of some) {
      number += 1;
      if (number % signedEvery[part] === 0) await signAs(text, number);
      for (const [index, place] of places.entries()) {
        if ((index + number) % every === 0) await send(place, text, number);
      }
      for (const query of part !== 'public'
        ? []
        : [`q=${encoded(text)}`, `q=a&cursor=${Buffer.from(JSON.stringify([text, text])).toString('base64url')}`]) {
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
    for (const { path } of part === 'pages' ? pathsOf(secretariat.app, '/console') : []) {
      await expectNoError(browser.request(await filledPath(path)), `page ${path} afterwards`, shown);
    }
    for (const query of ['order=name', 'order=newest', 'kind=individual&order=name']) {
      for (const path of [`/v1/letters/${letter}/signatures`, `/${letter}/signatories`, `/${letter}`]) {
        await expectNoError(app.request(`${path}?${query}`), `${path}?${query} afterwards`, shown);
      }
      if (part !== 'pages') continue;
      await expectNoError(browser.request(`/console/letters/${letter}/signatures?${query}`), `console ${query}`, shown);
    }
  }
  return [...faults].toSorted();
}
