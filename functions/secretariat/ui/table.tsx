/** Tables of the console's pages. */
import type { Child } from 'hono/jsx';

/** The heading of a column; a column of numbers is aligned to the right. */
export type Column = string | { readonly number: string };

interface TableProps {
  /** For screen readers, and for the keyboard, which scrolls a table that is wider than the screen. */
  readonly label: string;
  readonly columns: readonly Column[];
  readonly caption?: string | undefined;
  /** Inside of a card already. */
  readonly plain?: boolean;
  /**
   * On a phone each row becomes a block, without the headings: a cell that is unclear without its own has it as
   * `data-label`.
   */
  readonly stacks?: boolean;
  /** The rows. */
  readonly children: Child;
}

export function Table({ label, columns, caption, plain = false, stacks = false, children }: TableProps) {
  return (
    <section class={plain ? 'scroll' : 'scroll card'} tabindex={0} aria-label={label}>
      <table class={stacks ? 'stacks' : undefined}>
        {caption === undefined ? null : <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map((column) =>
              typeof column === 'string' ? (
                <th scope="col">{column}</th>
              ) : (
                <th scope="col" class="number">
                  {column.number}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
