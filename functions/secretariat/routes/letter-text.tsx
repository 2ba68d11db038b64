/** Writing a letter's text: preview, what changes and whom it concerns, save. */
import type { Context } from 'hono';
import type { KnownLetter } from '../../../shared/letter/deeds.ts';
import { planSave, type SavePlan, saveLetter } from '../../../shared/letter/save.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { letterInPath, originalOf } from '../letter/find.ts';
import { draftOf, fieldsOfText, readText } from '../letter/text-fields.ts';
import { type Filled, noErrors } from '../pages/field.tsx';
import { previewOf } from '../pages/letter-form.tsx';
import { refusalPage } from '../pages/refusal.tsx';
import { textPage } from '../pages/text-page.tsx';
import { reviewPage } from '../pages/text-review.tsx';

const write = { permission: 'letter.write', of: 'letter' } as const;

export function letterTextRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/letters/:letter/text', write, async (c, visit) => {
    const known = await letterInPath(c, api);
    if (!known) return refusalPage(c, 'not-found', visit);
    const original = originalOf(known);
    const form = { values: fieldsOfText(original), errors: noErrors };
    return textPage(c, visit, { known, form, shown: original, saved: c.req.query('saved') !== undefined });
  });

  guard.page('post', '/console/letters/:letter/text', write, async (c, visit) => {
    const known = await letterInPath(c, api);
    return known ? act(c, api, visit, known) : refusalPage(c, 'not-found', visit);
  });

  /** The preview alone, for the script. It shows what was sent and keeps nothing. */
  guard.page('post', '/console/letters/:letter/preview', write, (c, visit) => showPreview(c, visit, api));
  guard.page('post', '/console/new-letter/preview', { permission: 'letter.write', of: 'everything' }, (c, visit) =>
    showPreview(c, visit, api),
  );
}

async function showPreview(c: Context, { form }: PageVisit, api: ConsoleContext): Promise<Response> {
  const preview = await previewOf(draftOf(form.fields, api.now().toISOString().slice(0, 10)));
  return c.html(<div>{preview}</div>);
}

async function act(c: Context, api: ConsoleContext, visit: PageVisit, known: KnownLetter): Promise<Response> {
  const fields: Record<string, string> = { ...visit.form.fields, language: known.letter.language };
  const form: Filled = { values: fields, errors: noErrors };
  const shown = draftOf(fields, api.now().toISOString().slice(0, 10));
  const wanted = visit.form.fields['do'];
  if (wanted === 'preview' || wanted === 'edit') return textPage(c, visit, { known, form, shown });
  const read = readText(fields);
  if (!read.ok) return textPage(c, visit, { known, form: { ...form, errors: read.errors }, shown });
  const text = read.content;
  const options = { revision: Number(fields['revision']), stillFit: visit.form.all('stillFit'), now: api.now() };
  const { slug } = known.letter;
  const planned = await planSave(api.store, slug, { text }, options);
  if (planned.outcome === 'missing') return refusalPage(c, 'not-found', visit);
  if (planned.outcome === 'stale') return textPage(c, visit, { known: planned.before, form, shown, theirs: text });
  const asks = planned.plan.outcome === 'new-version' || planned.plan.outcome === 'refused';
  const why = fields['kind'] === 'correction' ? (fields['why'] ?? '') : undefined;
  const isAnswered = why === undefined ? fields['kind'] === 'new-version' : why.trim() !== '';
  const review = async (wrong?: string) => reviewPage(c, visit, { api, ...planned, text, values: fields, wrong });
  if (asks && wanted !== 'save') return review();
  if (asks && !isAnswered) {
    return review(why === undefined ? 'Say what kind of change it is.' : 'Say in a few words what was corrected.');
  }
  const correction = asks ? why?.trim() : undefined;
  const saved = await saveLetter(api.store, slug, { text }, { ...options, correction }, visit.actor);
  return afterSaving(c, visit, saved, { form, shown, theirs: text, review });
}

async function afterSaving(
  c: Context,
  visit: PageVisit,
  saved: SavePlan,
  { form, shown, theirs, review }: Typed,
): Promise<Response> {
  if (saved.outcome === 'missing') return refusalPage(c, 'not-found', visit);
  if (saved.outcome === 'stale') return textPage(c, visit, { known: saved.before, form, shown, theirs });
  if (saved.plan.outcome === 'refused') return review(saved.plan.why);
  return c.redirect(`/console/letters/${saved.before.letter.slug}/text?saved`, 303);
}

interface Typed {
  readonly form: Filled;
  readonly shown: LetterText;
  readonly theirs: LetterText;
  readonly review: (wrong?: string) => Promise<Response>;
}
