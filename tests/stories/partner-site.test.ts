/** The README's promise to partners: people sign the letter on the partner's own site. */
import { beforeEach, describe, expect, it } from 'vitest';
import { environmentOf, sayingOf } from '../fixtures/command-line.ts';
import { organisationFrom, publicTotal, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const radio = 'https://valley-radio.example';
const stranger = 'https://stranger.example';
const choir = { ...organisationFrom('choir.example', 'chair@choir.example', 'Choir'), partner: 'valley-radio' };

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await sayingOf(
    'partner',
    ['add', 'valley-radio', '--name', 'Valley Radio', '--origin', radio, '--letter', 'clean-air'],
    environmentOf(world.store),
  );
});

const submitFrom = (origin: string) => world.submit('clean-air', choir, { origin });

describe('A partner shows the form on its site', () => {
  it('may embed it there, and nobody else may', async () => {
    const form = await world.app.request('/clean-air/form?partner=valley-radio');

    expect(form.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${radio}`);
    expect((await submitFrom(radio)).status).toBe(202);
    expect((await submitFrom(stranger)).status).toBe(403);
  });

  it('learns how many signed there, and no name', async () => {
    await sign(world, choir);
    expect(await publicTotal(world)).toBe(1);

    const figures = await sayingOf('partner', ['show', 'valley-radio'], environmentOf(world.store));

    expect(figures).toMatch(/submitted +clean-air: 1/);
    expect(figures).not.toMatch(/Choir|chair@/);
  });
});
