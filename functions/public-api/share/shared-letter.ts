/** A letter as its pages and mails offer it for sharing. */
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { mailDraft, type Shareable } from './share-links.ts';

/** @param texts the strings of the letter's pages, which may hold a sentence of its own */
export function shareableOf({
  letter,
  title,
  texts,
  publicUrl,
}: {
  letter: Pick<Letter, 'slug'>;
  title: string;
  texts: Texts;
  publicUrl: string;
}): Shareable {
  return {
    title,
    url: `${publicUrl}/${letter.slug}`,
    language: texts.language,
    sentence: (name) => texts.text('share.text', { title: name }),
  };
}

/** @returns a draft to an organisation that has not signed; undefined where organisations cannot sign */
export function askOrganisation(
  { settings }: Pick<Letter, 'settings'>,
  { title, url }: Shareable,
  texts: Texts,
): string | undefined {
  if (!settings.accepts.includes('organisation')) return undefined;
  const subject = texts.text('share.ask-subject', { title });
  return mailDraft(subject, [texts.text('mail.greeting-unknown'), texts.text('share.ask-text'), title, url]);
}
