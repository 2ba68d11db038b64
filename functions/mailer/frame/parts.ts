import type { Block } from '../../../shared/letter/blocks.ts';

/** Parts of a mail: written once, rendered as plain text and as HTML. Words may contain isolated values. */
export type Part =
  | { readonly is: 'heading'; readonly words: string }
  | { readonly is: 'paragraph'; readonly words: string; readonly small?: true }
  /** Words typed in lines, such as a salutation or an address. */
  | { readonly is: 'lines'; readonly lines: readonly string[] }
  /** The main action: an address in plain text; in HTML a button with the address below. */
  | { readonly is: 'button'; readonly label: string; readonly href: string; readonly otherwise: string }
  /** An address on a line of its own, and its purpose. */
  | { readonly is: 'link'; readonly words: string; readonly href: string; readonly small?: true }
  /** To type. */
  | { readonly is: 'code'; readonly code: string }
  | { readonly is: 'facts'; readonly words: string; readonly facts: readonly Fact[] }
  /** Text that the secretariat wrote in Markdown, in a language of its own. */
  | { readonly is: 'text'; readonly blocks: readonly Block[]; readonly language: string }
  /** The end of a group. */
  | { readonly is: 'rule' };

export interface Fact {
  readonly name: string;
  readonly value: string;
}

export const paragraph = (words: string): Part => ({ is: 'paragraph', words });
export const link = (words: string, href: string): Part => ({ is: 'link', words, href });
/** Text beside the main message of a mail: smaller in HTML. */
export const smallPrint = (words: string): Part => ({ is: 'paragraph', words, small: true });
export const smallLink = (words: string, href: string): Part => ({ is: 'link', words, href, small: true });
