/**
 * Every page of both apps is valid HTML by the Nu HTML checker. Pages are found by the routes, so new ones are
 * included.
 */
import { beforeAll, expect, test } from 'vitest';
import { readDelivery } from '../../shared/delivery/storage.ts';
import { newAnswer, writeAnswer } from '../../shared/handover/answer.ts';
import { sendHandover } from '../../shared/handover/hand-over.ts';
import { sendRequest } from '../../shared/handover/send-request.ts';
import { readHandover } from '../../shared/handover/storage.ts';
import { everything, partnerId } from '../../shared/ids.ts';
import { makeFiguresLink } from '../../shared/partner/figures-link.ts';
import { fill, letter, type Scene, setScene } from '../console/route-fixtures.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { registerPartner } from '../fixtures/partners.ts';
import { rememberingStore } from '../fixtures/remember-reads.ts';
import { manageTokenIn } from '../fixtures/signing.ts';
import { endorsement, makeWorld, publicUrl, tokenIn, type World } from '../fixtures/world.ts';
import { htmlErrors } from './html-checker.ts';

let world: World;
let scene: Scene;
let owner: Browser;
let figuresLink: string;
/** A working link for `:token` of each route that has one. */
let tokens: Readonly<Record<string, string>>;
const radio = partnerId.parse('harbour-radio');

beforeAll(async () => {
  world = makeWorld(await rememberingStore());
  scene = await setScene(world);
  const { store } = world;
  await registerPartner(world, radio);
  await addTestMember(world, 'sees@secretariat.example', grantsOf('owner', everything, true));
  owner = await signIn(world, 'sees@secretariat.example');
  const kinds = [
    { kind: 'individual', attestation: false, organisation: undefined, comment: 'Thank you\n& good luck <3' },
    { display: 'withheld', consents: { publication: false, updates: true, partner: false } },
    { partner: radio, comment: 'A "quoted" comment' },
  ];
  for (const [index, kind] of kinds.entries()) await world.submit(letter, endorsement(20 + index, kind));
  await world.sendMails();
  for (const mail of world.mails.filter(({ text }) => text.includes('/confirm/')).slice(-2)) {
    await world.confirm(tokenIn(mail));
  }
  await world.sendMails();
  await world.submit(letter, endorsement(30));
  await world.sendMails();
  const last = (part: string) => {
    const mail = world.mails.findLast(({ text }) => text.includes(`/${part}/`));
    if (!mail) throw new Error(`no mail has a link to ${part}`);
    return mail;
  };
  tokens = {
    confirm: tokenIn(last('confirm')),
    manage: manageTokenIn(last('manage')),
    stop: /\/stop\/(\w+)/.exec(last('stop').text)?.[1] ?? '',
  };
  await keep('the list of a delivery', world.app.request(`/${letter}/deliveries/${scene.delivery}/names`));
  await keep('a delivery that nobody has', world.app.request(`/${letter}/deliveries/${scene.delivery}`));
  const arrived = await handOver();
  tokens = { ...tokens, arrived };
  const made = { by: { kind: 'member', id: scene.owner }, did: 'partner.changed', scope: letter } as const;
  const now = new Date(world.clock.now);
  figuresLink = await makeFiguresLink(store, letter, radio, { ...made, subject: radio }, now);
  await owner.send(`/console/letters/${letter}/figures`);
});

/** Sends the delivery to an addressee and records the answer. @returns the token with which the arrival is noted */
async function handOver(): Promise<string> {
  const { store } = world;
  const now = new Date(world.clock.now);
  const by = { kind: 'member', id: scene.owner } as const;
  const delivery = await readDelivery(store, letter, scene.delivery);
  if (!delivery) throw new Error('the delivery is gone');
  const handover = await readHandover(store, letter, delivery.id);
  const request = sendRequest.parse({
    subject: 'Clean air & water',
    note: 'Dear <Mayor>,',
    language: 'en',
    addressees: [{ name: 'The "Mayor"', email: 'mayor@town-hall.example', addressee: 0 }],
  });
  expect(await sendHandover({ store, letter, delivery, handover, by, now }, request)).toMatchObject({ queued: 1 });
  await world.sendMails();
  const answered = { from: 'The <Mayor>', receivedOn: '2026-03-04', language: 'en', text: 'We *agree* & > act.' };
  await writeAnswer(store, letter, { before: undefined, next: await newAnswer(answered, now), by }, now);
  const token = world.mails.map(({ text }) => /\/arrived\/(\w+)/.exec(text)?.[1]).find((found) => found);
  if (token === undefined) throw new Error('no mail has a link to note its arrival');
  return token;
}

const pages = new Map<string, string>();

/** Completes a fragment that a script inserts, such as a preview, to a page. */
const whole = (html: string) =>
  html.startsWith('<!doctype html>') ? html : `<!doctype html><html lang="en"><title>Part</title>${html}</html>`;

/** Keeps the answer if it is a page. */
async function keep(name: string, ask: Promise<Response> | Response): Promise<Response> {
  const answer = await ask;
  expect(answer.status, name).toBeLessThan(500);
  if (answer.headers.get('content-type')?.startsWith('text/html')) pages.set(name, whole(await answer.clone().text()));
  return answer;
}

