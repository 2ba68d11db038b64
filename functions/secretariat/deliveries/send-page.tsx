/** The form with which a delivery is sent, and the preview that asks once. */
import type { Context } from 'hono';
import { findFile } from '../../../shared/delivery/delivery.ts';
import { maxAddressees, maxAttached } from '../../../shared/handover/handover.ts';
import type { SendRequest } from '../../../shared/handover/send-request.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { direction } from '../../../shared/text/language.ts';
import type { PageVisit } from '../guard.ts';
import { Facts } from '../ui/components.tsx';
import { ErrorSummary, Field, type Filled, Hidden, Select, TextField } from '../ui/field.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { documentLanguages, type LetterAndDelivery } from './delivery-in-path.ts';
import { emailField } from './send-fields.ts';
import { languageName, sizeWords } from './words.ts';

interface Shown extends LetterAndDelivery {
  readonly visit: PageVisit;
  readonly text: LetterText;
  readonly form: Filled;
}

export function sendPage(c: Context, shown: Shown): Promise<Response> {
  const { visit, letter, delivery, text, form } = shown;
  const base = `/console/letters/${letter.slug}/deliveries/${delivery.id}`;
  const languages = documentLanguages(shown);
  const { language = letter.language } = form.values;
  return showPage(c, form.errors.size > 0 ? 422 : 200, {
    title: `Send delivery no. ${delivery.number}`,
    visit,
    letter,
    body: (
      <>
        <ErrorSummary errors={form.errors} title="Nothing was sent yet" />
        <form method="post" action={`${base}/send`} class="card" novalidate={true}>
          <Csrf token={visit.csrf} />
          <fieldset>
            <legend>Addressees</legend>
            {text.addressees.map(({ name }, place) => (
              <Field
                name={emailField(place)}
                label={name}
                hint="An email address. Leave it empty to send it to the others only."
                type="email"
                form={form}
              />
            ))}
            <TextField
              name="others"
              label="Others"
              hint={`One on each line: a name, a comma and an email address, such as “Office of the Mayor, office@town.example”. At most ${maxAddressees} addressees in all.`}
              form={form}
            />
            <Field
              name="copyTo"
              label="Copy to"
              hint="Your own address. Leave it empty for no copy."
              type="email"
              form={form}
            />
          </fieldset>
          <fieldset>
            <legend>The email</legend>
            {languages.length > 1 ? (
              <Select
                name="language"
                label="Language of the document"
                form={form}
                options={languages.map((one) => [
                  one,
                  `${languageName(one)}${one === letter.language ? ' (official)' : ''}`,
                ])}
              />
            ) : (
              <input type="hidden" name="language" value={language} />
            )}
            <Field name="subject" label="Subject" form={form} lang={language} required />
            <TextField
              name="note"
              label="Cover note"
              hint="What the letter is about and what you ask for. The document, and the link to confirm receipt, follow below it."
              form={form}
              lang={language}
              rows={14}
            />
          </fieldset>
          <button type="submit" name="do" value="preview">
            Preview
          </button>
          <p class="hint">Nothing is sent before you have seen the preview.</p>
        </form>
      </>
    ),
  });
}

/** Shows what will be sent and to whom, and asks once. */
export function previewPage(
  c: Context,
  {
    visit,
    letter,
    delivery,
    form,
    request,
    texts,
    text,
    linksExpire,
  }: Shown & { readonly request: SendRequest; readonly texts: Texts; readonly linksExpire: Date },
): Promise<Response> {
  const base = `/console/letters/${letter.slug}/deliveries/${delivery.id}`;
  const file = findFile(delivery, 'pdf', request.language);
  const isAttached = file !== undefined && file.bytes <= maxAttached;
  const count = request.addressees.length;
  return showPage(c, 200, {
    title: `Send it to ${count} ${count === 1 ? 'addressee' : 'addressees'}?`,
    visit,
    letter,
    body: (
      <form method="post" action={`${base}/send`}>
        <Csrf token={visit.csrf} />
        <Hidden values={{ ...form.values, _csrf: undefined, do: undefined }} />
        <section class="card">
          <h2>Who gets it</h2>
          <ul>
            {request.addressees.map(({ name, email }) => (
              <li>
                <bdi>{name}</bdi>: <bdi>{email}</bdi>
              </li>
            ))}
          </ul>
          <Facts
            facts={[
              ['Copy to', request.copyTo],
              ['From', <bdi>{text.convener.organisation}</bdi>],
              [
                'Document',
                file &&
                  `${isAttached ? 'PDF attached, and a link' : 'A link, as it is too large to attach'} (${sizeWords(file.bytes)})`,
              ],
            ]}
          />
          <p class="hint">Everyone gets their own email and cannot see who else gets one.</p>
        </section>
        <section class="card" lang={request.language} dir={direction(request.language)}>
          <h2>{request.subject}</h2>
          <p class="message">{request.note}</p>
          <hr />
          {isAttached ? <p>{texts.text('mail.handover-attached')}</p> : null}
          <p>{texts.text('mail.handover-document', { date: texts.date(linksExpire.toISOString()) })}</p>
          <p>{texts.text('mail.handover-page')}</p>
          <p>{texts.text('mail.handover-arrived')}</p>
        </section>
        <p class="actions">
          <button type="submit" name="do" value="send">
            {`Send it to ${count} ${count === 1 ? 'addressee' : 'addressees'}`}
          </button>
          <button class="quiet" type="submit" name="do" value="edit">
            Change it
          </button>
        </p>
        <p class="hint">Once the email is sent, you cannot recall it or cancel the delivery.</p>
      </form>
    ),
  });
}
