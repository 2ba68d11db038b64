/** A draft, and below it the form to sign it as a test, for whoever has its preview link. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { currentVersion, type Letter, languagesOf } from '../../../shared/letter/letter.ts';
import { LetterBody, Offices } from '../../../shared/letter/letter-view.tsx';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { readText } from '../../../shared/letter/storage.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import type { ApiContext } from '../context.ts';
import { letterLanguage, readerLanguage } from '../page-language.ts';
import { PlainForm } from '../sign/form.tsx';
import { emptyForm, type FormState } from '../ui/fields.tsx';
import { formErrors } from '../ui/form-errors.tsx';
import { showPage } from '../ui/layout.tsx';
import { messagePage } from '../ui/message.tsx';

interface Shown {
  readonly form?: FormState;
  /** When the network may send another form. */
  readonly comeBackAt?: Date | undefined;
}

/** @param action where the form is sent */
export async function previewPage(
  c: Context,
  { store }: ApiContext,
  status: ContentfulStatusCode,
  letter: Letter,
  action: string,
  { form = emptyForm, comeBackAt }: Shown = {},
): Promise<Response> {
  const language = letterLanguage(c, letter);
  const chosen = form.values.get('language') ?? readerLanguage(c, letter);
  const [stored, texts] = await Promise.all([
    // Not from the cache: a draft changes from minute to minute while people agree on it.
    readText(store, letter.slug, currentVersion(letter), language),
    textsOf(letter, chosen),
  ]);
  if (!stored) return c.notFound();
  const others = languagesOf(letter).filter((other) => other !== language);
  const state = { values: form.values, errors: formErrors(form.errors, texts) };
  const isRefused = state.errors.length > 0 || comeBackAt !== undefined;
  const trouble = comeBackAt ? texts.text('form.network-cap-title') : texts.plural('form.errors', state.errors.length);
  return showPage(c, status, {
    title: isRefused ? `${trouble} — ${stored.text.title}` : stored.text.title,
    texts,
    look: letter,
    hidden: true,
    body: (
      <>
        <p class="card" role="note">
          {texts.text('preview.note')}
        </p>
        {others.length === 0 ? null : (
          <p>
            {others.map((other) => (
              <>
                <a href={`?lang=${other}`} hreflang={other} lang={other}>
                  {new Intl.DisplayNames([other], { type: 'language' }).of(other) ?? other}
                </a>{' '}
              </>
            ))}
          </p>
        )}
        <article class="sheet letter" lang={stored.text.language}>
          <LetterBody stored={stored} level={1} />
          <Offices offices={stored.text.convener.offices} texts={texts} language={stored.text.language} />
        </article>
        <div class="card" id="sign">
          <h2>{texts.text('test.title')}</h2>
          <p>{texts.text('test.note')}</p>
          {comeBackAt ? (
            <p class="alert" role="alert">
              {texts.text('form.network-cap', {
                moment: texts.time(comeBackAt.toISOString(), letter.settings.timeZone ?? 'UTC'),
              })}
            </p>
          ) : null}
          <PlainForm
            {...{ letter, texts, state }}
            language={chosen}
            textLanguage={language}
            elsewhere={{ action, button: 'test.title' }}
          />
        </div>
      </>
    ),
  });
}

/** The page after the form. */
export function testSentPage(c: Context, texts: Texts, letter: Letter, sender: string): Promise<Response> {
  return messagePage(c, 200, texts, {
    step: texts.text('sent.step'),
    title: texts.text('sent.title'),
    text: texts.text('sent.text', { sender }),
    look: letter,
    more: (
      <>
        <p>{texts.text('test.note')}</p>
        <p>{texts.text('sent.spam')}</p>
        <p>
          {texts.text('sent.code')}{' '}
          <a href={`/confirm?letter=${letter.slug}&language=${texts.language}`}>{texts.text('sent.type-code')}</a>
        </p>
      </>
    ),
  });
}
