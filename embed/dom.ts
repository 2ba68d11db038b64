/** Making elements. What is written into them is text, never markup. */
import { direction } from '../shared/text/language.ts';
import { baseStyles } from './styles.ts';

export type Child = Node | string | undefined | false | readonly Child[];
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** @param attributes `true` is an attribute without a value; `false` and `undefined` are none */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...flat(children));
  return element;
}

function flat(children: readonly Child[]): (Node | string)[] {
  return children.flatMap((child) => {
    if (child === undefined || child === false) return [];
    return typeof child === 'string' || child instanceof Node ? [child] : flat(child);
  });
}

/** @returns a place that the page may fill, and what stands there when it does not */
export function slot(name: string, ...children: readonly Child[]): HTMLSlotElement {
  return h('slot', { name }, ...children);
}

/** Shows it in the shadow root, in place of what was there. */
export function present(root: ShadowRoot, language: string, css: string, children: readonly Child[]): HTMLElement {
  const dir = direction(language);
  const body = h('div', { class: 'root', part: 'root', lang: language, dir }, children);
  root.replaceChildren(...style(root, baseStyles + css), body);
  return body;
}

const sheets = new Map<string, CSSStyleSheet>();

/** A sheet of its own kind, not a `style` element: a strict content security policy has nothing against it. */
function style(root: ShadowRoot, css: string): Node[] {
  if (!('adoptedStyleSheets' in root)) return [h('style', {}, css)];
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  root.adoptedStyleSheets = [sheet];
  return [];
}

/** Says on the element itself what it shows, for the page's own styles. */
export function setState(host: HTMLElement, state: 'form' | 'accepted' | 'notice'): void {
  host.dataset['state'] = state;
}

/** Tells the page what happened. It says which letter, and nothing about people. */
export function tell(host: HTMLElement, what: 'ready' | 'submit' | 'accepted' | 'error', detail: object): void {
  host.dispatchEvent(new CustomEvent(`signon:${what}`, { bubbles: true, composed: true, detail }));
}
