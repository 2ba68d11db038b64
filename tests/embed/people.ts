/** People who only use the keyboard, or a screen reader; and pages that talk to the element. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { wordingFor } from '../../shared/consent/wording.ts';
import { messagesIn } from '../../shared/text/catalogue.ts';
import { en } from '../../shared/text/languages/en.ts';
import { anOrganisation, aPerson } from '../system/browser/signer.ts';
import { expectSigned, fill, formIn, postsOf, send } from './form.ts';
import { pageWithForm, plainPage, scriptTag } from './pages.ts';
import { type Embedding, partner } from './world.ts';

export function people(world: () => Embedding): void {
  test('by keyboard alone, as it is announced', async ({ onTestFinished }) => {
    const { site } = world();
    const {
      stack: { publicUrl },
      host,
    } = site;
    const html = pageWithForm(publicUrl, site.letter);
    // As wide as 1280 px are at 400 %.
    const viewport = { width: 320, height: 800 };
    const page = await site.visit(host.page({ html }), { viewport }, onTestFinished);
    const form = formIn(page, site.letter);
    await form.getByRole('button', { name: en['form.submit'] }).waitFor();
    const signer = anOrganisation('Keyboard Users Union');
    const tab = () => page.keyboard.press('Tab');
    const type = async (text: string) => {
      await tab();
      await page.keyboard.type(text);
    };
    const tick = async () => {
      await tab();
      await page.keyboard.press('Space');
    };
    await tab();
    await page.keyboard.press('ArrowDown');
    expect(await form.getByLabel(en['form.kind-individual']).isChecked()).toBe(true);
    await page.keyboard.press('ArrowUp');
    await type('Keyboard Users Union');
    await tab();
    await type('kazakhstan');
    await type(signer.name);
    await type('Chair');
    await type('no address');
    await tab();
    await tick();
    await tick();
    await tab();
    await tab();
    await page.keyboard.press('Enter');

    const tree = await accessibilityTree(page);
    expect(tree).toContainEqual(expect.objectContaining({ role: 'form', name: en['letter.sign'] }));
    expect(tree).toContainEqual(expect.objectContaining({ role: 'alert', focused: true, live: 'assertive' }));
    expect(tree.filter(({ role, live }) => role === 'status' && live === 'polite').length).toBeGreaterThanOrEqual(2);
    const email = tree.find(({ name }) => name === en['form.email']);
    expect(email).toMatchObject({ role: 'textbox', invalid: 'true', required: true });
    expect(email?.description).toBe(
      `${en['form.email-hint']} ${en['form.wrong-email']}`.replace('write one', 'Write one'),
    );
    const groups = tree.filter(({ role }) => role === 'group').map(({ name }) => name);
    expect(groups).toEqual(expect.arrayContaining([en['form.kind'], en['form.person'], en['form.consents']]));
    expect(tree.some(({ name }) => name === en['form.honeypot'])).toBe(false);

    await tab();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(signer.email);
    await page.keyboard.press('Enter');
    await form.getByRole('heading', { name: en['sent.title'] }).waitFor();
    expect(await accessibilityTree(page)).toContainEqual(
      expect.objectContaining({ role: 'status', name: en['sent.title'], focused: true }),
    );
    await expectSigned(site, form, signer);
  });

  test('with a country and an address as people write and paste them', async ({ onTestFinished }) => {
    const { site } = world();
    const html = pageWithForm(site.stack.publicUrl, site.letter);
    const page = await site.visit(site.host.page({ html }), {}, onTestFinished);
    const form = formIn(page, site.letter);
    const signer = anOrganisation('+225 Women Traders');
    const posts = postsOf(page, site.letter);
    await fill(form, { ...signer, countryName: 'Korea' });
    await form.getByLabel(en['form.email']).fill(`\u200bTraders <${signer.email}>,`);
    await form.getByLabel(en['form.website']).fill('n/a');
    await send(form);
    await form.getByRole('alert').getByText(en['form.wrong-country-unclear']).waitFor();
    await form.getByLabel(en['form.country'], { exact: true }).fill('Atlantis');
    await form.getByLabel(en['form.name'], { exact: true }).focus();
    await form.getByText(en['form.wrong-country'], { exact: true }).waitFor();
    await form.getByLabel(en['form.country'], { exact: true }).fill('Ivory Coast');
    await send(form);
    await expectSigned(site, form, signer);
    expect(
      posts.map((post) => z.object({ organisation: z.unknown() }).parse(post.postDataJSON()).organisation),
    ).toEqual([{ name: '+225 Women Traders', website: 'n/a', country: 'CI' }]);
  });

  test('two elements, filled by the page, heard by the page, in another language', async ({ onTestFinished }) => {
    const { site, forPeople } = world();
    const {
      stack: { publicUrl },
      host,
    } = site;
    const html = plainPage(
      `<sign-on-form id="one" letter="${site.letter}"><h2 slot="title">Our title</h2><p slot="thanks">Merci!</p></sign-on-form>
       <script>
        const two = document.createElement('sign-on-form');
        two.letter = '${forPeople}';
        two.partner = '${partner}';
        document.currentScript.before(two);
        globalThis.heard = [];
        for (const what of ['ready', 'submit', 'accepted', 'error']) {
          addEventListener('signon:' + what, ({ type, detail }) => heard.push([type, detail]));
        }
       </script>${scriptTag(publicUrl)}`,
    );
    const page = await site.visit(`${host.page({ html })}?utm_source=news&secret=1`, {}, onTestFinished);
    const posted = postsOf(page, forPeople);
    const [one, two] = [formIn(page, site.letter), formIn(page, forPeople)];
    await one.getByRole('button', { name: en['form.submit'] }).waitFor();
    expect(await page.getByRole('heading', { name: 'Our title' }).isVisible()).toBe(true);
    await two.getByRole('button', { name: en['form.submit'] }).waitFor();
    expect(await two.getByLabel(en['form.attestation']).isVisible()).toBe(false);

    await one.getByLabel(en['form.role']).fill('Kept');
    await page.evaluate(`one.lang = 'de'`);
    const german = await messagesIn('de');
    await one.getByRole('button', { name: german['form.submit'] }).waitFor();
    // Typing continues without interruption.
    await page.keyboard.insertText(', too');
    expect(await one.getByLabel(german['form.role']).inputValue()).toBe('Kept, too');
    await page.evaluate(`one.lang = 'en'`);
    await one.getByRole('button', { name: en['form.submit'] }).waitFor();

    await send(two);
    await two.getByRole('alert').waitFor();
    await two.getByLabel(en['form.partner']).check();
    expect(await one.getByLabel(en['form.partner']).count()).toBe(0);
    const person = aPerson('Ada Between', { withheld: true });
    await fill(two, person);
    const organisation = anOrganisation('The Other Element');
    await fill(one, organisation);
    await send(one);
    await send(two);
    await expectSigned(site, two, person);
    await expectSigned(site, one, organisation);
    expect(posted[0]?.postDataJSON()).toMatchObject({
      partner,
      source: { page: page.url().split('?')[0], utm: { source: 'news' } },
      consents: { publication: false, updates: false, partner: true },
      wording: wordingFor('en'),
    });
    expect(await page.getByText('Merci!').isVisible()).toBe(true);

    const heard = z.array(z.tuple([z.string(), z.record(z.string(), z.string())])).parse(await page.evaluate('heard'));
    const of = (letter: string) => heard.filter(([, detail]) => detail['letter'] === letter).map(([type]) => type);
    expect(of(forPeople)).toEqual(['signon:ready', 'signon:error', 'signon:submit', 'signon:accepted']);
    expect(of(site.letter).slice(-2)).toEqual(['signon:submit', 'signon:accepted']);
    expect(JSON.stringify(heard)).not.toMatch(/Ada|signers\.example|Aru/);
  });
}

const node = z.object({
  ignored: z.boolean(),
  role: z.object({ value: z.string() }).optional(),
  name: z.object({ value: z.string() }).optional(),
  description: z.object({ value: z.string() }).optional(),
  properties: z.array(z.object({ name: z.string(), value: z.object({ value: z.unknown().optional() }) })).optional(),
});

/** Returns the page as assistive technology receives it. */
async function accessibilityTree(page: Page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = z.object({ nodes: z.array(node) }).parse(await session.send('Accessibility.getFullAXTree'));
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties = [] }) => {
      const has = (wanted: string) => properties.find((property) => property.name === wanted)?.value.value;
      const { value: said } = name ?? { value: '' };
      return {
        role: role?.value,
        name: said,
        description: description?.value,
        focused: has('focused'),
        invalid: has('invalid'),
        required: has('required'),
        live: has('live'),
      };
    });
}