const routesOf = ({ routes }: { routes: readonly { method: string; path: string }[] }, wanted: string) => [
  ...new Set(routes.flatMap(({ method, path }) => (method === wanted && !path.includes('*') ? [path] : []))),
];

/**
 * Routes of the public API whose answers are not pages. Those of documents lead to a file in the bucket, and the list of
 * a delivery is made from one: this world has no bucket (`tests/delivery/names-page.slow.test.ts`).
 */
const noPages =
  /^\/(v1\/|embed\/|health|openapi|oembed)|\.(svg|png|pdf|atom|txt|xml|ico)$|\/data$|\/(document|handover|file|logo)\/|\/:delivery\/names$/;
/** The update of this world is not sent, and its letter is no draft with a preview: pages that say so. */
const unpublished = /\/(news|preview)\/\w/;
const noConsolePages = /^\/v1\/|\/(export|exports|audit\/export)$|script|picture|\.(csv|js)$|\/(table|content)$/;

/** @returns the path with real values; with a working link for the route that has a token */
function publicPath(route: string): Promise<string> {
  const [, door = ''] = /(\w+)\/:token/.exec(route) ?? [];
  return fill(route.replace(':token', tokens[door] ?? 'x'), scene);
}

async function openPublic(): Promise<void> {
  const browser = { accept: 'text/html' };
  const get = (path: string, language = 'en') =>
    world.app.request(path, { headers: { ...browser, 'accept-language': language } });
  for (const route of routesOf(world.app, 'GET').filter((path) => !noPages.test(path))) {
    const path = await publicPath(route);
    const answer = await keep(path, get(path));
    expect(answer.status, path).toBe(unpublished.test(path) ? 404 : 200);
    expect(pages.has(path), `${path} is no page: name it as one that is none`).toBe(true);
    for (const language of ['ar']) await keep(`${path} in ${language}`, get(path, language));
    await keep(
      `${path} with a query`,
      get(`${path}?q=org&kind=organisation&country=KZ&partner=${radio}&theme=dark&lang=de&sent=1`),
    );
    if (route.includes(':token')) await keep(`${path} of nobody`, get(await fill(route, scene)));
    if (route.includes(':letter')) {
      await keep(`${path} of no letter`, get(await publicPath(route.replace(':letter', 'no-such-letter'))));
    }
  }
  for (const route of routesOf(world.app, 'POST')) {
    const path = await publicPath(route);
    // Nothing, then something invalid, then valid input for each of these forms.
    const forms = [
      {},
      { kind: 'organisation', 'organisation.name': '"><b>', 'signatory.email': 'x', action: 'nothing', email: 'x' },
      { action: 'correct', kind: 'organisation' },
      { email: 'person1@org-1.example', letter, code: '111111', organisation: 'Harbour', name: 'Jo', message: 'No' },
    ];
    for (const [index, fields] of forms.entries()) {
      const body = new URLSearchParams(fields);
      const init = { method: 'POST', headers: { ...browser, origin: publicUrl }, body };
      await keep(`POST ${path} ${index}`, world.app.request(path, init));
    }
  }
  for (const state of ['confirm', 'manage', 'stop']) {
    const path = `/${state}/${tokens[state]}`;
    await keep(`POST ${path} pressed`, world.app.request(path, { method: 'POST', headers: browser }));
    await keep(`${path} afterwards`, get(path));
  }
}

async function openConsole(): Promise<void> {
  const { app } = world.secretariat;
  for (const route of routesOf(app, 'GET').filter((path) => !noConsolePages.test(path))) {
    const known = route.replace(':slug', letter).replace(':secret', figuresLink).replace(':file', 'none');
    const path = await fill(route.includes(':secret') ? known.replace(':partner', radio) : known, scene);
    const name = `console ${route}`;
    const { status, headers } = await keep(name, owner.request(path));
    if (status === 303) await keep(name, owner.request(headers.get('location') ?? ''));
    expect(pages.has(name), `${route} is no page: name it as one that is none`).toBe(true);
    await keep(`${name} with a query`, owner.request(`${path}?q=org&state=confirmed&done=1&saved=1&after=x&part=1`));
    await keep(`${name} for a stranger`, app.request(path));
  }
  for (const route of routesOf(app, 'POST').filter((path) => !/^\/v1\/|sign-out|\/state$/.test(path))) {
    const path = await fill(route.replace(':slug', letter).replace(':secret', 'x'), scene);
    await keep(`console POST ${route}`, owner.send(path, { nothing: 'to do' }));
  }
}

test('every page is valid', { timeout: 600_000 }, async () => {
  await openPublic();
  await openConsole();
  expect(pages.get(`/${letter}/deliveries/${scene.delivery}`)).toContain('We <em>agree</em> &amp;');
  expect(pages.get(`/${letter}/arrived/${tokens['arrived']}`)).toContain('<form method="post"');
  expect(pages.size).toBeGreaterThan(150);
  // An invalid one, so that silence of the checker means something.
  pages.set('wrong', '<!doctype html><html lang="en"><title>Page</title><form action=""></form></html>');
  expect(await htmlErrors(pages)).toEqual([expect.stringMatching(/^wrong: .*action/)]);
});
