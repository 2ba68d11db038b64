/** Saves a letter piece by piece: its text, a translation, its settings, its own strings. */
import type { Actor } from '../../../shared/audit/audit.ts';
import type { LetterSlug } from '../../../shared/ids.ts';
import type { LetterFile, Translation } from '../../../shared/letter/file.ts';
import type { ImportPlan } from '../../../shared/letter/import.ts';
import type { Letter, LetterSettings } from '../../../shared/letter/letter.ts';
import { readLetterWithTexts, writePlan } from '../../../shared/letter/lifecycle.ts';
import type { OwnTexts } from '../../../shared/letter/own-texts.ts';
import { hashText, type LetterText } from '../../../shared/letter/text.ts';
import {
  followOriginal,
  type LetterWithTexts,
  type TranslationChoices,
} from '../../../shared/letter/unchanged-translations.ts';
import type { Store } from '../../../shared/platform/store/store.ts';

/** Loaded with the first change: it brings the parser of Markdown. */
const planning = () => import('../../../shared/letter/import.ts');

/** The parts to change; the rest stays. */
export interface LetterChange {
  /** In the first language. */
  readonly text?: LetterText | undefined;
  readonly translations?: readonly LetterText[] | undefined;
  readonly settings?: LetterSettings | undefined;
  /**
   * All strings of pages and mails that the letter words itself in one of its languages; already validated
   * (`readOwnTexts`).
   */
  readonly ownTexts?: { readonly language: string; readonly strings: OwnTexts } | undefined;
}

export interface SaveOptions {
  /** The letter's revision that the user saw. */
  readonly revision: number;
  /** Reason for the change when it affects only spelling or a translation: the version stays the same. */
  readonly correction?: string | undefined;
  /** By language, for translations that are not in the change. */
  readonly unchanged?: TranslationChoices | undefined;
  readonly now: Date;
}

export type SavePlan =
  | { outcome: 'missing' }
  /** Somebody changed the letter in the meantime. */
  | { outcome: 'stale'; before: LetterWithTexts }
  | { outcome: 'planned'; before: LetterWithTexts; plan: ImportPlan };

/** @returns the changes that saving would make. Reads only. */
export async function planSave(
  store: Store,
  slug: LetterSlug,
  change: LetterChange,
  options: SaveOptions,
): Promise<SavePlan> {
  const before = await readLetterWithTexts(store, slug);
  if (!before) return { outcome: 'missing' };
  if (before.letter.revision !== options.revision) return { outcome: 'stale', before };
  const { letter, texts } = before;
  const original = texts.get(letter.language);
  if (!original) throw new Error('a letter has a text in its first language');
  const text = change.text ?? original;
  const file: LetterFile = {
    slug,
    text: { ...text, language: letter.language },
    settings: change.settings ?? letter.settings,
    ownTexts: ownTextsAfter(letter, letter.language, change),
  };
  const { correction, now } = options;
  const { planImport } = await planning();
  const plan = planImport(before, file, translationsFor(before, original, text, change, options), {
    now,
    open: false,
    correction,
    unchanged: choicesOf(change, options),
  });
  return { outcome: 'planned', before, plan };
}

/** The changed translations; and, unless the text becomes a new version, the others, which follow the original. */
function translationsFor(
  { letter, texts }: LetterWithTexts,
  original: LetterText,
  text: LetterText,
  change: LetterChange,
  { correction }: SaveOptions,
): Translation[] {
  const { translations = [] } = change;
  const isNewVersion = letter.state !== 'draft' && !correction && hashText(text) !== hashText(original);
  const isOther = ({ language }: LetterText) =>
    language !== letter.language && !translations.some((one) => one.language === language);
  const others = isNewVersion ? [] : [...texts.values()].filter(isOther);
  return [...others.map((other) => followOriginal(other, original, text)), ...translations].map((one) => ({
    ...one,
    ownTexts: ownTextsAfter(letter, one.language, change),
    ownPrivacy: letter.ownPrivacy[one.language],
  }));
}

/** A translation that is saved on its own fits, even if its words are those of an earlier version. */
function choicesOf({ translations = [] }: LetterChange, { unchanged }: SaveOptions): TranslationChoices {
  return { ...unchanged, ...Object.fromEntries(translations.map(({ language }) => [language, 'still-fits' as const])) };
}

function ownTextsAfter({ ownTexts: kept }: Letter, language: string, { ownTexts }: LetterChange): OwnTexts | undefined {
  return ownTexts?.language === language ? ownTexts.strings : kept[language];
}

/**
 * Saves a change. One transaction, with the lines of the audit trail. @returns the changes made, or why there were none
 */
export async function saveLetter(
  store: Store,
  slug: LetterSlug,
  change: LetterChange,
  options: SaveOptions,
  by: Actor,
): Promise<SavePlan> {
  const planned = await planSave(store, slug, change, options);
  if (planned.outcome !== 'planned') return planned;
  if (await writePlan(store, planned.before, planned.plan, by, options.now)) return planned;
  return { outcome: 'stale', before: (await readLetterWithTexts(store, slug)) ?? planned.before };
}

export interface NewLetter extends LetterFile {
  readonly translations?: readonly Translation[];
}

/** Creates a draft. @returns the reason for a refusal, if any */
export async function createLetter(
  store: Store,
  { translations = [], ...file }: NewLetter,
  by: Actor,
  now: Date,
): Promise<{ ok: true } | { ok: false; why: string }> {
  const { planImport } = await planning();
  const plan = planImport(undefined, file, translations, { now, open: false });
  if (plan.outcome === 'refused') return { ok: false, why: plan.why };
  const written = await writePlan(store, undefined, plan, by, now);
  return written ? { ok: true } : { ok: false, why: `There is a letter "${file.slug}" already: choose another word.` };
}

/** Creates a draft with the same words under another slug; opening and closing dates and partners are not copied. */
export async function duplicateLetter(
  store: Store,
  { letter, texts }: LetterWithTexts,
  slug: LetterSlug,
  by: Actor,
  now: Date,
): Promise<{ ok: true } | { ok: false; why: string }> {
  const all = [...texts.values()].map((text) => ({
    ...text,
    ownTexts: letter.ownTexts[text.language],
    ownPrivacy: letter.ownPrivacy[text.language],
  }));
  const original = all.find(({ language }) => language === letter.language);
  if (!original) throw new Error('a letter has a text in its first language');
  const { ownTexts, ownPrivacy: _said, ...text } = original;
  const { opens: _, closes: __, follows: ___, ...settings } = letter.settings;
  const translations = all.filter(({ language }) => language !== letter.language);
  return createLetter(store, { slug, text, settings, ownTexts, translations }, by, now);
}
