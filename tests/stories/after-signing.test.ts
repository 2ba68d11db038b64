/** After confirming: thanks, ways to share, and the page that a letter or a partner chose. */
import { beforeEach, describe, expect, it } from 'vitest';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug, partnerId } from '../../shared/ids.ts';
import { changePartner, removePartner } from '../../shared/partner/register.ts';
import { registerPartner } from '../fixtures/partners.ts';
import { mailsTo, organisationFrom } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

const radio = 'https://valley-radio.example';
const thanks = `${radio}/thanks?from=letter`;
const actor = commandLine;
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
});

const fisherfolk = organisationFrom('fisherfolk.example', 'chair@fisherfolk.example', 'Fisherfolk Union');
const page = { headers: { accept: 'text/html' } };

/** Submits, and opens the link of the mail. @returns its address, and the page with the button */
async function opened(body: object = fisherfolk) {
  await world.submit('clean-air', body);
  await world.sendMails();
  const mail = mailsTo(world, 'chair@fisherfolk.example').findLast(({ text }) => text.includes('/confirm/'));
  if (!mail) return expect.fail('no mail came');
  const path = `/confirm/${tokenIn(mail)}`;
  return { path, asked: await world.app.request(path, page) };
}
const press = (path: string) => world.app.request(path, { method: 'POST', ...page });
const policyOf = (answer: Response) => answer.headers.get('content-security-policy') ?? '';

async function offer(next: { address: string; redirect: boolean } | undefined, origins = [radio]) {
  const id = partnerId.parse('valley-radio');
  const changed = await changePartner(world.store, id, { name: 'Valley Radio', origins, next }, new Date(), actor);
  world.clock.now += 60_000;
  return changed;
}

