/** The lines to copy into a page, and those that the playground itself shows. */
import { html } from 'hono/html';
import { textsFor } from '../../../shared/text/catalogue.ts';
import { type Choice, propertiesOf } from './choice.ts';

/** Origin of the elements, and the hash by which browsers check them. */
export interface Source {
  readonly publicUrl: string;
  /** Name of the file that is `v1.js` today, and its hash as browsers check it. */
  readonly file: string;
  readonly integrity: string;
}

/** @returns the element, with a link for readers without JavaScript */
export async function elementFor(choice: Choice, letter: string, { publicUrl }: Source): Promise<string> {
  const { view, partner, lang } = choice;
  const texts = await textsFor(lang ?? 'en');
  const pages = { form: '/form', count: '', list: '/signatories', letter: '' } as const;
  const query = new URLSearchParams({ ...(partner ? { partner } : {}), ...(lang ? { lang } : {}) }).toString();
  const href = `${publicUrl}/${letter}${pages[view]}${query && `?${query}`}`;
  const style = [...propertiesOf(choice)].map(([name, value]) => `${name}: ${value}`).join('; ');
  const attributes = Object.entries({ letter, partner, lang, style }).flatMap(([name, value]) =>
    value ? html` ${name}="${value}"` : [],
  );
  const link = texts.text(view === 'list' ? 'letter.all' : 'letter.sign');
  const element = await html`<sign-on-${view}${attributes}>
  <a href="${href}">${link}</a>
</sign-on-${view}>`;
  return element.toString();
}

/** @returns the script that defines the element */
export function scriptFor({ pin }: Choice, { publicUrl, file, integrity }: Source): string {
  const at = `${publicUrl}/embed/`;
  return pin
    ? `<script type="module" src="${at}${file}" integrity="${integrity}" crossorigin="anonymous"></script>`
    : `<script type="module" src="${at}v1.js"></script>`;
}
