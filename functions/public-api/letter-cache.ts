/** Caches letters in the memory of a function instance for a short time. Never a source of truth. */

import type { LetterSlug } from '../../shared/ids.ts';
import type { Letter, LetterVersion } from '../../shared/letter/letter.ts';
import { readLetter, readText, type StoredText } from '../../shared/letter/storage.ts';
import { isPaused, readPauses } from '../../shared/pause/pause.ts';
import type { Store } from '../../shared/platform/store/store.ts';

/**
 * Longest time that a letter may be out of date in a running instance, in milliseconds: closing takes effect within it.
 */
const freshFor = 2_000;
/** A text changes only by a correction, which gets a new key; the offices below it may be out of date this long. */
const textFreshFor = 30_000;
const maxLetters = 300;

/** A letter, and which of its functions are paused. */
export interface PublicLetter extends Letter {
  readonly paused: { readonly signing: boolean; readonly list: boolean };
}

/** Reads letters and texts for request handlers. */
export interface Letters {
  /** @returns the letter as it was at most 2 s ago, or undefined when there is none */
  find(slug: LetterSlug): Promise<PublicLetter | undefined>;
  /** @returns the text of that version in that language, or undefined when it has none */
  text(slug: LetterSlug, version: LetterVersion, language: string): Promise<StoredText | undefined>;
}

/** @param now the clock in milliseconds since 1970 */
export function cachedLetters(store: Store, now: () => number = Date.now): Letters {
  const letters = cache<PublicLetter | undefined>(freshFor, now);
  const texts = cache<StoredText | undefined>(textFreshFor, now);
  return {
    find: (slug) => letters(slug, () => readPublic(store, slug)),
    text: (slug, version, language) =>
      texts(`${slug} ${language} ${version.texts[language]}`, () => readText(store, slug, version, language)),
  };
}

/** Reads both with one call. Data that is cached for seconds need not be read consistently. */
async function readPublic(store: Store, slug: LetterSlug): Promise<PublicLetter | undefined> {
  const [letter, pauses] = await Promise.all([readLetter(store, slug, 'eventual'), readPauses(store, 'eventual')]);
  return (
    letter && {
      ...letter,
      paused: { signing: isPaused(pauses, 'signing', slug), list: isPaused(pauses, 'list', slug) },
    }
  );
}

/** @returns a function that returns the cached value while it is fresh, else loads it; failures are not cached */
function cache<Value>(freshTime: number, now: () => number) {
  const kept = new Map<string, { until: number; value: Promise<Value> }>();
  return (key: string, load: () => Promise<Value>): Promise<Value> => {
    const known = kept.get(key);
    if (known && known.until > now()) return known.value;
    const value = load();
    kept.delete(key);
    kept.set(key, { until: now() + freshTime, value });
    value.catch(() => kept.delete(key));
    const oldest = kept.keys().next();
    if (kept.size > maxLetters && !oldest.done) kept.delete(oldest.value);
    return value;
  };
}
