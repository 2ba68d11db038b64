/** Sends an update to the member who asks, through the outbox, as it would reach a signer. */
import { auditPut } from '../../../shared/audit/audit.ts';
import { contactOf } from '../../../shared/letter/contact.ts';
import { versionShownIn } from '../../../shared/letter/shown-version.ts';
import { readText } from '../../../shared/letter/storage.ts';
import { noticePut } from '../../../shared/member/notice.ts';
import { transactOrThrow } from '../../../shared/platform/store/transaction.ts';
import { wordsIn } from '../../../shared/update/update.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';
import type { LetterAndUpdate } from './update-in-path.ts';

/** @param language of the letter, that the recipient would read */
export async function sendTest(
  { store, publicUrl, now }: ConsoleContext,
  { actor, member }: Pick<Visit, 'actor' | 'member'>,
  { letter, update }: LetterAndUpdate,
  language: string,
): Promise<void> {
  const stored = await readText(store, letter.slug, versionShownIn(letter, language), language);
  const test = {
    letter: letter.slug,
    language,
    title: stored?.text.title ?? letter.title,
    convener: stored?.text.convener.organisation ?? '',
    contact: contactOf(letter),
    logo: letter.logo,
    colour: letter.settings.colour,
    newsUrl: update.mailOnly ? undefined : `${publicUrl}/${letter.slug}/news/${update.id}`,
    words: wordsIn(update, letter, language),
  };
  const line = { by: actor, did: 'update.tested', scope: letter.slug, subject: update.id } as const;
  await transactOrThrow(store, [
    noticePut(store, { due: 'update-test', member: member.id, test }, now()),
    auditPut(store, line, now()),
  ]);
}
