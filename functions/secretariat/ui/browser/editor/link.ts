/** The field for the address of a link, under the buttons. */
import { toggleMark } from 'prosemirror-commands';
import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { linkAddress, schema } from './schema.ts';

const { link } = schema.marks;

export interface LinkField {
  readonly row: HTMLElement;
  /** Opens the field for the selected words. */
  readonly open: Command;
}

export function makeLinkField(view: () => EditorView): LinkField {
  const row = document.createElement('div');
  row.className = 'row linking';
  row.hidden = true;
  row.innerHTML = `<div class="field"><label for="link-address">Address of the link</label>
    <span class="wrong" id="link-wrong" hidden>Enter a web address, such as example.org, or an email address.</span>
    <input id="link-address" type="text" inputmode="url" autocomplete="off" aria-describedby="link-wrong"></div>
    <button type="button" class="quiet">Set link</button><button type="button" class="plain">Remove link</button>`;
  const field = row.querySelector('input');
  const wrong = row.querySelector<HTMLElement>('.wrong');
  const [set, remove] = row.querySelectorAll('button');
  if (!field || !wrong || !set || !remove) throw new Error('the field for links is incomplete');
  const close = () => {
    row.hidden = true;
    view().focus();
  };
  const apply = () => {
    const href = linkAddress(field.value);
    wrong.hidden = href !== undefined;
    field.toggleAttribute('aria-invalid', href === undefined);
    if (href === undefined) return field.focus();
    const { state } = view();
    const { from, to, empty } = state.selection;
    const change = state.tr;
    if (empty) change.insert(from, schema.text(field.value.trim(), [link.create({ href })]));
    else change.removeMark(from, to, link).addMark(from, to, link.create({ href }));
    view().dispatch(change);
    close();
  };
  set.addEventListener('click', apply);
  remove.addEventListener('click', () => {
    toggleMark(link, null, { removeWhenPresent: true })(view().state, (change) => {
      const { from, to } = view().state.selection;
      view().dispatch(change.removeMark(from, to, link));
    });
    close();
  });
  row.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    if (event.key !== 'Enter' || event.target !== field) return;
    // Not the form around it.
    event.preventDefault();
    apply();
  });
  const open: Command = (state, dispatch) => {
    if (!dispatch) return true;
    const { $from, from, to } = state.selection;
    let known = link.isInSet($from.marks());
    state.doc.nodesBetween(from, to, (node) => {
      known ??= link.isInSet(node.marks);
    });
    const href: unknown = known?.attrs['href'];
    field.value = typeof href === 'string' ? href : '';
    wrong.hidden = true;
    row.hidden = false;
    field.focus();
    return true;
  };
  return { row, open };
}
