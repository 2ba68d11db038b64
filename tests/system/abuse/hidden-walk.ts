/**
 * The walk of a stranger through every endpoint, in two worlds that differ only in the organisation for which a hidden
 * person signed.
 */
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { commandLine } from '../../../shared/audit/audit.ts';
import { letterSlug, partnerId } from '../../../shared/ids.ts';
import { importLetter } from '../../../shared/letter/lifecycle.ts';
import { makeFiguresLink } from '../../../shared/partner/figures-link.ts';
import { takeSnapshotNow } from '../../../shared/statistics/take-snapshot.ts';
import { registerPartner } from '../../fixtures/partners.ts';
import { noon, sendForm } from '../../fixtures/proof.ts';
import { moderated } from '../../fixtures/secretariat.ts';
import { ask, mailsTo, manageTokenIn, organisationFrom, sign } from '../../fixtures/signing.ts';
import { type Call, freshStore, recordCalls } from '../../fixtures/store.ts';
import { codeIn, endorsement, letterFile, makeWorld, tokenIn, type World } from '../../fixtures/world.ts';
import { operationsOf, readMail, seenOf } from './strangers-view.ts';

const slug = letterSlug.parse('clean-air');
const partner = partnerId.parse('valley-radio');
export const wanted = 'harbour.example';
export const other = 'lantern.example';
const json = { 'content-type': 'application/json', accept: 'application/json' };
const html = { accept: 'text/html' };

type Body = ReturnType<typeof endorsement>;
const withheld = (body: Body): Body => ({
  ...body,
  display: 'withheld',
  consents: { publication: false, updates: false, partner: false },
});
export const from = (domain: string, email: string) =>
  organisationFrom(domain, email, `Friends of ${domain.slice(0, 7)}`);

/** Ways to sign for an organisation without being shown. */
export const hiders: Readonly<Record<string, (world: World, domain: string) => Promise<unknown>>> = {
  withheld: (world, domain) => sign(world, withheld(from(domain, 'keeper@gmail.com'))),
  'withheld, with the better proof': (world, domain) => sign(world, withheld(from(domain, `keeper@${domain}`))),
  'withheld since': async (world, domain) => {
    const signed = await sign(world, from(domain, 'keeper@gmail.com'));
    return ask(world, signed, { action: 'consents', display: 'withheld', consents: {} });
  },
  held: async (world, domain) => {
    const signed = await sign(world, from(domain, 'keeper@gmail.com'));
    return moderated(world, signed, { do: 'hold' });
  },
  pending: async (world, domain) => {
    await world.submit(slug, from(domain, 'keeper@gmail.com'));
    await world.sendMails();
  },
};

/** The stranger's state between requests. */
interface Walk {
  readonly world: World;
  /** Work that follows the answer and is not the stranger's own call: the mailer. */
  readonly afterwards: (() => Promise<void>)[];
  manage: string;
  confirm: string;
  stop: string;
}

const get =
  (path: string, headers = html) =>
  (walk: Walk) =>
    walk.world.app.request(path, { headers });
const post = (world: World, path: string, body: unknown) =>
  world.app.request(path, { method: 'POST', headers: json, body: JSON.stringify(body) });
const manages = (body: unknown) => (walk: Walk) => post(walk.world, `/manage/${walk.manage}`, body);
const correctTo = (domain: string, kind: 'organisation' | 'individual' = 'organisation') => ({
  action: 'correct',
  kind,
  organisation: { name: `Friends of ${domain.slice(0, 7)}`, website: `https://${domain}`, country: 'KZ' },
  signatory: { name: 'Signer stranger', role: 'Chair' },
  attestation: kind === 'organisation',
});
const shown = (display: 'public' | 'withheld') =>
  manages({ action: 'consents', display, consents: { publication: display === 'public' } });

/** Returns the latest mail to the stranger that contains the given text. */
function mailWith({ world }: Walk, email: string, what: string) {
  const mail = mailsTo(world, email).findLast(({ text }) => text.includes(what));
  if (!mail) throw new Error(`no mail with ${what} came`);
  return mail;
}

const strangers = ['first@elsewhere.example', 'second@elsewhere.example', 'third@elsewhere.example'] as const;

