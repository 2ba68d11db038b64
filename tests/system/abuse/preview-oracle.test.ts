/** The door of preview links tells a stranger nothing: not which letters there are, nor which of them have a link. */
import { beforeAll, expect, it } from 'vitest';
import { createLetter } from '../../../functions/secretariat/letters/save-parts.ts';
import { commandLine } from '../../../shared/audit/audit.ts';
import { letterSlug } from '../../../shared/ids.ts';
import { makePreviewLink, revokePreviewLink } from '../../../shared/letter/preview-link.ts';
import { type Call, freshStore, recordCalls } from '../../fixtures/store.ts';
import { letterFile, makeWorld, openTestLetter, type World } from '../../fixtures/world.ts';

let world: World;
let calls: Call[];
beforeAll(async () => {
  world = makeWorld(await freshStore());
  const now = new Date(world.clock.now);
  await openTestLetter(world.store, { 'slug: clean-air': 'slug: open-one' });
  for (const slug of ['with-link', 'was-revoked', 'without']) {
    await createLetter(world.store, letterFile({ 'slug: clean-air': `slug: ${slug}` }), commandLine, now);
  }
  await makePreviewLink(world.store, letterSlug.parse('with-link'), commandLine, now);
  await makePreviewLink(world.store, letterSlug.parse('open-one'), commandLine, now);
  await makePreviewLink(world.store, letterSlug.parse('was-revoked'), commandLine, now);
  await revokePreviewLink(world.store, letterSlug.parse('was-revoked'), commandLine, now);
  calls = recordCalls(world.store);
});

const secrets = ['abcdefghjkmnpqrstvwxyz0123', 'x', '%00', 'ABCDEFGHJKMNPQRSTVWXYZ0123', 'a'.repeat(500)];

it.each(secrets)('for the secret %#: the same answer and the same reads for every letter and none', async (secret) => {
  const seen = [];
  for (const slug of ['no-such-letter', 'with-link', 'was-revoked', 'without', 'open-one']) {
    calls.length = 0;
    const answer = await world.app.request(`/${slug}/preview/${secret}`);
    const headers = [...answer.headers].filter(([name]) => name !== 'date');
    seen.push({
      status: answer.status,
      headers,
      body: await answer.text(),
      operations: calls.map(({ operation }) => operation),
    });
  }
  for (const one of seen) expect(one).toEqual(seen[0]);
  expect(seen[0]?.status).toBe(404);
});
