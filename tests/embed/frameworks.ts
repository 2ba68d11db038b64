/** The components of docs/embedding/guides.md, built with the real React and the real Vue. */
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { type ExpectStatic, test } from 'vitest';
import { compileScript, parse } from 'vue/compiler-sfc';
import * as z from 'zod';
import { en } from '../../shared/text/languages/en.ts';
import { snippet } from '../system/browser/guide.ts';
import { aPerson } from '../system/browser/signer.ts';
import { example } from '../system/browser/site.ts';
import { fill, formIn, send } from './form.ts';
import { plainPage } from './pages.ts';
import type { Embedding } from './world.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export function frameworks(world: () => Embedding): void {
  const read = (heading: string, language: string) => snippet(world().site, 'embedding/guides', heading, language);

  test('React', async ({ expect, onTestFinished }) => {
    const app = `
      import { createRoot } from 'react-dom/client';
      import { Petition } from 'petition';
      const root = createRoot(document.querySelector('#app'));
      globalThis.show = (letter) => root.render(letter && <Petition letter={letter} />);`;
    await tryApp(world(), await bundle(app, await read('React', 'jsx')), '', expect, onTestFinished);
  });

  test('Vue', async ({ expect, onTestFinished }) => {
    const config = await bundle(
      `export { default } from 'petition';`,
      (await read('Vue', 'js')).replace(/import vue .*/, 'const vue = (options) => options;'),
    );
    const configured: unknown = await import(`data:text/javascript,${encodeURIComponent(config)}`);
    const { compilerOptions } = viteConfig.parse(configured).default.plugins[0].template;
    const { descriptor } = parse(await read('Vue', 'vue'));
    const { content } = compileScript(descriptor, {
      id: 'petition',
      inlineTemplate: true,
      templateOptions: { compilerOptions },
    });
    const app = `
      import { createApp, h, ref } from 'vue';
      import Petition from 'petition';
      const shown = ref('');
      createApp(() => (shown.value ? h(Petition, { letter: shown.value }) : null)).mount('#app');
      globalThis.show = (letter) => { shown.value = letter; };`;
    await tryApp(world(), await bundle(app, content), await read('Vue', 'html'), expect, onTestFinished);
  });
}

const isCustomElement = z.custom<(tag: string) => boolean>((value) => typeof value === 'function');
const viteConfig = z.object({
  default: z.object({
    plugins: z.tuple([z.object({ template: z.object({ compilerOptions: z.object({ isCustomElement }) }) })]),
  }),
});

/**
 * The app shows the component, passes it another letter, removes it, and shows it again; the component hears of
 * signatures.
 */
async function tryApp(
  { site, forPeople }: Embedding,
  script: string,
  head: string,
  expect: ExpectStatic,
  whenDone: (close: () => Promise<void>) => void,
): Promise<void> {
  const html = plainPage(`<div id="app"></div><script type="module">${script}</script>`, head);
  const page = await site.visit('about:blank', {}, whenDone);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (said) => {
    if (['error', 'warning'].includes(said.type())) complaints.push(said.text());
  });
  await page.goto(site.host.page({ html }));
  const form = formIn(page, example);
  const show = (letter: string) => page.evaluate(`show('${letter}')`);
  // This partner's site is not registered for that letter.
  await show(forPeople);
  await formIn(page, forPeople).getByText(en['embed.refused']).waitFor();
  complaints.length = 0;
  await show(example);
  await form.getByRole('button', { name: en['form.submit'] }).waitFor();
  await show('');
  await expect.poll(() => page.locator('sign-on-form').count()).toBe(0);
  await show(example);
  await fill(form, aPerson('Appia Framework'));
  await send(form);
  await page.getByText('Thank you. Tell others, too.').waitFor();
  expect(complaints).toEqual([]);
}

/** @returns the app with `petition` in place, as one script */
async function bundle(app: string, petition: string): Promise<string> {
  const component: Plugin = {
    name: 'petition',
    setup(into) {
      into.onResolve({ filter: /^petition$/ }, () => ({ path: 'petition', namespace: 'guide' }));
      into.onLoad({ filter: /.*/, namespace: 'guide' }, () => ({
        contents: petition,
        loader: 'jsx',
        resolveDir: root,
      }));
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: app, loader: 'jsx', resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'react',
    tsconfigRaw: {},
    plugins: [component],
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  });
  return z.string().parse(outputFiles[0]?.text);
}
