/** Every public page is in the reader's language, whatever languages the letter has (decision 073). */
import { expect, it } from 'vitest';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { sendUpdate } from '../../shared/update/control.ts';
import { writeUpdate } from '../../shared/update/edit.ts';
import { updateFields } from '../../shared/update/update.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, letterFile, makeWorld, openTestLetter, publicUrl } from '../fixtures/world.ts';

/** The description of the API is for developers, in English. */
const english = ['/docs'];

it('each page from the routes is French for a French reader of an English letter', async () => {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
  const written = { store: world.store, letter: letterSlug.parse('clean-air'), by: commandLine };
  const now = new Date(world.clock.now);
  const fields = updateFields.parse({ texts: { en: { subject: 'We met the mayor', text: 'She listened.' } } });
  const update = await writeUpdate({ ...written, now }, fields);
  await sendUpdate({ store: world.store, update, by: commandLine, now }, now, true);
  const delivery = await makeReadyDelivery(world);
  const values: Readonly<Record<string, string>> = { letter: 'clean-air', update: update.id, delivery: delivery.id };

  const paths = new Set(world.app.routes.flatMap(({ method, path }) => (method === 'GET' ? [path] : [])));
  const pages: string[] = [];
  for (const path of paths) {
    if (english.includes(path) || path.includes('*')) continue;
    const filled = path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => values[name] ?? 'a'.repeat(46));
    const answer = await world.app.request(filled, { headers: { 'accept-language': 'fr', accept: 'text/html' } });
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    const [, language] = /<html[^>]* lang="([^"]+)"/.exec(await answer.text()) ?? [];
    expect([filled, language]).toEqual([filled, 'fr']);
    pages.push(path);
  }
  expect(pages).toEqual(
    expect.arrayContaining([
      '/',
      '/:letter',
      '/:letter/form',
      '/:letter/news',
      '/:letter/news/:update',
      '/:letter/signatories',
      '/:letter/privacy',
      '/:letter/changes',
      '/:letter/deliveries/:delivery',
      '/:letter/dispute',
      '/:letter/sent',
      '/confirm',
      '/confirm/:token',
      '/manage',
      '/manage/:token',
    ]),
  );
});

it('a page about a letter names it as the reader knows it', async () => {
  const world = makeWorld(await freshStore());
  const french = { 'language: en': 'language: fr', 'Clean air for the harbour district': 'De l’air pur pour le port' };
  const original = letterFile({ 'goal: 50': 'goal: 50\nasksFollowUp: true' });
  const now = () => new Date(world.clock.now);
  const opened = await importLetter(world.store, original, [letterFile(french).text], { now: now(), open: true });
  expect(opened.outcome).toBe('created');
  const consents = { publication: true, updates: false, partner: false, followUp: true };
  const body = endorsement(1, { consents, language: 'fr', textLanguage: 'fr' });
  await world.submit('clean-air', body);
  await world.sendMails();
  const stop = /\/stop\/\w+/.exec(world.mails.at(-1)?.text ?? '')?.[0] ?? '';
  await sign(world, endorsement(2, { consents, language: 'fr', textLanguage: 'fr' }));
  const next = { 'slug: clean-air': 'slug: more-air', 'goal: 50': 'goal: 50\nfollows: clean-air' };
  await importLetter(world.store, letterFile(next), [], { now: now(), open: true });
  world.clock.now += 60_000;
  await runTask(housekeepingContextOf(world), { task: 'letters' });
  await world.sendMails();
  const follow = /\/more-air\/follow\/\w+/.exec(world.mails.at(-1)?.text ?? '')?.[0] ?? '';
  const code = '/confirm?letter=clean-air&language=fr';
  for (const path of ['/clean-air/form?lang=fr', '/clean-air/changes?lang=fr', stop, follow, code]) {
    const page = await (await world.app.request(path, { headers: { 'accept-language': 'fr' } })).text();
    expect([path, page.includes('De l’air pur pour le port')]).toEqual([path, true]);
    expect([path, page.includes('Clean air for')]).toEqual([path, path === follow]);
  }
  const fields = new URLSearchParams({ kind: 'organisation', language: 'fr', textLanguage: 'fr' });
  const headers = { accept: 'text/html', origin: publicUrl };
  const again = await world.app.request('/v1/letters/clean-air/signatures', { method: 'POST', headers, body: fields });
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('De l’air pur pour le port');
});

it('an address in a letter from right to left keeps its house number and its telephone number in order', async () => {
  const office = 'offices: [{ name: Office, lines: ["3 Ferry Lane"], telephone: "+44 20 7946 0999" }]';
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store, {
    'language: en': 'language: ar',
    'lines: [Town Hall]': 'lines: ["14 Harbour Street"]',
    'role: Chair': `role: Chair\n  ${office}`,
  });
  const page = await (await world.app.request('/clean-air')).text();
  for (const line of ['14 Harbour Street', '3 Ferry Lane']) expect(page).toContain(`<bdi>${line}</bdi>`);
  expect(page).toContain('<bdi dir="ltr">+44 20 7946 0999</bdi>');
});

it('the way back points to the right where text runs from right to left', async () => {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  const back = async (language: string) => {
    const page = await (await world.app.request(`/clean-air/signatories?language=${language}`)).text();
    return /<a href="\/clean-air">(.)/.exec(page)?.[1];
  };
  expect([await back('en'), await back('ar'), await back('fa')]).toEqual(['←', '→', '→']);
});
