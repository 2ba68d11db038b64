/**
 * A text editor over the field for a letter's text (decision 079). The field stays the form's: it gets Markdown with
 * each change, and nothing until somebody changes the text.
 */
import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { compileMarkdown } from '../../../../../shared/letter/markdown.ts';
import { blocksOf, documentOf } from './document.ts';
import { type LinkField, makeLinkField } from './link.ts';
import { cleanPasted } from './paste.ts';
import { schema } from './schema.ts';
import { makeToolbar } from './toolbar.ts';
import { writeMarkdown } from './write-markdown.ts';

for (const field of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-editor]')) startEditor(field);

function startEditor(field: HTMLTextAreaElement): void {
  const id = field.id;
  const label = document.querySelector<HTMLLabelElement>(`label[for="${id}"]`);
  const link = makeLinkField(() => view);
  const toolbar = makeToolbar(() => view, link, id);
  const place = document.createElement('div');
  place.className = 'editor';
  const read = () => stateOf(field.value, link);
  const view: EditorView = new EditorView(place, {
    state: read(),
    attributes: {
      id,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label?.textContent ?? '',
      ...(field.lang ? { lang: field.lang, dir: 'auto' } : {}),
      ...(field.getAttribute('aria-describedby') ? { 'aria-describedby': `${id}-keys` } : {}),
    },
    transformPastedHTML: cleanPasted,
    dispatchTransaction(change) {
      view.updateState(view.state.apply(change));
      toolbar.update(view.state);
      if (!change.docChanged) return;
      field.value = writeMarkdown(blocksOf(view.state.doc));
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
  });
  toolbar.update(view.state);
  // Errors link to the field by this id.
  field.id = `${id}-markdown`;
  label?.addEventListener('click', () => (field.hidden ? view.focus() : field.focus()));
  place.prepend(toolbar.bar, link.row);
  const hint = field.parentElement?.querySelector<HTMLElement>('.hint');
  if (hint) {
    hint.id = `${id}-keys`;
    hint.textContent = 'Press Tab to leave the text, or Alt and F10 to reach the buttons.';
  }
  place.addEventListener('keydown', (event) => {
    if (!event.altKey || event.key !== 'F10') return;
    event.preventDefault();
    toolbar.bar.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });
  field.before(place);
  field.hidden = true;
  field.before(switchTo(field, place, () => view.updateState(read())));
}

/** The source remains available for people who prefer it. */
function switchTo(field: HTMLTextAreaElement, place: HTMLElement, read: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain';
  button.textContent = 'Edit as Markdown';
  button.addEventListener('click', () => {
    const toSource = field.hidden;
    if (!toSource) read();
    field.hidden = !toSource;
    place.hidden = toSource;
    button.textContent = toSource ? 'Back to the editor' : 'Edit as Markdown';
    field.setAttribute('aria-label', 'Text in Markdown');
    if (toSource) field.focus();
  });
  return button;
}

function stateOf(markdown: string, link: LinkField): EditorState {
  const { nodes, marks } = schema;
  const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.line_break.create()).scrollIntoView());
    return true;
  });
  return EditorState.create({
    doc: documentOf(compileMarkdown(markdown)),
    plugins: [
      history(),
      keymap({
        'Mod-b': toggleMark(marks.strong),
        'Mod-i': toggleMark(marks.emphasis),
        'Mod-k': link.open,
        'Mod-z': undo,
        'Shift-Mod-z': redo,
        'Mod-y': redo,
        'Shift-Enter': lineBreak,
        Enter: splitListItem(nodes.list_item),
        'Mod-]': sinkListItem(nodes.list_item),
        'Mod-[': liftListItem(nodes.list_item),
      }),
      keymap(baseKeymap),
    ],
  });
}
