/** The owner of a duplicate is told the facts: the domain that both have, never a name that did not sign. */
import { beforeEach, expect, it } from 'vitest';
import { mailsTo, organisationFrom, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await sign(world, organisationFrom('steppe.example', 'a@elsewhere.example', 'Steppe Lawyers Almaty'));
});

const text = async (path: string) => {
  const page = await (await world.app.request(path, { headers: { accept: 'text/html' } })).text();
  return page.replace(/<(style|head)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');
};

it('names the domain and where to ask, on the pages and in the mail', async () => {
  const email = 'b@elsewhere.example';
  const second = await sign(world, organisationFrom('www.steppe.example', email, 'Steppe Lawyers Bishkek'));
  const [asked] = mailsTo(world, email);
  const receipt = mailsTo(world, email).at(-1);
  if (!asked || !receipt) throw new Error('no mail came');
  for (const said of [await text(`/confirm/${tokenIn(asked)}`), await text(`/manage/${second.token}`), receipt.text]) {
    const words = said.replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ');
    expect(words).toContain('Another signature for steppe.example is already listed under this letter.');
    expect(words).toContain('Is yours a separate organisation? Tell us: privacy@harbour.example');
    expect(words).not.toContain('Almaty');
    expect(words).not.toMatch(/Bishkek had|for Steppe Lawyers Bishkek before/);
  }
});

it('names the organisation itself when it has no domain', async () => {
  const body = (email: string) => ({
    ...organisationFrom('unused.example', email),
    organisation: { name: 'Night Choir', country: 'KZ' },
  });
  for (const email of ['c@elsewhere.example', 'd@elsewhere.example']) {
    await world.submit('clean-air', body(email));
    await world.sendMails();
    const [mail] = mailsTo(world, email);
    await world.confirm(mail ? tokenIn(mail) : '');
  }
  const [mail] = mailsTo(world, 'd@elsewhere.example');
  expect(await text(`/confirm/${mail ? tokenIn(mail) : ''}`)).toContain(
    'Another signature for Night Choir is already listed',
  );
});
