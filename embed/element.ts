/** Base of all elements: attributes, a shadow root, and a life cycle that a page may end and begin again. */
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
  /** Replaces the content. It is in the reader's language unless another one is given. */
  readonly show: (css: string, children: readonly Child[], language?: string) => HTMLElement;
  /** Aborted when the element leaves the page or has to show something else. */
  readonly signal: AbortSignal;
}

export interface View {
  /** Fills the shadow root. Errors are logged for the webmaster, and people see the link inside the element. */
  mount(widget: Widget): Promise<void>;
}

const attributes = ['letter', 'partner', 'lang'] as const;

/**
 * Keeps keys of a field inside: to a page with single-key shortcuts, they come from an element that is not a field, and
 * letters would be lost to the shortcuts. Keys that leave a field, and those with a modifier, stay the page's.
 */
function keepInside(event: Event): void {
  if (!(event instanceof KeyboardEvent) || !(event.target instanceof Element)) return;
  const isThePages = /^(Escape|Tab|F\d+)$/.test(event.key) || ((event.ctrlKey || event.metaKey) && !event.altKey);
  if (!isThePages && event.target.matches('input,button,select,textarea')) event.stopPropagation();
}

/**
 * Defines an element, unless the page has it already: a page may load the script twice.
 *
 * @param keepsInput for elements with fields: they keep their content when removed and inserted again, and take part in
 *   a surrounding form
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
      // Shows the link inside the element until the view has loaded, and if it never does.
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

    /**
     * Waits until a caller has finished its changes, so that moving the element or setting three attributes renders it
     * once.
     */
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
      // Requests the view's data while the view itself is loading.
      const asked = [widget.messages, /count|news/.test(view) || !isSecureContext ? undefined : readLetter(widget)];
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
