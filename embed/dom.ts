/** Creates elements. Children that are strings become text, never markup. */
import { direction } from '../shared/text/language.ts';
import { baseStyles } from './styles.ts';

export type Child = Node | string | undefined | false | readonly Child[];
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** @param attributes `true` is an attribute without a value; `false` and `undefined` are omitted */
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

/** @returns a slot that the page may fill, with its default content */
export function slot(name: string, ...children: readonly Child[]): HTMLSlotElement {
  return h('slot', { name }, ...children);
}

/** Replaces the content of the shadow root. */
export function present(root: ShadowRoot, language: string, css: string, children: readonly Child[]): HTMLElement {
  const dir = direction(language);
  const body = h('div', { class: 'root', part: 'root', lang: language, dir }, children);
  root.replaceChildren(...style(root, baseStyles + css), body);
  return body;
}

const sheets = new Map<string, CSSStyleSheet>();

/** Adopts a constructed stylesheet, not a `style` element: a strict content security policy allows it. */
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

/** Shows the state as an attribute of the element itself, for the page's own styles. */
export function setState(host: HTMLElement, state: 'form' | 'accepted' | 'notice'): void {
  host.dataset['state'] = state;
}

/** Dispatches an event to the page. It names the letter, and contains nothing about people. */
export function dispatch(host: HTMLElement, what: 'ready' | 'submit' | 'accepted' | 'error', detail: object): void {
  host.dispatchEvent(new CustomEvent(`signon:${what}`, { bubbles: true, composed: true, detail }));
}
