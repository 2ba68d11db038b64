/** The pages for confirming. No third party; one very large button. */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { redirectAddress } from '../../../shared/letter/after-signing.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { olderVersionSigned } from '../../../shared/letter/shown-version.ts';
import { willAwaitReview } from '../../../shared/signature/evidence.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import type { ApiContext } from '../context.ts';
import { titleOf } from '../letter-title.ts';
import { letterLanguage, pageTexts, readerLanguage } from '../page-language.ts';
import { findLetter } from '../public-letter.ts';
import { contentSecurityPolicy } from '../ui/csp.ts';
import { showPage } from '../ui/layout.tsx';
import { AskLinkForm } from '../ui/links-page.tsx';
import type { PageLook } from '../ui/look.tsx';
import { messagePage } from '../ui/message.tsx';
import { heldFacts, type NamedFact, NamedFacts } from '../ui/named-facts.tsx';
import { seenBy } from './result.tsx';

/**
 * Shows the signature to be confirmed, and the button. The form posts to the page's own address.
 *
 * @param record with the findings made for its first mail
 */
export async function pressPage(c: Context, api: ApiContext, record: SignatureRecord): Promise<Response> {
  const { title, texts, letter } = await seenBy(api, record);
  const { kind, display, organisationName, signatoryName, signatoryRole } = record;
  // Browsers hold a form to this policy also where the answer to it leads on.
  const next = letter && display === 'public' ? redirectAddress(letter, record.partner) : undefined;
  if (next !== undefined) {
    const actions = `'self' ${new URL(next).origin}`;
    c.header('content-security-policy', contentSecurityPolicy({ ancestors: "'none'", actions }));
  }
  const older = letter && olderVersionSigned(letter, record.letterVersion);
  const isOrganisation = kind === 'organisation';
  const facts: NamedFact[] = [
    [texts.text('confirm.fact-letter'), title],
    [texts.text('confirm.fact-organisation'), isOrganisation ? organisationName : undefined],
    [
      texts.text(isOrganisation ? 'confirm.fact-signatory' : 'confirm.fact-individual'),
      signatoryRole ? `${signatoryName}${texts.text('document.comma')}${signatoryRole}` : signatoryName,
    ],
  ];
  return showPage(c, 200, {
    title: texts.text('confirm.title'),
    texts,
    look: letter,
    hidden: true,
    body: (
      <form class="card" method="post">
        <p class="step">{texts.text('confirm.step')}</p>
        <h1>{texts.text('confirm.title')}</h1>
        <NamedFacts facts={facts} />
        {older ? <p>{texts.text('letter.signs-older', { date: texts.date(older.at) })}</p> : null}
        <p>{texts.text(display === 'public' ? 'confirm.public' : 'confirm.withheld')}</p>
        {willAwaitReview(record) ? <p>{texts.text('confirm.review')}</p> : null}
        <button type="submit" class="huge">
          {texts.text('confirm.button')}
        </button>
        <p class="details">{texts.text('confirm.not-me')}</p>
      </form>
    ),
  });
}

/**
 * For a letter that was delivered before the signature was confirmed. Shows the signer the stored data, and lets them
 * delete it.
 *
 * @param canForget whether the page is at the address of a link, so that its form can post there
 */
export async function deliveredPage(
  c: Context,
  api: ApiContext,
  record: SignatureRecord,
  { canForget }: { canForget: boolean },
): Promise<Response> {
  const { title, texts } = await seenBy(api, record);
  const deliveredOn = (await api.letters.find(record.letter))?.deliveredOn;
  return messagePage(c, 200, texts, {
    title,
    text: texts.text(canForget ? 'confirm.delivered' : 'letter.delivered', {
      date: deliveredOn ? texts.date(deliveredOn) : '',
    }),
    more: canForget ? (
      <form method="post">
        <NamedFacts facts={[[texts.text('confirm.fact-letter'), title], ...heldFacts(record, texts)]} />
        <input type="hidden" name="action" value="forget" />
        <button type="submit" class="grave">
          {texts.text('manage.forget-button')}
        </button>
      </form>
    ) : undefined,
  });
}

/**
 * For a link that cannot be used: says why, accepts the code and offers a new mail. Status 200, because a mail scanner
 * that gets an error may remove the link.
 *
 * @param letter slug of the letter, if the link still identified it
 */
