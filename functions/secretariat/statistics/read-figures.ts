/** Reads the data for a letter's figures. */
import { readCount } from '../../../shared/count/count.ts';
import { readDays } from '../../../shared/count/daily-submissions.ts';
import { type Letter, languagesOf } from '../../../shared/letter/letter.ts';
import { versionShownIn } from '../../../shared/letter/shown-version.ts';
import { readText } from '../../../shared/letter/storage.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { notGiven } from '../../../shared/statistics/breakdown.ts';
import { readSnapshot } from '../../../shared/statistics/snapshot.ts';
import { partnerNames } from '../partners/partner-names.ts';
import { type Figure, figuresOf } from './figures.ts';
import { pressLine } from './press-line.ts';

/** A letter that was never open has no count, and so no figures. */
const nothing = { organisations: 0, individuals: 0, offline: 0, added: 0, goal: undefined, withheld: undefined };

export interface Figures {
  readonly figures: readonly Figure[];
  /** The press line by language, in the order of the letter's languages. */
  readonly press: readonly { readonly language: string; readonly line: string }[];
}

/** @returns the figures; undefined while no snapshot was taken. Five reads, and a text for each language */
export async function readFigures(store: Store, letter: Letter, now: Date): Promise<Figures | undefined> {
  const [snapshot, days, found, partners] = await Promise.all([
    readSnapshot(store, letter.slug),
    readDays(store, letter.slug),
    readCount(store, letter.slug),
    partnerNames(store, letter),
  ]);
  if (!snapshot) return undefined;
  const count = found ?? nothing;
  const countries = Object.keys(snapshot.by.country).filter((code) => code !== notGiven).length;
  const press = await Promise.all(
    languagesOf(letter).map(async (language) => {
      const stored = await readText(store, letter.slug, versionShownIn(letter, language), language);
      const title = stored?.text.title ?? letter.title;
      return { language, line: await pressLine({ title, count, countries, now }, language) };
    }),
  );
  return { figures: figuresOf({ count, snapshot, days, now, partners }), press };
}
