import type { FC } from 'hono/jsx';
import type { Letter, Signing } from '../../../shared/letter/letter.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { dayIn } from '../../../shared/text/texts.ts';
import { emptyForm, type FormState } from '../ui/fields.tsx';
import { SignForm } from './form.tsx';

export const FormOrNotice: FC<{
  letter: Letter;
  state: Signing;
  texts: Texts;
  /** The reader's language. */
  language: string;
  /** The language in which the letter was read. */
  textLanguage: string;
  /** In that language; shown when the page has nothing else. */
  title?: string | undefined;
  form?: FormState | undefined;
  /** Set when the page has nothing else. */
  alone?: boolean;
  /** With JavaScript `<sign-on-form>` replaces it; the page's policy has to allow that. */
  hasElement?: boolean;
}> = ({ letter, title, state, texts, language, textLanguage, form = emptyForm, alone = false, hasElement = false }) => {
  if (state === 'open')
    return <SignForm {...{ letter, title, language, textLanguage, texts, state: form, alone, hasElement }} />;
  return (
    <div class="card" id="sign">
      <p>{noticeFor(letter, state, texts)}</p>
    </div>
  );
};

function noticeFor(
  { deliveredOn, settings: { opens, timeZone = 'UTC' } }: Letter,
  state: Signing,
  texts: Texts,
): string {
  if (deliveredOn) return texts.text('letter.delivered', { date: texts.date(deliveredOn) });
  if (state === 'closed' || state === 'paused') return texts.text(`letter.${state}`);
  const when = opens ? ` ${texts.text('letter.opens', { date: texts.date(dayIn(opens, timeZone)) })}` : '';
  return texts.text('letter.not-yet') + when;
}
