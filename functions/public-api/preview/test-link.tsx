/**
 * The link of a test signature. GET shows a page with a button; only the POST of that button has an effect (rule 2).
 */
import type { Context } from 'hono';
import { letterSlug } from '../../../shared/ids.ts';
import { currentVersion, type Letter, signing } from '../../../shared/letter/letter.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { readText } from '../../../shared/letter/storage.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import { checkToken, readToken } from '../../../shared/platform/token/token.ts';
import { findLiveTest, type TestSignature } from '../../../shared/test-signature/test-signature.ts';
import type { ConfirmedBody } from '../answer-schemas.ts';
import type { ApiContext } from '../context.ts';
import { pageTexts, readerLanguage } from '../page-language.ts';
import { findLetter } from '../public-letter.ts';
import { showPage } from '../ui/layout.tsx';
import { messagePage } from '../ui/message.tsx';
import { NamedFacts } from '../ui/named-facts.tsx';
import { wantsPage } from '../wants-page.ts';
import { confirmTest } from './confirm-test.ts';

interface Found {
  readonly test: TestSignature;
  readonly letter: Letter;
}

/** Handles an opened link. */
export async function getTest(c: Context, api: ApiContext): Promise<Response> {
  const found = await findByToken(c, api);
  if (!found) return isOver(c, api);
  return found.test.confirmedAt ? testDonePage(c, found) : pressPage(c, api, found);
}

/** Handles the POST of the button. */
export async function pressTest(c: Context, api: ApiContext): Promise<Response> {
  const found = await findByToken(c, api);
  if (!found) return isOver(c, api);
  await confirmTest(api.store, await api.keys(), found.test, api.now());
  return wantsPage(c) ? c.redirect(c.req.path, 303) : c.json({ status: 'test' } satisfies ConfirmedBody);
}

/** @returns the test of the token, while it works */
async function findByToken(c: Context, { store, now }: ApiContext): Promise<Found | undefined> {
  const token = readToken(c.req.param('token') ?? '');
  const slug = letterSlug.safeParse(c.req.param('letter')).data;
  const found = token && slug && (await findLiveTest(store, token.id, now().getTime()));
  if (!found || found.letter.slug !== slug) return undefined;
  return checkToken(token.token, 'test', found.test.tokens, now().getTime()) === 'valid' ? found : undefined;
}

/** It says that it was a test, and offers to sign. Only the letter in the address decides, so it tells nothing. */
async function isOver(c: Context, api: ApiContext): Promise<Response> {
  if (!wantsPage(c)) return problem(c, 'token-unknown');
  const letter = await findLetter(api, c.req.param('letter') ?? '');
  const texts = letter ? await textsOf(letter, readerLanguage(c, letter)) : await pageTexts(c);
  const canSign = letter && signing(letter, api.now()) === 'open';
  // Status 200, because a mail scanner that gets an error may remove the link.
  return messagePage(c, 200, texts, {
    title: texts.text('test.over'),
    text: texts.text('test.over-text'),
    look: letter,
    more: letter ? (
      <p>
        <a class="button" href={canSign ? `/${letter.slug}#sign` : `/${letter.slug}`}>
          {texts.text(canSign ? 'letter.sign' : 'confirm.to-letter')}
        </a>
      </p>
    ) : undefined,
  });
}

async function pressPage(c: Context, { store }: ApiContext, { test, letter }: Found): Promise<Response> {
  const version = currentVersion(letter);
  const [texts, stored] = await Promise.all([
    textsOf(letter, test.language),
    readText(store, letter.slug, version, test.textLanguage),
  ]);
  const isOrganisation = test.kind === 'organisation';
  const { signatoryName, signatoryRole } = test;
  return showPage(c, 200, {
    title: texts.text('test.confirm'),
    texts,
    look: letter,
    hidden: true,
    body: (
      <form class="card" method="post">
        <p class="step">{texts.text('confirm.step')}</p>
        <h1>{texts.text('test.confirm')}</h1>
        <NamedFacts
          facts={[
            [texts.text('confirm.fact-letter'), stored?.text.title ?? letter.title],
            [texts.text('confirm.fact-organisation'), isOrganisation ? test.organisationName : undefined],
            [
              texts.text(isOrganisation ? 'confirm.fact-signatory' : 'confirm.fact-individual'),
              signatoryRole ? `${signatoryName}, ${signatoryRole}` : signatoryName,
            ],
          ]}
        />
        <p>{texts.text('test.note')}</p>
        <button type="submit" class="huge">
          {texts.text('test.confirm')}
        </button>
      </form>
    ),
  });
}

/** After the press, and each time that the link is opened again; also after a typed code. */
export async function testDonePage(c: Context, { test, letter }: Found): Promise<Response> {
  const texts = await textsOf(letter, test.language);
  return messagePage(c, 200, texts, {
    step: texts.text('confirm.done-step'),
    title: texts.text('test.done'),
    text: texts.text('test.note'),
    look: letter,
  });
}