/** Signs for the organisation from another mailbox, and reads the mail that arrives. */
const submits =
  (email: string, send: (walk: Walk, body: Body) => Response | Promise<Response>) =>
  (walk: Walk): Response | Promise<Response> => {
    walk.afterwards.push(async () => {
      await walk.world.sendMails();
      const mail = mailWith(walk, email, '/confirm/');
      walk.confirm = tokenIn(mail);
      walk.stop = z.string().parse(/\/stop\/([a-z0-9]{46})/.exec(mail.text)?.[1]);
    });
    return send(walk, from(wanted, email));
  };

const readsReceipt = (walk: Walk): void => {
  walk.afterwards.push(async () => {
    await walk.world.sendMails();
    walk.manage = manageTokenIn(mailWith(walk, strangers[0], '/manage/'));
  });
};

const noDelivery = '000000000000';
const noToken = 'x'.repeat(46);

type Step = (walk: Walk) => Response | Promise<Response>;

/** In the order in which the stranger calls them. */
export const doors: readonly (readonly [door: string, ...steps: readonly Step[]])[] = [
  [
    'POST /v1/letters/:letter/signatures',
    submits(strangers[0], ({ world }, body) => world.submit(slug, { ...body, partner })),
    // The stranger may be a partner, whose own figures would then show any effect.
    ({ world }) => world.submit(slug, { ...from(wanted, 'keeper@gmail.com'), partner }),
  ],
  ['GET /stop/:token', (walk) => get(`/stop/${walk.stop}`)(walk)],
  ['GET /confirm', get('/confirm'), get('/confirm?letter=clean-air')],
  ['GET /confirm/:token', (walk) => get(`/confirm/${walk.confirm}`)(walk)],
  [
    'POST /confirm/:token',
    ({ world, confirm }) => world.confirm(confirm),
    ({ world, confirm }) => world.app.request(`/confirm/${confirm}`, { method: 'POST', headers: html }),
    (walk) => get(`/confirm/${walk.confirm}`)(walk),
    (walk) => {
      readsReceipt(walk);
      return walk.world.confirm(walk.confirm);
    },
  ],
  [
    'GET /manage/:token',
    (walk) => get(`/manage/${walk.manage}`)(walk),
    (walk) => get(`/manage/${walk.manage}`, { accept: 'application/json' })(walk),
  ],
  ['GET /manage/:token/data', (walk) => get(`/manage/${walk.manage}/data`)(walk)],
  [
    'POST /manage/:token',
    manages({ action: 'take-place' }),
    shown('withheld'),
    shown('public'),
    manages(correctTo('beacons.example')),
    manages(correctTo(wanted)),
    manages(correctTo(wanted, 'individual')),
    manages(correctTo(wanted)),
    manages({ action: 'carry-over', letterVersion: '0'.repeat(64) }),
    manages({ action: 'verify-domain' }),
    (walk) => get(`/manage/${walk.manage}`)(walk),
  ],
  [
    'POST /confirm',
    submits(strangers[1], ({ world }, body) => sendForm(world, body)),
    ({ world }) => post(world, '/confirm', { letter: slug, email: 'keeper@gmail.com', code: '2222-2222' }),
    ({ world }) => post(world, '/confirm', { letter: slug, email: strangers[1], code: '2222-2222' }),
    (walk) =>
      post(walk.world, '/confirm', {
        letter: slug,
        email: strangers[1],
        code: codeIn(mailWith(walk, strangers[1], '/confirm/')),
      }),
  ],
  [
    'POST /stop/:token',
    submits(strangers[2], ({ world }, body) => world.submit(slug, withheld(body))),
    (walk) => post(walk.world, `/stop/${walk.stop}`, {}),
  ],
  ['GET /manage', get('/manage')],
  [
    'POST /manage',
    ({ world }) => post(world, '/manage', { email: strangers[0] }),
    ({ world }) => post(world, '/manage', { email: 'keeper@gmail.com' }),
    ({ world }) => post(world, '/manage', { email: 'nobody@gmail.com' }),
  ],
  ['GET /:letter/dispute', get(`/${slug}/dispute`)],
  [
    'POST /:letter/dispute',
    ({ world }) =>
      post(world, `/${slug}/dispute`, { organisation: 'Friends of harbour', name: 'Jo', email: 'jo@harbour.example' }),
  ],
  [
    'GET /v1/letters/:letter/signatures',
    ...['', '?order=name', '?q=friends', '?q=friends+of+h', '?kind=organisation', '?country=KZ', '?limit=1'].map(
      (query) => get(`/v1/letters/${slug}/signatures${query}`),
    ),
  ],
  ['GET /v1/letters/:letter/count', get(`/v1/letters/${slug}/count`)],
  ['GET /v1/letters/:letter', get(`/v1/letters/${slug}`)],
  ['GET /:letter', get(`/${slug}`)],
  ['GET /:letter/signatories', get(`/${slug}/signatories`), get(`/${slug}/signatories?q=friends`)],
  ['GET /:letter/badge.svg', get(`/${slug}/badge.svg`)],
  ['GET /:letter/share.png', get(`/${slug}/share.png`)],
  ['GET /v1/letters/:letter/share', get(`/v1/letters/${slug}/share`)],
  ['GET /:letter/follow/:token', get(`/${slug}/follow/${noToken}`)],
  [
    'POST /:letter/follow/:token',
    ({ world }) => world.app.request(`/${slug}/follow/${noToken}`, { method: 'POST', headers: html }),
  ],
  ['GET /:letter/form', get(`/${slug}/form`)],
  ['GET /:letter/sent', get(`/${slug}/sent`)],
  ['GET /:letter/privacy', get(`/${slug}/privacy`)],
  ['GET /:letter/changes', get(`/${slug}/changes`)],
  ['GET /oembed', get(`/oembed?url=${encodeURIComponent(`https://sign.example.org/${slug}`)}`)],
  ['GET /', get('/')],
  // The list of a delivery is that of the page, frozen (`tests/delivery/freeze.test.ts`), and this letter has none.
  ['GET /:letter/deliveries/:delivery', get(`/${slug}/deliveries/${noDelivery}`)],
  ['GET /:letter/document/:file', get(`/${slug}/document/${noDelivery}.pdf`)],
  ['GET /:letter/signing-sheet.pdf', get(`/${slug}/signing-sheet.pdf`)],
  ['GET /:letter/signing-sheet-us-letter.pdf', get(`/${slug}/signing-sheet-us-letter.pdf`)],
  ['GET /:letter/deliveries/:delivery/names', get(`/${slug}/deliveries/${noDelivery}/names`)],
  ['GET /:letter/document/:delivery/:kind', get(`/${slug}/document/${noDelivery}/list-csv`)],
  ['GET /:letter/file/:file', get(`/${slug}/file/${'0'.repeat(20)}`)],
  ['GET /:letter/handover/:token', get(`/${slug}/handover/${noToken}`)],
  ['GET /:letter/arrived/:token', get(`/${slug}/arrived/${noToken}`)],
  [
    'POST /:letter/arrived/:token',
    ({ world }) => world.app.request(`/${slug}/arrived/${noToken}`, { method: 'POST', headers: html }),
  ],
  ['GET /:letter/news', get(`/${slug}/news`)],
  ['GET /:letter/news.atom', get(`/${slug}/news.atom`)],
  ['GET /:letter/news/:update', get(`/${slug}/news/${noDelivery}`)],
  ['GET /v1/letters/:letter/news', get(`/v1/letters/${slug}/news`)],
  ['GET /:letter/unsubscribe/:token', get(`/${slug}/unsubscribe/${noToken}`)],
  [
    'POST /:letter/unsubscribe/:token',
    ({ world }) => world.app.request(`/${slug}/unsubscribe/${noToken}`, { method: 'POST', headers: html }),
  ],
  ['GET /:letter/preview/:secret', get(`/${slug}/preview/${'0'.repeat(26)}`)],
  ['GET /:letter/preview/:secret/sent', get(`/${slug}/preview/${'0'.repeat(26)}/sent`)],
  [
    'POST /:letter/preview/:secret',
    ({ world }) =>
      world.app.request(`/${slug}/preview/${'0'.repeat(26)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...html },
        body: JSON.stringify(endorsement(1)),
      }),
  ],
  ['GET /:letter/test/:token', get(`/${slug}/test/${noToken}`)],
  [
    'POST /:letter/test/:token',
    ({ world }) => world.app.request(`/${slug}/test/${noToken}`, { method: 'POST', headers: html }),
  ],
  ['GET /robots.txt', get('/robots.txt')],
  ['GET /sitemap.xml', get('/sitemap.xml')],
  ['GET /favicon.svg', get('/favicon.svg')],
  ['GET /favicon.ico', get('/favicon.ico')],
  ['GET /:letter/logo/:file', get(`/${slug}/logo/${'0'.repeat(20)}.png`)],
  [
    'POST /manage/:token/logo',
    ({ world, manage }) =>
      world.app.request(`/manage/${manage}/logo`, { method: 'POST', body: new FormData(), headers: html }),
  ],
  // Withdrawing comes last.
  ['POST /manage/:token', manages({ action: 'withdraw' }), manages({ action: 'forget', sure: true })],
];

/** Their answers depend only on the build, the configuration or chance. */
export const sayNothingOfSigners = [
  'GET /v1/challenge',
  'GET /health',
  'GET /openapi.json',
  'GET /docs',
  'GET /embed/:file',
];

interface Seen {
  readonly answers: ReadonlyMap<string, unknown>;
  readonly calls: ReadonlyMap<string, unknown>;
  readonly mails: unknown;
  /** The partner's page with its own figures, before and after. */
  readonly partner: unknown;
}

/** @param domain of the organisation for which the hidden person signs */
export async function walkThrough(
  hide: (world: World, domain: string) => Promise<unknown>,
  domain: string,
): Promise<Seen> {
  const world = makeWorld(await freshStore(), { now: noon });
  const plan = await importLetter(world.store, letterFile(), [], { now: new Date(noon), open: true });
  if (plan.outcome === 'refused') throw new Error(plan.why);
  const { letter } = plan;
  await registerPartner(world, partner);
  await hide(world, domain);
  await world.sendMails();
  world.clock.now += 60_000;
  const happened = { by: commandLine, did: 'partner.changed', scope: slug } as const;
  const figures = await makeFiguresLink(world.store, slug, partner, happened, new Date(world.clock.now));
  const walk: Walk = { world, afterwards: [], manage: '', confirm: '', stop: '' };
  const seeFigures = async () => {
    await takeSnapshotNow(world.store, letter, new Date(world.clock.now), () => true);
    return seenOf(await world.secretariat.app.request(`/console/partner/${slug}/${partner}/${figures}`));
  };
  const before = await seeFigures();
  const calls: Call[] = recordCalls(world.store);
  const answers = new Map<string, unknown>();
  const made = new Map<string, unknown>();
  const mails = world.mails.length;
  for (const [number, [door, ...steps]] of doors.entries()) {
    for (const [index, step] of steps.entries()) {
      calls.length = 0;
      const name = `${number}. ${door}, ${index}`;
      answers.set(name, await seenOf(await step(walk)));
      made.set(name, operationsOf(calls));
      for (const work of walk.afterwards.splice(0)) await work();
      world.clock.now += 1_000;
    }
  }
  await world.sendMails();
  return {
    answers,
    calls: made,
    mails: strangers.map((email) => mailsTo(world, email).map(readMail)),
    partner: [before, await seeFigures(), world.mails.length > mails],
  };
}

/** Registers the tests of one way to be hidden. */
export function expectNothingShows(name: string): void {
  let [there, elsewhere]: [Seen?, Seen?] = [];
  beforeAll(async () => {
    const hide = hiders[name];
    if (!hide) throw new Error('nobody hides so');
    [there, elsewhere] = [await walkThrough(hide, wanted), await walkThrough(hide, other)];
  }, 60_000);

  it('does not show in any answer', () => expect(there?.answers).toEqual(elsewhere?.answers));
  it('does not change any call', () => expect(there?.calls).toEqual(elsewhere?.calls));
  it('does not show in any mail to the stranger', () => expect(there?.mails).toEqual(elsewhere?.mails));
  it('does not show in any figure of a partner', () => expect(there?.partner).toEqual(elsewhere?.partner));
}
