/** Data of the form: the letter, the reader's language, and the element. */
import type { LetterBody } from '../../functions/public-api/answer-schemas.ts';
import type { Texts } from '../../shared/text/catalogue.ts';
import type { Widget } from '../element.ts';

/** @returns the plain HTML form inside the element on our own pages, for people without JavaScript */
export function plainForm(host: HTMLElement): HTMLFormElement | null {
  return host.querySelector('form');
}

export interface FormModel {
  readonly widget: Widget;
  readonly letter: LetterBody;
  readonly texts: Texts;
  /** Identifies the wording that is agreed to, where the letter has one. */
  readonly wording: string | undefined;
}
