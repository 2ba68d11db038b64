/** The form alone: in a frame on a partner's site, or come back with something to mend. */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Letter, Signing } from '../../../shared/letter/letter.ts';
import { type Texts, textsFor } from '../../../shared/text/messages.ts';
import { emptyForm, type FormState } from './fields.tsx';
import { SignForm } from './form.tsx';
import { showPage } from './layout.tsx';

/** @param form what was sent and what is wrong with it; then the page is nothing but the form, errors first */
export function formPage(
  c: Context,
  status: ContentfulStatusCode,
  letter: Letter,
  { state = 'open', language, form }: { state?: Signing; language: string; form?: FormState },
): Promise<Response> {
  const texts = textsFor(language);
  const title = `${texts.text('letter.sign')}: ${letter.title}`;
  return showPage(c, status, {
    title: form ? `${texts.plural('form.errors', form.errors.length)} — ${title}` : title,
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
        <FormOrNotice {...{ letter, state, texts, language, form }} />
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
}> = ({ letter, state, texts, language, form = emptyForm }) => {
  if (state === 'open') return <SignForm letter={letter} language={language} texts={texts} state={form} />;
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
