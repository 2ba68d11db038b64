/** The form alone: in a frame on a partner's site, or come back with something to mend. */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Letter, Signing } from '../../../shared/letter/letter.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import type { Texts } from '../../../shared/text/messages.ts';
import { emptyForm, type FormState } from './fields.tsx';
import { SignForm } from './form.tsx';
import { formErrors } from './form-errors.tsx';
import { showPage } from './layout.tsx';

/** @param form what was sent and what is wrong with it; then the page is nothing but the form, errors first */
export async function formPage(
  c: Context,
  status: ContentfulStatusCode,
  letter: Letter,
  { state = 'open', language, form }: { state?: Signing; language: string; form?: FormState },
): Promise<Response> {
  const texts = await textsOf(letter, language);
  const shown = form && { ...form, errors: formErrors(form.errors, texts) };
  const title = `${texts.label('letter.sign')}${letter.title}`;
  return showPage(c, status, {
    title: shown ? `${texts.plural('form.errors', shown.errors.length)} — ${title}` : title,
    texts,
    hidden: true,
    bare: form === undefined,
    body: (
      <>
        {form ? (
          <p>
            <a href={`/${letter.slug}`}>← {texts.text('list.back')}</a>
          </p>
        ) : null}
        <FormOrNotice {...{ letter, state, texts, language, form: shown }} alone />
      </>
    ),
  });
}

export const FormOrNotice: FC<{
  letter: Letter;
  state: Signing;
  texts: Texts;
  language: string;
  form?: FormState | undefined;
  /** The form is all that the page has. */
  alone?: boolean;
}> = ({ letter, state, texts, language, form = emptyForm, alone = false }) => {
  if (state === 'open')
    return <SignForm letter={letter} language={language} texts={texts} state={form} alone={alone} />;
  const { opens } = letter.settings;
  return (
    <div class="card" id="sign">
      <p>
        {texts.text(state === 'closed' ? 'letter.closed' : 'letter.not-yet')}{' '}
        {state === 'not-yet' && opens ? texts.text('letter.opens', { date: texts.date(opens) }) : null}
      </p>
    </div>
  );
};
