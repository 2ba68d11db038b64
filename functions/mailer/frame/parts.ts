/** What a mail is made of: written once, shown as plain text and as HTML. Words may hold isolated values. */
export type Part =
  | { readonly is: 'paragraph' | 'heading'; readonly words: string }
  /** The one thing to do: in plain text its address, in HTML a button with the address below. */
  | { readonly is: 'button'; readonly label: string; readonly href: string; readonly otherwise: string }
  /** An address on a line of its own, and what it is for. */
  | { readonly is: 'link'; readonly words: string; readonly href: string }
  /** What is to be typed, each on a line of its own. */
  | { readonly is: 'code'; readonly lines: readonly string[]; readonly code: string }
  | { readonly is: 'facts'; readonly words: string; readonly facts: readonly Fact[] }
  /** The end of a group. */
  | { readonly is: 'rule' };

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** For programs rather than people: it steps back. */
  readonly technical?: boolean;
}

export const paragraph = (words: string): Part => ({ is: 'paragraph', words });
export const link = (words: string, href: string): Part => ({ is: 'link', words, href });