describe('the page after confirming', () => {
  it('thanks the signer, offers ways to share, and says nothing to other sites', async () => {
    await openTestLetter(world.store);
    const { path } = await opened();
    const done = await press(path);
    expect(done.status).toBe(303);
    expect(done.headers.get('location')).toBe(path);
    const shown = await world.app.request(path, page);
    const html = await shown.text();
    expect(html).toContain('Thank you.');
    const links = [...html.matchAll(/<a [^>]*href="((?:https?|sgnl|mailto):[^"]*)"[^>]*>/g)];
    expect(links.length).toBeGreaterThanOrEqual(10);
    for (const [tag, href] of links) {
      expect(tag).toContain('rel="noopener noreferrer"');
      expect(href).not.toMatch(/confirm|fisherfolk|partner|utm|chair/i);
    }
    expect(html).toContain('https://share.joinmastodon.org/#text=');
    expect(html).toMatch(/<a href="mailto:\?[^"]*sign%20[^"]*"[^>]*>\s*Ask another organisation/);
    // The address to copy works without JavaScript; buttons that need it are hidden until it runs.
    expect(html).toMatch(/<input [^>]*value="https:\/\/sign\.example\.org\/clean-air" readonly/);
    expect(html.match(/<button[^>]*data-share[^>]*>/g)?.every((button) => button.includes('hidden'))).toBe(true);
    expect(shown.headers.get('referrer-policy')).toBe('no-referrer');
    expect(policyOf(shown)).toMatch(/^default-src 'none'; script-src 'sha256-[^' ]+'; style-src/);
    expect(policyOf(shown)).not.toMatch(/https?:/);
    expect(html).not.toMatch(/<(?:img|iframe|link rel="(?:stylesheet|preload|preconnect))/);
  });

  it('offers the link of the letter, and that of the partner on whose site the person signed', async () => {
    await openTestLetter(world.store, {
      'goal: 50': 'goal: 50\nnext: { address: "https://harbour.example/donate?a=1&b=2" }',
    });
    await registerPartner(world, 'valley-radio', { origins: [radio] });
    await offer({ address: thanks, redirect: false });
    const { path, asked } = await opened({ ...fisherfolk, partner: 'valley-radio' });
    expect(policyOf(asked)).toContain("form-action 'self';");
    expect((await press(path)).headers.get('location')).toBe(path);
    const html = await (await world.app.request(path, page)).text();
    expect(html).toContain('<a href="https://harbour.example/donate?a=1&amp;b=2" rel="noopener noreferrer">');
    expect(html).toMatch(
      new RegExp(`<a href="${thanks.replace('?', '\\?')}"[^>]*>\\s*Continue to valley-radio.example`),
    );
    await world.sendMails();
    const receipt = mailsTo(world, 'chair@fisherfolk.example').at(-1);
    expect(receipt?.text).toContain(thanks);
    expect(receipt?.text).toContain('https://harbour.example/donate?a=1&b=2');
    expect(receipt?.text).toContain('https://sign.example.org/clean-air#share');
  });
});

describe('a redirect after confirming', () => {
  const fromRadio = { ...fisherfolk, partner: 'valley-radio' };

  beforeEach(async () => {
    await openTestLetter(world.store);
    await registerPartner(world, 'valley-radio', { origins: [radio] });
    await offer({ address: thanks, redirect: true });
  });

  it('takes a signer who is listed to the partner’s page, without a referrer', async () => {
    const { path, asked } = await opened(fromRadio);
    expect(policyOf(asked)).toContain(`form-action 'self' ${radio};`);
    const done = await press(path);
    expect([done.status, done.headers.get('location')]).toEqual([303, thanks]);
    expect(done.headers.get('referrer-policy')).toBe('no-referrer');
    // Pressed again, it says how the signature stands.
    expect((await press(path)).headers.get('location')).toBe(path);
  });

  it('takes nobody there who signed elsewhere, whose name is withheld, or who awaits review', async () => {
    const withheld = {
      ...fromRadio,
      display: 'withheld',
      consents: { publication: false, updates: false, partner: false },
    };
    for (const body of [fisherfolk, withheld]) {
      const { path, asked } = await opened({
        ...body,
        organisation: { ...fisherfolk.organisation, name: `Union ${body === withheld}` },
      });
      expect(policyOf(asked)).toContain("form-action 'self';");
      expect((await press(path)).headers.get('location')).toBe(path);
    }
  });

  it('takes nobody to a site that is not registered any more', async () => {
    const { path } = await opened(fromRadio);
    await removePartner(
      world.store,
      partnerId.parse('valley-radio'),
      { origins: [], letters: [letterSlug.parse('clean-air')] },
      new Date(),
      actor,
    );
    world.clock.now += 60_000;
    expect((await press(path)).headers.get('location')).toBe(path);
    expect(await (await world.app.request(path, page)).text()).not.toContain('valley-radio');
  });

  it.each([
    ['another site', 'https://evil.example/thanks'],
    ['a site that only looks the same', 'https://valley-radio.example.evil.example/'],
    ['a script', 'javascript:alert(1)'],
    ['a user name', 'https://valley-radio.example@evil.example/'],
    ['its own site by plain http', 'http://valley-radio.example/'],
  ])('cannot be set to %s', async (_, address) => {
    expect(await offer({ address, redirect: true })).toMatchObject({ ok: false });
  });

  it('disappears when its site is removed', async () => {
    const id = partnerId.parse('valley-radio');
    await offer({ address: thanks, redirect: true }, [radio, 'https://other.example']);
    const left = await removePartner(world.store, id, { origins: [radio], letters: [] }, new Date(), actor);
    expect(left).toMatchObject({ ok: true, partner: { origins: ['https://other.example'] } });
    expect(left).not.toHaveProperty('partner.next.address');
  });
});

describe('a redirect that the letter chose', () => {
  it.each([
    ['to a partner’s site, is followed', radio, `${radio}/thanks`],
    ['to any other site, is only a link', 'https://choir.example', undefined],
  ])('%s', async (_, registered, expected) => {
    await openTestLetter(world.store, {
      'goal: 50': `goal: 50\nnext: { address: "${radio}/thanks", redirect: true }`,
    });
    await registerPartner(world, 'friends', { origins: [registered] });
    const { path } = await opened();
    expect((await press(path)).headers.get('location')).toBe(expected ?? path);
    expect(await (await world.app.request(path, page)).text()).toContain(`href="${radio}/thanks"`);
  });
});

it('the letter’s page offers the same ways to share, and may run their script', async () => {
  await openTestLetter(world.store);
  const shown = await world.app.request('/clean-air', page);
  const html = await shown.text();
  expect(html).toMatch(/<section class="share screen" id="share"/);
  expect(policyOf(shown)).toMatch(/script-src 'sha256-[^' ]+' 'self';/);
});

it('programs get the links with their words, in the language that they ask for', async () => {
  await openTestLetter(world.store);
  const shared = JSON.stringify(await world.json('/v1/letters/clean-air/share?lang=de&partner='));
  expect(shared).not.toContain('utm');
  const german = await world.json('/v1/letters/clean-air/share?lang=de');
  expect(german).toMatchObject({ words: { title: 'Diesen Brief teilen' }, url: 'https://sign.example.org/clean-air' });
  expect(JSON.stringify(german)).toContain('https://wa.me/?text=');
  expect((await world.app.request('/v1/letters/no-letter/share')).status).toBe(404);
});

it('a letter shares in words of its own', async () => {
  await openTestLetter(world.store, {
    'goal: 50': 'goal: 50\ntexts:\n  share.text: "The harbour chokes. “{title}” needs your name!"',
  });
  const html = await (await world.app.request('/clean-air', page)).text();
  expect(html).toContain(encodeURIComponent('The harbour chokes. “'));
});
