/**
 * Handles a typed text: shows it again, shows its changes for review, or saves it. The same for the original and for
 * translations.
 */
import type { Context } from 'hono';
import type { LetterWithTexts } from '../../../shared/letter/audit-lines.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { ConsoleContext } from '../context.ts';
import type { PageVisit } from '../guard.ts';
import { type Filled, noErrors } from '../ui/field.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { type LetterChange, planSave, saveLetter } from './save-parts.ts';
import type { ReadFields } from './text-fields.ts';
import { reviewPage } from './text-review.tsx';

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
  const options = { revision: Number(fields['revision']), stillFit: visit.form.all('stillFit'), now: api.now() };
  const planned = await planSave(api.store, slug, changeTo(text), options);
  if (planned.outcome === 'missing') return refusalPage(c, 'not-found', visit);
  if (planned.outcome === 'stale') return show({ known: planned.before, form, theirs: text });

  const { outcome } = planned.plan;
  const asks = old !== undefined && (outcome === 'new-version' || outcome === 'refused');
  const onlyCorrection = outcome === 'refused' ? whyNoVersion(text, known) : undefined;
  const review = (wrong?: string) =>
    reviewPage(c, visit, { api, known, old: old ?? text, text, part, values: fields, asks, onlyCorrection, wrong });
  const { kind, why = '' } = fields;
  if (wanted === 'review' && outcome !== 'unchanged') return review();
  if (asks && wanted !== 'save') return review();
  if (asks && kind !== 'correction' && kind !== 'new-version') return review('Say what kind of change it is.');
  if (asks && kind === 'correction' && why.trim() === '') return review('Say in a few words what was corrected.');

  const correction = asks && kind === 'correction' ? why.trim() : undefined;
  const saved = await saveLetter(api.store, slug, changeTo(text), { ...options, correction }, visit.actor);
  if (saved.outcome === 'missing') return refusalPage(c, 'not-found', visit);
  if (saved.outcome === 'stale') return show({ known: saved.before, form, theirs: text });
  if (saved.plan.outcome === 'refused') return review(saved.plan.why);
  return c.redirect(`/console/letters/${slug}/${part}?saved`, 303);
}

function whyNoVersion(text: LetterText, { letter }: LetterWithTexts): string {
  return text.language === letter.language
    ? 'These words were a version of the letter before: going back to them is a correction.'
    : 'A translation follows the original, which binds: changing it is a correction.';
}
