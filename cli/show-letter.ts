/** `npm run letter -- show`: the facts about one letter. */
import { readCount } from '../shared/count/count.ts';
import type { LetterSlug } from '../shared/ids.ts';
import { currentVersion, type Letter, languagesOf, signing } from '../shared/letter/letter.ts';
import { olderVersionIn } from '../shared/letter/shown-version.ts';
import { readLetter } from '../shared/letter/storage.ts';
import { readSnapshot, type Snapshot } from '../shared/statistics/snapshot.ts';
import { printFacts } from './command.ts';
import { Refusal, type Target } from './stack.ts';

/** Prints the letter's settings, its count, and the last breakdown. @throws Refusal when there is no such letter */
export async function showLetter({ store, publicUrl }: Target, slug: LetterSlug): Promise<void> {
  const letter = await readLetter(store, slug);
  if (!letter) throw new Refusal(`There is no letter "${slug}".`);
  const count = await readCount(store, slug);
  printFacts(factsOf(letter, `${publicUrl}/${slug}`));
  if (count) {
    const { organisations, individuals, offline } = count;
    printFacts([['counted', `${organisations} organisations, ${individuals} individuals, ${offline} on paper`]]);
  }
  const snapshot = await readSnapshot(store, slug);
  if (snapshot) printFacts(breakdownOf(snapshot));
}

function factsOf(letter: Letter, address: string): [string, string][] {
  const { opens, closes, goal, accepts } = letter.settings;
  return [
    ['title', letter.title],
    ['address', address],
    ['state', letter.deliveredOn ? `delivered on ${letter.deliveredOn}` : signing(letter, new Date())],
    [
      'languages',
      languagesOf(letter)
        .map((one) => (olderVersionIn(letter, one) ? `${one} (older)` : one))
        .join(', '),
    ],
    ['accepts', accepts.join(', ')],
    ...(goal ? [['goal', String(goal)] satisfies [string, string]] : []),
    ...(opens ? [['opens', opens] satisfies [string, string]] : []),
    ...(closes ? [['closes', closes] satisfies [string, string]] : []),
    ['version', `${currentVersion(letter).id} (${letter.versions.length} in all)`],
    ...(letter.partners.length > 0
      ? [['partners', letter.partners.map(({ id }) => id).join(', ')] satisfies [string, string]]
      : []),
    ...letter.wordings.map((id): [string, string] => ['own wording', id]),
    ...letter.corrections.map(({ at, language, why }): [string, string] => [
      'correction',
      `${at.slice(0, 10)} ${language}: ${why}`,
    ]),
  ];
}

/** The most frequent first, on one line each. */
function breakdownOf({ asOf, by }: Snapshot): [string, string][] {
  const line = (numbers: Readonly<Record<string, number>>) =>
    Object.entries(numbers)
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 10)
      .map(([name, number]) => `${name} ${number}`)
      .join(', ');
  return [
    ['snapshot', asOf],
    ['by country', line(by.country)],
    ['by language', line(by.language)],
    ['by partner', line(by.partner)],
    ['by level', line(by.verification)],
    ['by day', line(by.day)],
  ];
}
