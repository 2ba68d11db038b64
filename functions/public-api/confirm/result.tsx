/** The state of a signature after a press: thanks, or what else there is to say, and where to go from there. */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { type NextLink, nextLinks } from '../../../shared/letter/after-signing.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import type { Sentence } from '../../../shared/signature/duplicate-message.ts';
import { stateOf } from '../../../shared/signature/owner/owner-view.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { coSignatoryName } from '../../../shared/signature/states.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import type { ApiContext } from '../context.ts';
import { titleReadBy } from '../letter-title.ts';
import { shareScriptHash } from '../share/script.tsx';
import { ShareSection } from '../share/section.tsx';
import { contentSecurityPolicy } from '../ui/csp.ts';
import { messagePage } from '../ui/message.tsx';
import { statusSentences } from '../ui/status-sentences.ts';

/** The state of the signature. Shown after the press, and each time the link is opened again. */
export async function resultPage(c: Context, api: ApiContext, record: SignatureRecord): Promise<Response> {
  const { title, texts, letter } = await seenBy(api, record);
  const [first, ...others] = resultSentences(record, { title, letter });
  c.header('content-security-policy', contentSecurityPolicy({ ancestors: "'none'", scriptHash: shareScriptHash }));
  return messagePage(c, 200, texts, {
    look: letter,
    step: texts.text('confirm.done-step'),
    title: texts.text('confirm.done-title'),
    text: first ? texts.text(first.key, first.values) : '',
    more: (
      <>
        {others.map(({ key, values }) => (
          <p>{texts.text(key, values)}</p>
        ))}
        <p>{texts.text('confirm.done-receipt')}</p>
        {letter ? <NextLinks links={nextLinks(letter, record.partner)} texts={texts} /> : null}
        <p>
          <a class="button" href={`/${record.letter}#undersigned`}>
            {texts.text('confirm.to-letter')}
          </a>
        </p>
        {letter ? <ShareSection {...{ letter, title, texts }} publicUrl={api.publicUrl} /> : null}
      </>
    ),
  });
}

const NextLinks: FC<{ links: readonly NextLink[]; texts: Texts }> = ({ links, texts }) => (
  <>
    {links.map(({ address, site }) => (
      <p>
        <a href={address} rel="noopener noreferrer">
          {site === undefined ? texts.text('share.next') : texts.text('share.next-site', { site })}
        </a>
      </p>
    ))}
  </>
);

function resultSentences(
  record: SignatureRecord,
  { title, letter }: { title: string; letter: Letter | undefined },
): Sentence[] {
  if (stateOf(record) !== 'counted') return statusSentences(record, letter);
  const key = record.display === 'withheld' ? 'confirm.done-withheld' : 'confirm.done-text';
  return [{ key, values: { name: coSignatoryName(record), title } }];
}

/** @returns the title that the signer read, and the strings of the letter's pages */
export async function seenBy(
  api: ApiContext,
  record: SignatureRecord,
): Promise<{ title: string; texts: Texts; letter: Letter | undefined }> {
  const letter = await api.letters.find(record.letter);
  const [title, texts] = await Promise.all([titleReadBy(api, letter, record), textsOf(letter, record.language)]);
  return { title, texts, letter };
}
