/** `<sign-on-form>`: the whole process, from the first key to the request to check one's mailbox. */
import type { Texts } from '../../shared/text/catalogue.ts';
import { Refusal, readLetter } from '../api.ts';
import { type Child, dispatch, h, setState } from '../dom.ts';
import type { Widget } from '../element.ts';
import { logo, lookStyles } from '../look.ts';
import { isLetterIn, textsOf } from '../texts.ts';
import { layOutForm } from './layout.ts';
import { type FormModel, plainForm } from './model.ts';
import { closedNotice, hostedLink } from './notices.ts';
import { formStyles } from './styles.ts';

/** @returns the value or the reason of the failure; it never throws */
async function settle<Value>(promise: Promise<Value>): Promise<{ value?: Value; reason?: unknown }> {
  return promise.then(
    (value) => ({ value }),
    (reason: unknown) => ({ reason }),
  );
}

export async function mount(widget: Widget): Promise<void> {
  const { host, letter: slug, signal } = widget;
  const plain = plainForm(host);
  let look = '';
  const show = (state: 'form' | 'notice', ...children: Child[]) => {
    setState(host, state);
    widget.show(formStyles + look, children);
  };
  if (!isSecureContext) {
    if (plain) return;
    const texts = await textsOf(widget);
    show('notice', notice(texts.text('embed.insecure'), hostedLink(slug, texts)));
    return;
  }
  const { value: letter, reason: error } = await settle(readLetter(widget));
  const texts = await textsOf(widget, letter);
  if (!letter) {
    // There is no such letter: the webmaster has to correct it.
    if (error instanceof Refusal && error.status === 404) throw error;
    // The plain form of our own page works without the data that could not be loaded.
    if (signal.aborted || plain) return;
    show('notice', error instanceof Refusal ? refused(widget, texts, error) : unreachable(widget, texts));
    return;
  }
  if (signal.aborted) return;
  if (letter.state !== 'open') {
    show('notice', closedNotice(letter, texts));
  } else {
    // Identifies the accepted wording by the letter's own version, where that was shown; otherwise the language does.
    const wording = isLetterIn(letter, widget.language) ? letter.wording : undefined;
    const { root } = widget;
    const restoreFocus = focusRestorer(root, root.activeElement ?? plain?.querySelector(':focus'));
    const room = plain?.getBoundingClientRect().height;
    look = lookStyles(letter);
    show('form', logo(letter), ...openForm({ widget, letter, texts, wording }, root.querySelector('form') ?? plain));
    restoreFocus();
    if (room) keepRoom(host, room, signal);
    // Without it, the page shows the letter's time zone.
    if (plain)
      import('../own-page.ts').then(
        ({ showLocalDeadline }) => showLocalDeadline(texts),
        () => {},
      );
  }
  dispatch(host, 'ready', { letter: slug });
}

/** Gives the form the height of the plain one until somebody uses it, so that nothing below moves. */
function keepRoom(host: HTMLElement, height: number, signal: AbortSignal): void {
  const { style } = host;
  style.minHeight = `${height}px`;
  const release = () => {
    style.minHeight = '';
  };
  host.addEventListener('focusin', release, { once: true, signal });
}

function notice(text: string, ...children: Child[]): HTMLElement {
  return h('div', { part: 'notice' }, h('p', {}, text), h('p', {}, ...children));
}

/**
 * The form can be filled in at once; its behaviour is loaded when the focus enters it.
 *
 * @param kept the form that was shown before, in another language or as plain HTML: its content is carried over
 */
function openForm(model: FormModel, kept: HTMLFormElement | null): HTMLElement[] {
  const parts = layOutForm(model);
  const { form, state } = parts;
  const after = h('div');
  if (kept) carryOver(kept, form);
  let live: Promise<() => void> | undefined;
  let tries = 0;
  const load = async () => {
    // Chromium remembers that a module failed to load, and requests it again only by another name.
    const { activateForm }: typeof import('./live.ts') = await import(
      new URL(`${LIVE}?${tries}`, import.meta.url).href
    );
    return activateForm(model, parts, after);
  };
  const activate = () => {
    live ??= load();
    // If the network fails, the next action tries again.
    live.catch(() => {
      live = undefined;
      tries += 1;
    });
    return live;
  };
  form.addEventListener('focusin', () => void activate().catch(() => {}));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      (await activate())();
    } catch {
      state.textContent = model.texts.text('embed.offline');
    }
  });
  return [form, after];
}

/** Copies the content of one form into another. */
function carryOver(from: HTMLFormElement, to: HTMLFormElement): void {
  const typed = new FormData(from);
  for (const field of to.querySelectorAll('input')) {
    if (field.type === 'checkbox') field.checked = typed.has(field.name);
    else if (field.type === 'radio') field.checked = typed.get(field.name) === field.value;
    else field.value = chosenIn(from, field.name) ?? String(typed.get(field.name) ?? '');
  }
}

/** @returns the text of the chosen option in a list of the plain form */
function chosenIn(form: HTMLFormElement, name: string): string | undefined {
  const list = form.elements.namedItem(name);
  if (!(list instanceof HTMLSelectElement)) return undefined;
  return list.value && list.selectedOptions[0]?.text;
}

/** @returns a function that restores the focus of this field in the new form: somebody may be typing */
function focusRestorer(root: ShadowRoot, field: Element | null | undefined): () => void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return () => {};
  const one = field.type === 'radio' ? `[value="${field.value}"]` : '';
  return () =>
    root.querySelector<HTMLInputElement>(`input[name="${field.name}"]${one}`)?.focus({ preventScroll: true });
}

/**
 * This page may not show the form: the console tells the webmaster what to do, and everybody else gets a link to sign
 * elsewhere.
 */
function refused({ host, letter }: Widget, texts: Texts, { problem, message }: Refusal): Child[] {
  console.error(`<sign-on-form letter="${letter}">: ${message}`);
  dispatch(host, 'error', { letter, reason: problem });
  return [notice(texts.text('embed.refused'), hostedLink(letter, texts))];
}

function unreachable(widget: Widget, texts: Texts): Child[] {
  dispatch(widget.host, 'error', { letter: widget.letter, reason: 'unreachable' });
  const again = h('button', { type: 'button', part: 'button' }, texts.text('embed.retry'));
  again.onclick = () => mount(widget);
  return [notice(texts.text('embed.unreachable'), hostedLink(widget.letter, texts)), h('p', {}, again)];
}
