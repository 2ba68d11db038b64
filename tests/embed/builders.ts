/**
 * The snippets of docs/embedding/guides.md for users of site builders, on pages that treat them as those products are
 * known to. The products themselves are not used here.
 */
import { expect, test } from 'vitest';
import { messagesIn } from '../../shared/text/catalogue.ts';
import { en } from '../../shared/text/languages/en.ts';
import { follow } from '../fixtures/browser.ts';
import { snippet } from '../system/browser/guide.ts';
import { aPerson, confirmationMail, fillIn } from '../system/browser/signer.ts';
import { example } from '../system/browser/site.ts';
import { expectSigned, fill, formIn, send } from './form.ts';
import { plainPage } from './pages.ts';
import type { Embedding } from './world.ts';

/** As `wpautop` and Drupal's `filter_autop` treat lines: paragraphs around, line breaks in between. */
const withParagraphs = (html: string) => `<p>${html.trim().replaceAll('\n', '<br />\n')}</p>`;

/** The remains after `wp_kses_post`: of the tags in our snippets it only knows links; text between tags stays. */
const afterKses = (html: string) => html.replaceAll(/<\/?(?!\/?a[\s>])[a-z][^>]*>/g, '');

/** Typical styles of themes, applied to all content. */
const theme = `<style>
  *, *::before, *::after { box-sizing: border-box }
  .entry-content > :where(:not(.alignleft)) { max-width: 40rem; margin-inline: auto !important }
  .entry-content :where(label, input, button, fieldset) { all: unset; float: left; font: 9px/1 fantasy !important }
  .entry-content a { text-decoration: line-through }
</style>`;

export function builders(world: () => Embedding): void {
  const read = (heading: string, language?: string) => snippet(world().site, 'embedding/guides', heading, language);
  const open = (body: string, head = '') => world().site.host.page({ html: plainPage(body, head) });
  const content = (body: string) => `<article class="post"><div class="entry-content">${body}</div></article>`;

  test('a block of WordPress, which leaves it unchanged', async ({ onTestFinished }) => {
    const { site } = world();
    const page = await site.visit(open(content(await read('WordPress')), theme), {}, onTestFinished);
    const form = formIn(page, example);
    const signer = aPerson('Willa Press');
    await fill(form, signer);
    await send(form);
    await expectSigned(site, form, signer);
  });

  test('the classic editor of WordPress, which makes paragraphs', async ({ onTestFinished }) => {
    const body = content(withParagraphs(await read('WordPress')));
    const page = await world().site.visit(open(body, theme), {}, onTestFinished);
    await formIn(page, example).getByRole('button', { name: en['form.submit'] }).waitFor();
    expect(await page.getByRole('link', { name: 'Sign the letter' }).isVisible()).toBe(false);
  });

  test('users of WordPress without unfiltered_html, who keep only the link', async ({ onTestFinished }) => {
    const body = content(afterKses(await read('WordPress')));
    expect(body).not.toMatch(/script|sign-on|iframe/);
    const page = await world().site.visit(open(body, theme), {}, onTestFinished);
    await follow(page.getByRole('link', { name: 'Sign the letter' }));
    await page.getByRole('heading', { level: 1, name: en['letter.sign'], exact: true }).waitFor();
    expect(page.url()).toContain('partner=valley-radio');
  });

  test('a text format of Drupal', async ({ onTestFinished }) => {
    const body = content(`<div class="clearfix text-formatted field">${withParagraphs(await read('Drupal'))}</div>`);
    const page = await world().site.visit(open(body, theme), {}, onTestFinished);
    await formIn(page, example).getByRole('button', { name: en['form.submit'] }).waitFor();
    await page.locator('sign-on-count b').waitFor();
  });

  test('Wix, in a frame of fixed height', async ({ onTestFinished }) => {
    const { site } = world();
    const address = (await read('Wix', 'text')).trim();
    const frame = `<div style="height: 500px; overflow: hidden"><iframe name="wix" width="100%" height="100%"
      title="Embedded content" src="${address}" sandbox="allow-scripts allow-forms allow-same-origin allow-popups"></iframe></div>`;
    const page = await site.visit(open(frame), {}, onTestFinished);
    const inside = page.frame('wix');
    if (!inside) return expect.unreachable('no frame');
    const signer = aPerson('Wanda Frame');
    await fillIn(inside, signer);
    await inside.getByText(en['sent.title']).waitFor();
    await confirmationMail(site, signer);
  });

  test('Squarespace, in French', async ({ onTestFinished }) => {
    const body = `<div class="sqs-block code-block"><div class="sqs-block-content">${await read('Squarespace')}</div></div>`;
    const page = await world().site.visit(open(body), {}, onTestFinished);
    const french = await messagesIn('fr');
    await formIn(page, example).getByRole('button', { name: french['form.submit'] }).waitFor();
  });
}
