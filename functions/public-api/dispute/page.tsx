/** The page to report that a listed organisation did not sign. */
import type { Context } from 'hono';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { backArrow } from '../ui/arrow.ts';
import { Field, type FormState, Honeypot } from '../ui/fields.tsx';
import { ErrorSummary } from '../ui/form-errors.tsx';
import { showPage } from '../ui/layout.tsx';
import { messagePage } from '../ui/message.tsx';

export function disputePage(
  c: Context,
  status: 200 | 422,
  { letter, texts, state }: { letter: Letter; texts: Texts; state: FormState },
): Promise<Response> {
  const title = texts.text('dispute.title');
  return showPage(c, status, {
    title: state.errors.length > 0 ? `${texts.plural('form.errors', state.errors.length)} — ${title}` : title,
    texts,
    look: letter,
    hidden: true,
    body: (
      <form class="card" method="post" action={`/${letter.slug}/dispute`} novalidate={true}>
        <p>
          <a href={`/${letter.slug}/signatories`}>
            {backArrow(texts)} {texts.text('list.title')}
          </a>
        </p>
        <h1>{title}</h1>
        <p>{texts.text('dispute.text')}</p>
        <p>{texts.text('dispute.told')}</p>
        <ErrorSummary {...{ texts, state }} />
        <Field name="organisation" label="dispute.organisation" complete="organization" {...{ texts, state }} />
        <Field name="name" label="dispute.name" complete="name" {...{ texts, state }} />
        <Field
          name="email"
          label="dispute.email"
          hint="dispute.email-hint"
          type="email"
          complete="email"
          {...{ texts, state }}
        />
        <Field name="message" label="dispute.message" complete="off" {...{ texts, state }} />
        <Honeypot texts={texts} />
        <button type="submit" class="huge">
          {texts.text('dispute.submit')}
        </button>
      </form>
    ),
  });
}

export function disputeRaisedPage(c: Context, letter: Letter, texts: Texts): Promise<Response> {
  return messagePage(c, 200, texts, {
    title: texts.text('dispute.done-title'),
    text: texts.text('dispute.done-text'),
    look: letter,
  });
}
