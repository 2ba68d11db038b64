/** Hostile pages: the form still appears, can be read, and signs. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../shared/text/languages/en.ts';
import type { HostPage } from '../system/browser/host.ts';
import { anOrganisation } from '../system/browser/signer.ts';
import { expectSigned, fill, formIn, send } from './form.ts';
import { formTag, pageWithForm, plainPage, scriptTag } from './pages.ts';
import type { Embedding } from './world.ts';

interface Host {
  readonly what: string;
  readonly page: (server: string, letter: string) => HostPage;
  /** Runs when the form is half filled in. */
  readonly meanwhile?: (page: Page) => Promise<unknown>;
  /** Workers are blocked: the proof is computed on the page's own thread. */
  readonly workers?: 0;
}

const styled = (css: string) => (server: string, letter: string) => ({
  html: plainPage(formTag(server, letter) + scriptTag(server), `<style>${css}</style>`),
});

const strict = (server: string) =>
  `default-src 'none'; script-src ${server}; style-src ${server}; connect-src ${server}; worker-src 'none'; ` +
  `require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'`;

export const hosts: readonly Host[] = [
  { what: 'that resets all styles', page: styled('* { all: unset }') },
  {
    what: 'that has styles of its own for forms and letters',
    page: styled(`form, input, button, fieldset, label { display: none !important; font-size: 3px !important }
      body { font: 0/0 serif; color: #fff; background: #fff; text-transform: uppercase; letter-spacing: 2em; text-align: right;
      white-space: nowrap; text-indent: -999px; cursor: none; word-spacing: 1em }`),
  },
  {
    what: 'with a strict policy and no workers',
    page: (server, letter) => ({
      html: pageWithForm(server, letter),
      headers: { 'content-security-policy': strict(server) },
    }),
    workers: 0,
  },
  {
    what: 'in quirks mode, inside its own form, with the script twice',
    page: (server, letter) => ({
      html: `<base href="https://elsewhere.example/"><form><table><tr><td>${formTag(server, letter)}</table></form>
        ${scriptTag(server)}<script type="module" src="${server}/embed/v1.js?again"></script>`,
    }),
  },
  {
    what: 'that takes the element out and puts it back',
    page: (server, letter) => ({
      html: plainPage(`<div id="a">${formTag(server, letter)}</div><div id="b"></div>${scriptTag(server)}`),
    }),
    meanwhile: async (page) => {
      await page.evaluate(`globalThis.kept = document.querySelector('sign-on-form'); kept.remove()`);
      await page.evaluate(`document.querySelector('#b').append(kept)`);
    },
  },
  {
    what: 'with shortcuts on single keys',
    page: (server, letter) => ({
      html: plainPage(
        `${formTag(server, letter)}${scriptTag(server)}<script>
          for (const type of ['keydown', 'keypress', 'keyup']) addEventListener(type, (event) => {
            const isField = event.target.matches?.('input, select, textarea, button');
            if (!isField && event.key.length === 1) event.preventDefault();
            if (event.key === 'Escape') document.documentElement.dataset.escaped = '';
          });
        </script>`,
      ),
    }),
    meanwhile: async (page) => {
      const role = page.locator('sign-on-form').getByLabel(en['form.role']);
      const box = page.locator('sign-on-form').getByLabel(en['form.updates']);
      await role.fill('');
      await role.pressSequentially('Director s/? k');
      expect(await role.inputValue()).toBe('Director s/? k');
      await role.fill('Director');
      await box.press('Space');
      expect(await box.isChecked()).toBe(true);
      // Events that bubble out of a field still belong to the page.
      await role.press('Escape');
      await page.locator('html[data-escaped]').waitFor();
    },
  },
  {
    what: 'that is isolated from other origins',
    page: (server, letter) => ({
      html: pageWithForm(server, letter),
      headers: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
    }),
  },
];

export function hostile(world: () => Embedding): void {
  test.for(hosts)('$what', async ({ what, page: hostPage, meanwhile, workers }, { onTestFinished }) => {
    const { site } = world();
    const {
      stack: { publicUrl },
      host,
    } = site;
    const page = await site.visit(host.page(hostPage(publicUrl, site.letter)), {}, onTestFinished);
    const proofs: unknown[] = [];
    const started: string[] = [];
    const asked = new Set<string>();
    page.on('worker', (worker) => started.push(worker.url()));
    page.on('request', (request) => {
      asked.add(new URL(request.url()).origin);
      if (request.method() === 'POST') proofs.push(request.postDataJSON().proof);
    });
    const form = formIn(page, site.letter);
    const signer = anOrganisation(`A page ${what}`);
    await form.getByLabel(en['form.role']).fill('Director');
    await meanwhile?.(page);
    expect(await form.getByLabel(en['form.role']).inputValue()).toBe('Director');
    await expectReadable(page);
    await fill(form, signer);
    await send(form);
    await expectSigned(site, form, signer);
    expect(proofs).toEqual([expect.stringMatching(/^ey/)]);
    expect(started).toHaveLength(workers ?? 1);
    // No other site receives a request, and nothing is stored.
    expect([...asked].filter((origin) => ![publicUrl, host.origin, 'null'].includes(origin))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, '']);
  });
}

/** Large enough to read and press, with the text as written. */
async function expectReadable(page: Page): Promise<void> {
  const form = page.locator('sign-on-form');
  const field = await form.getByLabel(en['form.email']).boundingBox();
  expect(field?.width).toBeGreaterThan(200);
  expect(field?.height).toBeGreaterThanOrEqual(40);
  const label = form.locator('label', { hasText: en['form.email'] });
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not what is written
  expect(await label.innerText()).toBe(en['form.email']);
  expect((await label.boundingBox())?.height).toBeLessThan(40);
  const looks: unknown = await page.evaluate(`(() => {
    const label = document.querySelector('sign-on-form').shadowRoot.querySelector('label');
    const { fontSize, textIndent, letterSpacing, color } = getComputedStyle(label);
    return [parseFloat(fontSize) >= 14, textIndent, letterSpacing, color];
  })()`);
  expect(looks).toEqual([true, '0px', 'normal', 'rgb(29, 33, 38)']);
}
