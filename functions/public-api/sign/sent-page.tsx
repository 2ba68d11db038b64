/** The page after the form: which letter, which address, and a way to correct it. */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { findPartner } from '../../../shared/letter/partners.ts';
import { addressOf } from '../../../shared/mail/sender.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { cleanAddress } from '../../../shared/text/clean.ts';
import { suggestAddress } from '../../../shared/text/suggest-address.ts';
import type { ApiContext } from '../context.ts';
import { titleOf } from '../letter-title.ts';
import { letterLanguage, readerLanguage } from '../page-language.ts';
import { ownFrames } from '../ui/csp.ts';
import { Field } from '../ui/fields.tsx';
import { messagePage } from '../ui/message.tsx';
import { NamedFacts } from '../ui/named-facts.tsx';
import { framed } from './form-page.tsx';
import { readSent, type SentFields } from './sent-cookie.ts';

/** Shows the page after the form. What it says about the form comes from the reader's own browser. */
export async function showSent(c: Context, api: ApiContext, letter: Letter): Promise<Response> {
  c.header('content-security-policy', ownFrames);
  c.header('cache-control', 'no-store');
  const sent = readSent(c, api);
  const partner = findPartner(letter, c.req.query('partner'));
  const lang = c.req.query('lang') ?? sent?.get('language');
  const texts = await textsOf(letter, readerLanguage(c, letter, lang));
  const title = await titleOf(api, letter, letterLanguage(c, letter, sent?.get('textLanguage') ?? lang));
  const address = cleanAddress(sent?.get('signatory.email') ?? '');
  return messagePage(c, 200, texts, {
    look: letter,
    head: partner && (await framed(c, letter, partner)),
    step: texts.text('sent.step'),
    title: texts.text('sent.title'),
    text: texts.text('sent.text', { sender: addressOf(api.mailFrom) }),
    more: (
      <>
        <NamedFacts
          facts={[
            [texts.text('confirm.fact-letter'), title],
            [texts.text('code.email'), address || undefined],
          ]}
        />
        {sent ? <CorrectAddress {...{ letter, sent, address, texts }} /> : null}
        <p>{texts.text('sent.spam')}</p>
        <p>
          {texts.text('sent.code')}{' '}
          <a href={`/confirm?letter=${letter.slug}&language=${texts.language}`} target={partner && '_blank'}>
            {texts.text('sent.type-code')}
          </a>
        </p>
      </>
    ),
  });
}

interface Correction {
  readonly letter: Letter;
  readonly sent: SentFields;
  /** The address as typed. */
  readonly address: string;
  readonly texts: Texts;
}

/** The same form once more, with another address. Only the address is kept of a form that was too long: no correction. */
const CorrectAddress: FC<Correction> = ({ letter, sent, address, texts }) => {
  if (!sent.has('signatory.name')) return null;
  const meant = suggestAddress(address);
  const state = { values: new Map([['signatory.email', address]]), errors: [] };
  return (
    <>
      {meant ? (
        <Again {...{ letter, sent }}>
          <input type="hidden" name="signatory.email" value={meant} />
          <button type="submit">{texts.text('embed.did-you-mean', { address: meant })}</button>
        </Again>
      ) : null}
      <details>
        <summary>{texts.text('sent.correct')}</summary>
        <Again {...{ letter, sent }}>
          <Field name="signatory.email" label="form.email" type="email" complete="email" {...{ texts, state }} />
          <button type="submit">{texts.text('sent.again')}</button>
        </Again>
      </details>
    </>
  );
};

const Again: FC<Pick<Correction, 'letter' | 'sent'> & { children?: unknown }> = ({ letter, sent, children }) => (
  <form method="post" action={`/v1/letters/${letter.slug}/signatures`} accept-charset="utf-8" novalidate={true}>
    {[...sent].map(([name, value]) =>
      name === 'signatory.email' ? null : <input type="hidden" name={name} value={value} />,
    )}
    {children}
  </form>
);
