/** What the form is about: the letter, the reader's language, and where it stands. */
import type { LetterBody } from '../../functions/public-api/answer-schemas.ts';
import type { Texts } from '../../shared/text/catalogue.ts';
import type { Widget } from '../element.ts';

/** @returns the form as plain HTML that stands inside the element on our own pages, for those without JavaScript */
export function plainForm(host: HTMLElement): HTMLFormElement | null {
  return host.querySelector('form');
}

export interface FormModel {
  readonly widget: Widget;
  readonly letter: LetterBody;
  readonly texts: Texts;
  /** By what the words are known that are agreed to, where the letter says so. */
  readonly wording: string | undefined;
}
