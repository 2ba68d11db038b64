/** Ways to share a letter as JSON, with all words, for the element on partner sites. Loaded on demand. */

import { textsOf } from '../../../shared/letter/own-texts.ts';
import { versionShownIn } from '../../../shared/letter/shown-version.ts';
import type { ShareBody } from '../answer-schemas.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { shareLinks, shareText } from './share-links.ts';
import { askOrganisation, shareableOf } from './shared-letter.ts';

/** @param language that of the words; the title is in it, if the letter is */
export async function describeSharing(api: ApiContext, letter: PublicLetter, language: string): Promise<ShareBody> {
  const [texts, stored] = await Promise.all([
    textsOf(letter, language),
    api.letters.text(letter.slug, versionShownIn(letter, language), language),
  ]);
  const title = stored?.text.title ?? letter.title;
  const shared = shareableOf({ letter, title, texts, publicUrl: api.publicUrl });
  const ask = askOrganisation(letter, shared, texts);
  return {
    title,
    text: shareText(shared),
    url: shared.url,
    words: {
      title: texts.text('share.title'),
      device: texts.text('share.device'),
      copy: texts.text('share.copy'),
      copied: texts.text('share.copied'),
    },
    links: [
      ...shareLinks(shared).map(({ name, href }) => ({ name: name ?? texts.text('share.email'), href })),
      ...(ask ? [{ name: texts.text('share.ask'), href: ask }] : []),
    ],
  };
}
