/** The pages around the confirmation. No script, no third party; one huge button (PEERS 1 and 3). */
import type { Context } from 'hono';
import { coSignatoryName, type SignatureRecord } from '../../../shared/signature/record.ts';
import { textsFor } from '../../../shared/text/messages.ts';
import { showPage } from './layout.tsx';
import { messagePage } from './message.tsx';

/** What is about to be confirmed, and the button. The form posts to the page's own address. */
export function pressPage(c: Context, record: SignatureRecord, title: string): Promise<Response> {
  const texts = textsFor(record.language);
  const { kind, display, signatoryName, signatoryRole } = record;
  const values = { name: coSignatoryName(record), title };
  const signatory = signatoryRole ? `${signatoryName}, ${signatoryRole}` : signatoryName;
  return showPage(c, 200, {
    title: texts.text('confirm.title'),
    texts,
    hidden: true,
    body: (
      <form class="card" method="post" action="">
        <p class="step">{texts.text('confirm.step')}</p>
        <h1>{texts.text(`confirm.${kind}`, values)}</h1>
        {kind === 'organisation' ? <p>{texts.text('confirm.signatory', { signatory })}</p> : null}
        <p>{texts.text(display === 'public' ? 'confirm.public' : 'confirm.withheld')}</p>
        <button type="submit" class="huge">
          {texts.text('confirm.button')}
        </button>
        <p class="details">{texts.text('confirm.not-me')}</p>
      </form>
    ),
  });
}

/** What became of it. Shown after the press, and whenever the link is opened again. */
export function resultPage(c: Context, record: SignatureRecord, title: string, duplicate: boolean): Promise<Response> {
  const texts = textsFor(record.language);
  const values = { name: coSignatoryName(record), title };
  const done = record.display === 'withheld' ? 'confirm.done-withheld' : 'confirm.done-text';
  return messagePage(c, 200, texts, {
    title: texts.text(duplicate ? 'confirm.duplicate-title' : 'confirm.done-title'),
    text: texts.text(duplicate ? 'confirm.duplicate-text' : done, values),
    more: (
      <>
        <p>{texts.text('confirm.done-receipt')}</p>
        <p>
          <a class="button" href={`/${record.letter}`}>
            {texts.text('confirm.to-letter')}
          </a>
        </p>
      </>
    ),
  });
}

/** A link that cannot be used: says why, and takes the code. A page with status 200, since mail scanners report errors. */
export function badLinkPage(c: Context, expired: boolean): Promise<Response> {
  const texts = textsFor('en');
  return messagePage(c, 200, texts, {
    title: texts.text(expired ? 'confirm.expired-title' : 'confirm.unknown-title'),
    text: texts.text(expired ? 'confirm.expired-text' : 'confirm.unknown-text'),
    more: <CodeForm letter="" email="" />,
  });
}

export function codePage(
  c: Context,
  status: 200 | 422,
  typed: { letter: string; email: string },
  wrong: string | undefined,
): Promise<Response> {
  const texts = textsFor('en');
  return showPage(c, status, {
    title: texts.text('code.title'),
    texts,
    hidden: true,
    body: (
      <div class="card">
        <p class="step">{texts.text('confirm.step')}</p>
        <h1>{texts.text('code.title')}</h1>
        {wrong ? (
          <p class="alert" role="alert">
            {wrong}
          </p>
        ) : null}
        <CodeForm {...typed} />
      </div>
    ),
  });
}

function CodeForm({ letter, email }: { letter: string; email: string }) {
  const texts = textsFor('en');
  return (
    <form method="post" action="/confirm">
      <div class="field">
        <label for="letter">{texts.text('code.letter')}</label>
        <span class="hint" id="letter-hint">
          {texts.text('code.letter-hint')}
        </span>
        <input
          id="letter"
          name="letter"
          type="text"
          value={letter}
          aria-describedby="letter-hint"
          autocapitalize="none"
          required
        />
      </div>
      <div class="field">
        <label for="email">{texts.text('code.email')}</label>
        <input id="email" name="email" type="email" value={email} autocomplete="email" required />
      </div>
      <div class="field">
        <label for="code">{texts.text('code.code')}</label>
        <span class="hint" id="code-hint">
          {texts.text('code.code-hint')}
        </span>
        <input
          id="code"
          name="code"
          type="text"
          aria-describedby="code-hint"
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
          required
        />
      </div>
      <button type="submit" class="huge">
        {texts.text('code.submit')}
      </button>
    </form>
  );
}
