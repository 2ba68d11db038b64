/** The form alone: in a frame on a partner's site, or returned with errors. */

import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Letter, Signing } from '../../../shared/letter/letter.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import type { LetterPartner } from '../../../shared/letter/partners.ts';
import { backArrow } from '../ui/arrow.ts';
import { ownFramesWithElement } from '../ui/csp.ts';
import { emptyForm, type FormState } from '../ui/fields.tsx';
import { formErrors } from '../ui/form-errors.tsx';
import { showPage } from '../ui/layout.tsx';
import { Logo } from '../ui/look.tsx';
import { FormOrNotice } from './form-or-notice.tsx';

interface ShownForm {
  readonly state?: Signing;
  /** The reader's language. */
  readonly language: string;
  /** The language in which the letter was read. */
  readonly textLanguage: string;
  /** The letter's title in that language. */
  readonly title: string;
  /** Values filled in already, and their errors, shown first. */
  readonly form?: FormState;
  /** The partner whose sites may show it in a frame. */
  readonly partner?: LetterPartner | undefined;
  /** Too many plain forms came from the network: nothing was stored, and it may send another one at this time. */
  readonly comeBackAt?: Date | undefined;
}

/** @returns a page with only the form */
export async function formPage(
  c: Context,
  status: ContentfulStatusCode,
  letter: Letter,
  { state = 'open', language, textLanguage, title: letterTitle, form = emptyForm, partner, comeBackAt }: ShownForm,
): Promise<Response> {
  const texts = await textsOf(letter, language);
  const shown = { ...form, errors: formErrors(form.errors, texts) };
  // Only the plain form can show typed values with their errors.
  const hasElement = state === 'open' && form.errors.length === 0 && comeBackAt === undefined;
  if (hasElement) c.header('content-security-policy', ownFramesWithElement);
  const hasErrors = shown.errors.length > 0 || comeBackAt !== undefined;
  const title = `${texts.label('letter.sign')}${letterTitle}`;
  const trouble = comeBackAt ? texts.text('form.network-cap-title') : texts.plural('form.errors', shown.errors.length);
  return showPage(c, status, {
    title: hasErrors ? `${trouble} — ${title}` : title,
    texts,
    hidden: true,
    look: letter,
    head: partner && (await framed(c, letter, partner, { hasElement })),
    bare: !hasErrors,
    body: (
      <>
        {hasErrors ? (
          <p>
            <a href={`/${letter.slug}`} target={partner && '_blank'}>
              {backArrow(texts)} {texts.text('list.back')}
            </a>
          </p>
        ) : null}
        <Logo letter={letter} organisation={letter.settings.privacy?.controller ?? letter.title} />
        {comeBackAt ? (
          <div class="alert" role="alert">
            <h2>{texts.text('form.network-cap-title')}</h2>
            <p>
              {texts.text('form.network-cap', {
                moment: texts.time(comeBackAt.toISOString(), letter.settings.timeZone ?? 'UTC'),
              })}
            </p>
          </div>
        ) : null}
        <FormOrNotice
          {...{ letter, title: letterTitle, state, texts, language, textLanguage, form: shown, hasElement }}
          alone
        />
      </>
    ),
  });
}

/** Lets the partner's sites frame the answer. @returns elements for its head. Loaded when a partner is named */
export async function framed(
  c: Context,
  { slug }: Letter,
  partner: LetterPartner,
  { hasElement = false } = {},
): Promise<Child> {
  const { allowFraming, HeightScript } = await import('../embed/framing.tsx');
  allowFraming(c, partner, { hasElement });
  return <HeightScript letter={slug} partner={partner} />;
}
