/** Every public page is in the reader's language, whatever languages the letter has (decision 073). */
import { expect, it } from 'vitest';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { sendUpdate } from '../../shared/update/control.ts';
import { writeUpdate } from '../../shared/update/edit.ts';
import { updateFields } from '../../shared/update/update.ts';
import { makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter } from '../fixtures/world.ts';

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

it('the way back points to the right where text runs from right to left', async () => {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  const back = async (language: string) => {
    const page = await (await world.app.request(`/clean-air/signatories?language=${language}`)).text();
    return /<a href="\/clean-air">(.)/.exec(page)?.[1];
  };
  expect([await back('en'), await back('ar'), await back('fa')]).toEqual(['←', '→', '→']);
});
