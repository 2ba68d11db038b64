/** Ready-made texts of updates, in every language of the letter; only a start, to be changed at will. */
import * as z from 'zod';
import { readCount } from '../../../shared/count/count.ts';
import { readHanded } from '../../../shared/handover/storage.ts';
import { type Letter, languagesOf } from '../../../shared/letter/letter.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { versionShownIn } from '../../../shared/letter/shown-version.ts';
import { readText } from '../../../shared/letter/storage.ts';
import type { ConsoleContext } from '../context.ts';
import { subjectField, textField } from './fields.ts';

export const readyMade = z.enum(['delivered', 'answered', 'goal']);
type ReadyMade = z.infer<typeof readyMade>;

/** Labels of the links that start with such a text. */
export const readyMadeNames: Readonly<Record<ReadyMade, string>> = {
  delivered: 'The letter was delivered',
  answered: 'There is an answer',
  goal: 'The goal is reached',
};

/**
 * @param start the name of such a text; any other gives an empty form
 * @returns the values of the form, filled in with known facts: dates, counts, the respondent
 */
export async function readyFields(
  { store, publicUrl, now }: ConsoleContext,
  letter: Letter,
  start: string,
): Promise<Record<string, string>> {
  const kind = readyMade.safeParse(start).data;
  if (!kind) return {};
  const [count, handed] = await Promise.all([readCount(store, letter.slug), readHanded(store, letter.slug)]);
  const total = (count?.organisations ?? 0) + (count?.individuals ?? 0);
  const date = letter.deliveredOn ?? now().toISOString().slice(0, 10);
  const url = `${publicUrl}/${letter.slug}`;
  const fields = await Promise.all(
    languagesOf(letter).map(async (language) => {
      const [texts, stored] = await Promise.all([
        textsOf(letter, language),
        readText(store, letter.slug, versionShownIn(letter, language), language),
      ]);
      const title = stored?.text.title ?? letter.title;
      const from = handed.answers.at(-1)?.from ?? stored?.text.addressees[0]?.name ?? '';
      const values = { title, from, url, date: texts.date(date), count: texts.number(total) };
      return [
        [subjectField(language), texts.text(`ready.${kind}-subject`, values)],
        [textField(language), texts.text(`ready.${kind}-text`, values)],
      ] as const;
    }),
  );
  return Object.fromEntries(fields.flat());
}
