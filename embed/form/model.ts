/** What the form is about: the letter, the reader's language, and where it stands. */
import type { LetterBody } from '../../functions/public-api/description/schemas.ts';
import type { CoSignatoryKind } from '../../shared/letter/letter.ts';
import type { Texts } from '../../shared/text/messages.ts';
import type { Widget } from '../element.ts';

export interface FormModel {
  readonly widget: Widget;
  readonly letter: LetterBody;
  readonly texts: Texts;
}

/** @returns whether a co-signatory of that kind fills in the field, and must; undefined when it is none of theirs */
export function ruleOf({ letter }: Pick<FormModel, 'letter'>, name: string, kind: CoSignatoryKind) {
  return letter.fields.find((field) => field.name === name && field.kinds.includes(kind));
}
