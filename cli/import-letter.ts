/** `npm run letter -- import`: a letter and its translations from files. */
import type { ImportOptions } from '../shared/letter/import.ts';
import { currentVersion, type Letter } from '../shared/letter/letter.ts';
import { importLetter } from '../shared/letter/lifecycle.ts';
import { olderVersionIn } from '../shared/letter/shown-version.ts';
import { type TranslationChoices, translationChoice } from '../shared/letter/unchanged-translations.ts';
import { readLetterFiles } from './letter-files.ts';
import { Refusal, type Target } from './stack.ts';

/** Imports the file and says what changed. @throws Refusal when the letter cannot be imported like this */
export async function importFile(
  { store, publicUrl }: Target,
  path: string,
  options: Pick<ImportOptions, 'open' | 'correction' | 'unchanged'>,
): Promise<void> {
  const { file, translations } = await readLetterFiles(path);
  const plan = await importLetter(store, file, translations, { now: new Date(), ...options });
  if (plan.outcome === 'refused') {
    const how = plan.undecided?.map((one) => `--translation ${one}=still-fits|keep-older|hide`).join(' ');
    throw new Refusal(how ? `${plan.why}\n${how}` : plan.why);
  }
  const said = {
    created: 'Imported.',
    rewritten: 'The draft was replaced; nobody has signed it.',
    'new-version': 'The text changed, so this is a new version. Earlier signatures stay with the version they signed.',
    corrected: 'Corrected. The version stays the same, and the correction is shown on the page.',
    updated: 'Updated; the signed text is the same.',
    unchanged: 'Nothing changed.',
  } as const satisfies Record<typeof plan.outcome, string>;
  console.log(said[plan.outcome]);
  printOlder(plan.letter);
  if (plan.letter.state === 'draft') {
    console.log(`It is a draft and not public yet. Open it with: npm run letter -- open ${plan.letter.slug}`);
  }
  console.log(`${publicUrl}/${plan.letter.slug}`);
}

/** @returns the choices in words like `fr=keep-older` @throws Refusal when one is no choice */
export function choicesOf(words: readonly string[]): TranslationChoices {
  return Object.fromEntries(
    words.map((word) => {
      const [language = '', choice] = word.split('=');
      const read = translationChoice.safeParse(choice);
      if (!read.success || language === '') {
        throw new Refusal(`"${word}" is not a choice. Write it like fr=keep-older (or still-fits, or hide).`);
      }
      return [language, read.data] as const;
    }),
  );
}

/** Says which translations are not of the current version. */
function printOlder(letter: Letter): void {
  const current = currentVersion(letter);
  const all = new Set(letter.versions.flatMap(({ texts }) => Object.keys(texts)));
  for (const language of [...all].filter((one) => current.texts[one] === undefined).sort()) {
    const shown = olderVersionIn(letter, language) ? 'shown, and marked as such' : 'hidden';
    console.log(`The translation in "${language}" is of an earlier version: ${shown}.`);
  }
}
