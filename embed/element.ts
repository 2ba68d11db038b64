/** What all elements have in common: attributes, a shadow root, and a life that a page may end and begin again. */
import type { Messages } from '../shared/text/catalogue.ts';
import { readLetter } from './api.ts';
import { type Child, present } from './dom.ts';
import { languageFor, loadMessages, type ViewName } from './texts.ts';

/** One element in a page, as its view sees it. */
export interface Widget {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Slug of the letter. */
  readonly letter: string;
  readonly partner: string | undefined;
  /** The reader's language, and the strings in it. */
  readonly language: string;
  readonly messages: Promise<Messages>;
  /** Shows it in place of what was there. It is in the reader's language unless said otherwise. */
  readonly show: (css: string, children: readonly Child[], language?: string) => HTMLElement;
  /** Aborted when the element leaves the page or is to show something else. */
  readonly signal: AbortSignal;
}

export interface View {
  /** Fills the shadow root. What it throws is told to the webmaster, and people see the link that stands in the element. */
  mount(widget: Widget): Promise<void>;
}

const attributes = ['letter', 'partner', 'lang'] as const;

/**
 * A page with shortcuts on single keys would take letters from who types: to it the key goes to an element that is no
 * field. Keys that leave a field, and those with a modifier, stay the page's.
 */
function keepInside(event: Event): void {
  if (!(event instanceof KeyboardEvent) || !(event.target instanceof Element)) return;
  const isThePages = /^(Escape|Tab|F\d+)$/.test(event.key) || ((event.ctrlKey || event.metaKey) && !event.altKey);
  if (!isThePages && event.target.matches('input,button,select,textarea')) event.stopPropagation();
}

/**
 * Defines an element, unless the page has it already: a page may load the script twice.
 *
 * @param keepsInput people type into it: taken out of the page and put back it is as it was; it takes part in a form around it
 */
export function define(view: ViewName, load: () => Promise<View>, { keepsInput = false } = {}): void {
  const name = `sign-on-${view}`;
  if (customElements.get(name)) return;

  class SignOnElement extends HTMLElement {
    static readonly observedAttributes = attributes;
    static readonly formAssociated = keepsInput;

    readonly #root = this.attachShadow({ mode: 'open' });
    #shown: { what: string; life: AbortController } | undefined;

    constructor() {
      super();
      // Until the view is there, and if it never comes, the link inside the element is what people see.
      this.#root.append(document.createElement('slot'));
      for (const type of ['keydown', 'keypress', 'keyup']) this.#root.addEventListener(type, keepInside);
    }

    get letter(): string {
      return this.getAttribute('letter') ?? '';
    }
    set letter(slug: string) {
      this.setAttribute('letter', slug);
    }
    get partner(): string {
      return this.getAttribute('partner') ?? '';
    }
    set partner(id: string) {
      this.setAttribute('partner', id);
    }

    connectedCallback(): void {
      // A framework may have set these before the element was defined; then they hide the accessors.
      for (const name of ['letter', 'partner'] as const) {
        if (!Object.hasOwn(this, name)) continue;
        const value = this[name];
        Reflect.deleteProperty(this, name);
        this[name] = value;
      }
      this.#settle();
    }
    disconnectedCallback(): void {
      this.#settle();
    }
    attributeChangedCallback(): void {
      this.#settle();
    }
    formDisabledCallback(disabled: boolean): void {
      this.#root.querySelector('fieldset')?.toggleAttribute('disabled', disabled);
    }
    formResetCallback(): void {
      this.#root.querySelector('form')?.reset();
    }

    /** Looks at the element when whoever changes it is done: moving it, or setting three attributes, shows it once. */
    #settle(): void {
      queueMicrotask(() => {
        if (!this.isConnected) {
          if (!keepsInput) this.#end();
          return;
        }
        const what = attributes.map((name) => this.getAttribute(name)).join(' ');
        if (this.#shown?.what === what) return;
        this.#end();
        if (this.letter) this.#show(what);
      });
    }

    #end(): void {
      this.#shown?.life.abort();
      this.#shown = undefined;
    }

    async #show(what: string): Promise<void> {
      const life = new AbortController();
      this.#shown = { what, life };
      const language = languageFor(this);
      const widget: Widget = {
        host: this,
        root: this.#root,
        letter: this.letter,
        partner: this.partner || undefined,
        language,
        messages: loadMessages(view, language),
        show: (css, children, shown = language) => present(this.#root, shown, css, children),
        signal: life.signal,
      };
      // What the view will ask for is on its way while the view is.
      const asked = [widget.messages, view === 'count' || !isSecureContext ? undefined : readLetter(widget)];
      for (const early of asked) early?.catch(() => {});
      try {
        const { mount } = await load();
        if (!life.signal.aborted) await mount(widget);
      } catch (error) {
        if (life.signal.aborted) return;
        this.#root.replaceChildren(document.createElement('slot'));
        const again = () => {
          this.#end();
          this.#settle();
        };
        addEventListener('online', again, { once: true, signal: life.signal });
        console.error(`<${name} letter="${this.letter}"> cannot be shown:`, error);
      }
    }
  }
  customElements.define(name, SignOnElement);
}
