/** The buttons above the text: one tab stop, arrow keys inside (https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/). */
import { setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { LinkField } from './link.ts';
import { schema } from './schema.ts';

const { nodes, marks } = schema;

interface Tool {
  readonly name: string;
  readonly keys?: string;
  readonly run: Command;
  /** Whether the selection has it already; undefined for actions. */
  readonly isOn?: (state: EditorState) => boolean;
}

const isIn =
  (type: NodeType) =>
  ({ selection: { $from } }: EditorState): boolean =>
    Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth)).some((node) => node.type === type);

const hasMark =
  (name: 'strong' | 'emphasis' | 'link') =>
  ({ doc, selection: { from, to, $from, empty }, storedMarks }: EditorState): boolean =>
    empty ? marks[name].isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, marks[name]);

const list =
  (type: NodeType): Command =>
  (state, dispatch, view) =>
    isIn(type)(state) ? liftListItem(nodes.list_item)(state, dispatch, view) : wrapInList(type)(state, dispatch, view);

const heading: Command = (state, dispatch, view) =>
  setBlockType(isIn(nodes.heading)(state) ? nodes.paragraph : nodes.heading)(state, dispatch, view);

const tools = (link: LinkField): readonly Tool[] => [
  { name: 'Bold', keys: 'Ctrl+B', run: toggleMark(marks.strong), isOn: hasMark('strong') },
  { name: 'Italic', keys: 'Ctrl+I', run: toggleMark(marks.emphasis), isOn: hasMark('emphasis') },
  { name: 'Link', keys: 'Ctrl+K', run: link.open, isOn: hasMark('link') },
  { name: 'List', run: list(nodes.bullet_list), isOn: isIn(nodes.bullet_list) },
  { name: 'Numbers', run: list(nodes.ordered_list), isOn: isIn(nodes.ordered_list) },
  { name: 'Heading', run: heading, isOn: isIn(nodes.heading) },
  { name: 'Quote', run: wrapIn(nodes.blockquote), isOn: isIn(nodes.blockquote) },
  { name: 'Undo', keys: 'Ctrl+Z', run: undo },
  { name: 'Redo', keys: 'Ctrl+Y', run: redo },
];

export interface Toolbar {
  readonly bar: HTMLElement;
  /** Shows the formats of the selection. */
  readonly update: (state: EditorState) => void;
}

export function makeToolbar(view: () => EditorView, link: LinkField, controls: string): Toolbar {
  const bar = document.createElement('div');
  bar.className = 'tools';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Formatting');
  bar.setAttribute('aria-controls', controls);
  const buttons = tools(link).map((tool) => ({ ...tool, button: makeButton(tool, view) }));
  bar.append(...buttons.map(({ button }) => button));
  const all = buttons.map(({ button }) => button);
  const focusOn = (at: number) => {
    const next = all[(at + all.length) % all.length];
    for (const one of all) one.tabIndex = one === next ? 0 : -1;
    next?.focus();
  };
  for (const [at, one] of all.entries()) one.tabIndex = at === 0 ? 0 : -1;
  bar.addEventListener('keydown', (event) => {
    const at = all.findIndex((one) => one.matches(':focus'));
    const step = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    focusOn(step);
  });
  return {
    bar,
    update: (state) => {
      for (const { button, isOn, run } of buttons) {
        if (isOn) button.setAttribute('aria-pressed', String(isOn(state)));
        // Still in the tab order, so that the focus is not lost when there is nothing to undo.
        button.setAttribute('aria-disabled', String(!run(state)));
      }
    },
  };
}

function makeButton({ name, keys, run }: Tool, view: () => EditorView): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = name;
  if (keys) button.title = `${name} (${keys})`;
  // Keeps the selection in the text.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    const { state, dispatch } = view();
    const byKeyboard = document.activeElement === button;
    run(state, dispatch, view());
    if (!byKeyboard && name !== 'Link') view().focus();
  });
  return button;
}
