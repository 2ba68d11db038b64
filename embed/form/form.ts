/** `<sign-on-form>`: what happens, from the first key to "look into your mailbox". */
import { direction } from '../../shared/text/language.ts';
import type { Texts } from '../../shared/text/messages.ts';
import { Refusal, readLetter } from '../api.ts';
import { type Child, h, show, tell } from '../dom.ts';
import type { Widget } from '../element.ts';
import { baseStyles } from '../styles.ts';
import { loadTexts } from '../texts.ts';
import { liveForm } from './live.ts';
import { hostedLink, notOpen } from './notices.ts';
import { formStyles } from './styles.ts';

export async function mount(widget: Widget): Promise<void> {
  const { host, letter: slug, signal } = widget;
  const texts = await loadTexts('form', host);
  if (!isSecureContext) return present(widget, texts, notice(texts.text('embed.insecure'), hostedLink(slug, texts)));
  let letter: Awaited<ReturnType<typeof readLetter>>;
  try {
    letter = await readLetter(widget, texts.language);
  } catch (error) {
    // There is no such letter, which is for the webmaster to know.
    if (error instanceof Refusal && error.status === 404) throw error;
    if (signal.aborted) return;
    present(widget, texts, ...(error instanceof Refusal ? refused(widget, texts, error) : unreachable(widget, texts)));
    return;
  }
  if (signal.aborted) return;
  if (letter.state !== 'open') {
    present(widget, texts, notOpen(letter, texts));
  } else {
    const kept = widget.root.querySelector('form');
    present(widget, texts, ...liveForm({ widget, letter, texts }, kept));
  }
  tell(host, 'ready', { letter: slug });
}

function present({ root }: Widget, { language }: Texts, ...children: Child[]): void {
  show(root, { language, direction: direction(language) }, baseStyles + formStyles, ...children);
}

function notice(text: string, ...children: Child[]): HTMLElement {
  return h('div', { part: 'notice' }, h('p', {}, text), h('p', {}, ...children));
}

/** This page may not show the form: the webmaster is told what to do, everybody else where else to sign. */
function refused({ host, letter }: Widget, texts: Texts, { problem, message }: Refusal): Child[] {
  console.error(`<sign-on-form letter="${letter}">: ${message}`);
  tell(host, 'error', { letter, reason: problem });
  return [notice(texts.text('embed.refused'), hostedLink(letter, texts))];
}

function unreachable(widget: Widget, texts: Texts): Child[] {
  tell(widget.host, 'error', { letter: widget.letter, reason: 'unreachable' });
  const again = h('button', { type: 'button', part: 'button' }, texts.text('embed.retry'));
  again.onclick = () => mount(widget);
  return [notice(texts.text('embed.unreachable'), hostedLink(widget.letter, texts)), h('p', {}, again)];
}
