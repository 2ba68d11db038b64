/** Data stored beside letters and signatures is verified, too. */
import { expect, it } from 'vitest';
import type { StoredItem } from '../../cli/backup/item.ts';
import { scanItems } from '../../cli/backup/table.ts';
import { verifyItems } from '../../cli/backup/verify.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug, partnerId } from '../../shared/ids.ts';
import { makeFiguresLink } from '../../shared/partner/figures-link.ts';
import { signIn } from '../fixtures/members.ts';
import { registerPartner } from '../fixtures/partners.ts';
import { versionOf } from '../fixtures/secretariat.ts';
import { organisationFrom, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter } from '../fixtures/world.ts';

it('pinned signatures, and links of partners', async () => {
  const world = makeWorld(await freshStore());
  const [slug, partner] = [letterSlug.parse('clean-air'), partnerId.parse('harbour-radio')];
  await openTestLetter(world.store);
  await registerPartner(world, partner);
  const { id } = await sign(world, organisationFrom('harbour.example', 'chair@harbour.example'));
  const browser = await signIn(world);
  const fieldsVersion = await versionOf(world, { id });
  await browser.send(`/console/letters/${slug}/signatures/${id}/act`, { do: 'feature', rank: '1', fieldsVersion });
  const made = { by: commandLine, did: 'partner.changed', scope: slug, subject: partner } as const;
  await makeFiguresLink(world.store, slug, partner, made, new Date(world.clock.now));
  const items: StoredItem[] = [];
  for await (const item of scanItems(world.store)) items.push(item);
  const faultsOf = async (kept: readonly StoredItem[]) =>
    (
      await verifyItems(
        (async function* () {
          yield* kept;
        })(),
      )
    ).faults;
  expect(await faultsOf(items)).toEqual([]);
  expect(await faultsOf(items.filter(({ sk }) => sk?.S !== 'FEATURED'))).toEqual([
    `signature ${id} does not match the list of pinned signatures`,
  ]);
  const renamed = items.map((item) =>
    item['sk']?.S === `PARTNERLINK#${partner}` ? { ...item, sk: { S: 'PARTNERLINK#nobody' } } : item,
  );
  expect(await faultsOf(renamed)).toEqual(['a link shows figures of clean-air to nobody, which is no partner of it']);
});
