/**
 * Handles a typed text: shows it again, shows its changes for review, or saves it. The same for the original and for
 * translations.
 */
import type { Context } from 'hono';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { LetterWithTexts } from '../../../shared/letter/unchanged-translations.ts';
import type { ConsoleContext } from '../context.ts';
import type { PageVisit } from '../guard.ts';
import { type Filled, noErrors } from '../ui/field.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { type LetterChange, planSave, saveLetter } from './save-parts.ts';
import type { ReadFields } from './text-fields.ts';

export interface TypedText {
  /** Path below the letter's address. */
  readonly part: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly read: ReadFields<LetterText>;
  /** The stored text in that language, if any. */
  readonly old: LetterText | undefined;
  readonly changeTo: (text: LetterText) => LetterChange;
  /** Shows the page on which it was typed. */
  readonly show: (page: { known: LetterWithTexts; form: Filled; theirs?: LetterText }) => Promise<Response>;
}

export async function saveText(
  c: Context,
  api: ConsoleContext,
  visit: PageVisit,
  known: LetterWithTexts,
  { part, fields, read, old, changeTo, show }: TypedText,
): Promise<Response> {
  const form: Filled = { values: fields, errors: noErrors };
  const wanted = fields['do'];
  if (wanted === 'preview' || wanted === 'edit') return show({ known, form });
  if (!read.ok) return show({ known, form: { ...form, errors: read.errors } });
  const text = read.content;
  const { slug } = known.letter;
  const options = { revision: Number(fields['revision']), now: api.now() };
  const planned = await planSave(api.store, slug, changeTo(text), options);
  if (planned.outcome === 'missing') return refusalPage(c, 'not-found', visit);
  if (planned.outcome === 'stale') return show({ known: planned.before, form, theirs: text });

  const { plan } = planned;
  // A new version waits for the choices about its translations.
  const isNewVersion = plan.outcome === 'new-version' || (plan.outcome === 'refused' && plan.undecided !== undefined);
  const asks = old !== undefined && (isNewVersion || plan.outcome === 'refused');
  const onlyCorrection = asks && !isNewVersion ? whyNoVersion(text, known) : undefined;
  // Loaded when it is needed, so that the function starts sooner.
  const [{ reviewPage }, { readTranslations }] = await Promise.all([
    import('./text-review.tsx'),
    import('./translations-together.tsx'),
  ]);
  const review = (errors: Filled['errors'] = noErrors) =>
    reviewPage(c, visit, { api, known, old: old ?? text, text, part, values: fields, asks, onlyCorrection, errors });
  const { kind, why = '' } = fields;
  if (wanted === 'review' && plan.outcome !== 'unchanged') return review();
  if (asks && wanted !== 'save') return review();
  if (asks && kind !== 'correction' && kind !== 'new-version') {
    return review(new Map([['kind', 'Say what kind of change it is.']]));
  }
  if (asks && kind === 'correction' && why.trim() === '') {
    return review(new Map([['kind', 'Say in a few words what was corrected.']]));
  }
  const together = isNewVersion && kind === 'new-version' ? readTranslations(fields, known, text) : undefined;
  if (together && together.errors.size > 0) return review(together.errors);

  const correction = asks && kind === 'correction' ? why.trim() : undefined;
  const change = together ? { ...changeTo(text), translations: together.translations } : changeTo(text);
  const choices = { ...options, correction, unchanged: together?.unchanged };
  const saved = await saveLetter(api.store, slug, change, choices, visit.actor);
  if (saved.outcome === 'missing') return refusalPage(c, 'not-found', visit);
  if (saved.outcome === 'stale') return show({ known: saved.before, form, theirs: text });
  if (saved.plan.outcome === 'refused') return review(new Map([['', saved.plan.why]]));
  return c.redirect(`/console/letters/${slug}/${part}?saved`, 303);
}

function whyNoVersion(text: LetterText, { letter }: LetterWithTexts): string {
  return text.language === letter.language
    ? 'These words were a version of the letter before: going back to them is a correction.'
    : 'A translation follows the original, which binds: changing it is a correction.';
}
