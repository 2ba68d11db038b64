/** The pages of a letter that follows, for people with the link from its mail. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { makeSignatureId } from '../../../shared/ids.ts';
import { languagesOf, signing } from '../../../shared/letter/letter.ts';
import { LetterBody } from '../../../shared/letter/letter-view.tsx';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { versionShownIn } from '../../../shared/letter/shown-version.ts';
import type { FieldError } from '../../../shared/platform/http/problem.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { typedValues } from '../../../shared/signature/typed-fields.ts';
import { bestLanguage } from '../../../shared/text/language.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { titleReadBy } from '../letter-title.ts';
import { pageTexts } from '../page-language.ts';
import { PlainForm } from '../sign/form.tsx';
import { FormOrNotice } from '../sign/form-or-notice.tsx';
import { formErrors } from '../ui/form-errors.tsx';
import { showPage } from '../ui/layout.tsx';
import { messagePage } from '../ui/message.tsx';

/** A form that was sent and not accepted. */
interface SentForm {
  readonly values: ReadonlyMap<string, string>;
  readonly errors: readonly FieldError[];
  readonly press?: string;
  /** When the network may send another form. */
  readonly comeBackAt?: Date;
}

/**
 * Shows the letter, and below it the form with the data of the signature. Attestation and consents are not filled in:
 * people give them again for this letter.
 */
export async function followPage(
  c: Context,
  api: ApiContext,
  status: ContentfulStatusCode,
  { letter, record }: { letter: PublicLetter; record: SignatureRecord },
  sent?: SentForm,
): Promise<Response> {
  const { language } = record;
  const textLanguage = bestLanguage([language], languagesOf(letter), letter.language);
  const [texts, stored, earlier] = await Promise.all([
    textsOf(letter, language),
    api.letters.text(letter.slug, versionShownIn(letter, textLanguage), textLanguage),
    api.letters.find(record.letter).then((found) => titleReadBy(api, found, record)),
  ]);
  if (!stored) return unusablePage(c, letter);
  const errors = formErrors(sent?.errors ?? [], texts);
  const state = { values: sent?.values ?? valuesOf(record, letter), errors };
  const now = letter.paused.signing ? 'paused' : signing(letter, api.now());
  const press = sent?.press ?? makeSignatureId();
  const filledIn = { press, emailHint: 'follow.email-hint' } as const;
  const elsewhere = { action: c.req.path, button: 'letter.sign', filledIn } as const;
  return showPage(c, status, {
    title: `${texts.label('letter.sign')}${stored.text.title}`,
    texts,
    look: letter,
    hidden: true,
    body: (
      <>
        <article class="sheet letter">
          <LetterBody stored={stored} />
        </article>
        {now === 'open' ? (
          <div class="card" id="sign">
            <h2>{texts.text('letter.sign')}</h2>
            <p>{texts.text('follow.text', { title: earlier })}</p>
            {sent?.comeBackAt ? (
              <p class="alert" role="alert">
                {texts.text('form.network-cap', {
                  moment: texts.time(sent.comeBackAt.toISOString(), letter.settings.timeZone ?? 'UTC'),
                })}
              </p>
            ) : null}
            <PlainForm {...{ letter, language, textLanguage, texts, state, elsewhere }} />
          </div>
        ) : (
          <FormOrNotice {...{ letter, texts, language, textLanguage }} state={now} />
        )}
      </>
    ),
  });
}

/** @returns the values of the form, by the names of its fields */
function valuesOf(record: SignatureRecord, { settings: { accepts } }: PublicLetter): ReadonlyMap<string, string> {
  const values: [string, string | undefined][] = [
    ['kind', accepts.includes(record.kind) ? record.kind : undefined],
    ...typedValues(record),
    ['display', record.display],
  ];
  return new Map(values.flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

/** For a link that cannot be used. Status 200, because a mail scanner that gets an error may remove the link. */
export async function unusablePage(c: Context, letter: PublicLetter | undefined): Promise<Response> {
  const texts = await pageTexts(c);
  return messagePage(c, 200, texts, {
    title: texts.text('confirm.unknown-title'),
    text: texts.text('arrived.unusable'),
    look: letter,
    more: letter ? (
      <p>
        <a class="button" href={`/${letter.slug}`}>
          {texts.text('confirm.to-letter')}
        </a>
      </p>
    ) : undefined,
  });
}