export async function badLinkPage(
  c: Context,
  api: ApiContext,
  expired: boolean,
  letter: string | undefined,
): Promise<Response> {
  const about = await letterTyped(c, api, letter ?? '');
  const { texts } = about;
  return messagePage(c, 200, texts, {
    look: about.look,
    title: texts.text(expired ? 'confirm.expired-title' : 'confirm.unknown-title'),
    text: texts.text(expired ? 'confirm.expired-text' : 'confirm.unknown-text'),
    more: (
      <>
        <h2>{texts.text('confirm.resend')}</h2>
        <AskLinkForm texts={texts} />
        <h2>{texts.text('code.title')}</h2>
        <CodeForm about={about} email="" wrong={false} />
      </>
    ),
  });
}

export async function codePage(
  c: Context,
  api: ApiContext,
  status: 200 | 422,
  typed: { letter: string; email: string },
  wrong: boolean,
): Promise<Response> {
  const about = await letterTyped(c, api, typed.letter);
  const { texts } = about;
  return showPage(c, status, {
    look: about.look,
    title: wrong ? `${texts.label('code.error')}${texts.text('code.title')}` : texts.text('code.title'),
    texts,
    hidden: true,
    body: (
      <div class="card">
        <p class="step">{texts.text('confirm.step')}</p>
        <h1>{texts.text('code.title')}</h1>
        {wrong ? (
          <p class="alert" role="alert" id="code-wrong">
            {texts.text('code.wrong')}
          </p>
        ) : null}
        <CodeForm about={about} email={typed.email} wrong={wrong} />
      </div>
    ),
  });
}

const LetterField: FC<{ slug: string; texts: Texts }> = ({ slug, texts }) => (
  <div class="field">
    <label for="letter">{texts.text('code.letter')}</label>
    <span class="hint" id="letter-hint">
      {texts.text('code.letter-hint')}
    </span>
    <input
      id="letter"
      name="letter"
      type="text"
      dir="ltr"
      value={slug}
      aria-describedby="letter-hint"
      autocapitalize="none"
      required
    />
  </div>
);

const NamedLetter: FC<{ slug: string; title: string; texts: Texts }> = ({ slug, title, texts }) => (
  <>
    <NamedFacts facts={[[texts.text('confirm.fact-letter'), title]]} />
    <input type="hidden" name="letter" value={slug} />
  </>
);

/** The letter of a code, as typed or in a link, and the strings of its page. */
interface TypedLetter {
  readonly slug: string;
  /** Title of the letter. Undefined when there is no such public letter: then it has to be typed. */
  readonly title: string | undefined;
  readonly texts: Texts;
  /** The look of the letter, if it is known. */
  readonly look?: PageLook;
}

async function letterTyped(c: Context, api: ApiContext, slug: string): Promise<TypedLetter> {
  const letter = await findLetter(api, slug);
  if (!letter) return { slug, title: undefined, texts: await pageTexts(c) };
  const [title, texts] = await Promise.all([
    titleOf(api, letter, letterLanguage(c, letter)),
    textsOf(letter, readerLanguage(c, letter)),
  ]);
  return { slug: letter.slug, title, texts, look: letter };
}

function CodeForm({ about, email, wrong }: { about: TypedLetter; email: string; wrong: boolean }) {
  const { slug, title, texts } = about;
  return (
    <form method="post" action="/confirm">
      {title === undefined ? <LetterField {...{ slug, texts }} /> : <NamedLetter {...{ slug, title, texts }} />}
      <div class="field">
        <label for="email">{texts.text('code.email')}</label>
        <input id="email" name="email" type="email" dir="ltr" value={email} autocomplete="email" required />
      </div>
      <div class="field">
        <label for="code">{texts.text('code.code')}</label>
        <span class="hint" id="code-hint">
          {texts.text('code.code-hint')} <span class="nowrap">{texts.text('code.example')}</span>
        </span>
        <input
          id="code"
          name="code"
          type="text"
          dir="ltr"
          class="code"
          aria-describedby={wrong ? 'code-hint code-wrong' : 'code-hint'}
          aria-invalid={wrong ? 'true' : undefined}
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
