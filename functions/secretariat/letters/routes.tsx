/** Routes to create a letter: a new draft, or one with the words of another. */
import type { Context } from 'hono';
import { letterSlug } from '../../../shared/ids.ts';
import { letterSettings } from '../../../shared/letter/letter.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { ErrorSummary, Field, type Filled, noErrors } from '../ui/field.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { LanguageField, Preview, previewOf, TextActions, TextFields } from './letter-form.tsx';
import { letterWithTextsInPath } from './letter-with-texts-in-path.ts';
import { proposeSlug } from './propose-slug.ts';
import { createLetter, duplicateLetter } from './save-parts.ts';
import { draftOf, readText } from './text-fields.ts';

/** Members who create letters may write all of them. */
const writeAll = { permission: 'letter.write', of: 'everything' } as const;

export function letterRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/new-letter', writeAll, (c, visit) => {
    const values = { language: 'en', date: today(api) };
    return newPage(c, visit, api, { values, errors: noErrors });
  });

  guard.page('post', '/console/new-letter', writeAll, async (c, visit) => {
    const values = visit.form.fields;
    if (values['do'] === 'preview') return newPage(c, visit, api, { values, errors: noErrors });
    const text = readText(values);
    const slug = letterSlug.safeParse(values['slug'] ?? (await proposed(api, values)) ?? '');
    const errors = new Map(text.ok ? [] : text.errors);
    if (!slug.success)
      errors.set('slug', `Address: ${slug.error.issues[0]?.message ?? 'use lower-case letters, digits and hyphens'}`);
    if (!slug.success || !text.ok) return newPage(c, visit, api, { values, errors });
    const file = { slug: slug.data, text: text.content, settings: letterSettings.parse({}) };
    const made = await createLetter(api.store, file, visit.actor, api.now());
    if (!made.ok) return newPage(c, visit, api, { values, errors: new Map([['slug', made.why]]) });
    return c.redirect(`/console/letters/${slug.data}`, 303);
  });

  /** Returns only the proposed address, for the script. Stores nothing. */
  guard.page('post', '/console/new-letter/address', writeAll, async (c, visit) =>
    c.text((await proposed(api, visit.form.fields)) ?? ''),
  );

  guard.page('get', '/console/letters/:letter/duplicate', writeAll, (c, visit) => duplicatePage(c, visit, api));
  guard.page('post', '/console/letters/:letter/duplicate', writeAll, async (c, visit) => {
    const known = await letterWithTextsInPath(c, api);
    if (!known) return refusalPage(c, 'not-found', visit);
    const values = visit.form.fields;
    const slug = letterSlug.safeParse(values['slug'] ?? '');
    const wrong = (why: string) => duplicatePage(c, visit, api, { values, errors: new Map([['slug', why]]) });
    if (!slug.success)
      return wrong(`Address: ${slug.error.issues[0]?.message ?? 'use lower-case letters, digits and hyphens'}`);
    const made = await duplicateLetter(api.store, known, slug.data, visit.actor, api.now());
    return made.ok ? c.redirect(`/console/letters/${slug.data}`, 303) : wrong(made.why);
  });
}

/** @returns the address proposed for the typed title, if it has a letter or digit */
const proposed = ({ store }: ConsoleContext, { title = '', language = 'en' }: Readonly<Record<string, string>>) =>
  proposeSlug(store, title.slice(0, 300), language);

const today = (api: ConsoleContext) => api.now().toISOString().slice(0, 10);

async function newPage(c: Context, visit: PageVisit, api: ConsoleContext, form: Filled): Promise<Response> {
  const typed = Object.fromEntries(
    Object.entries(form.values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return showPage(c, form.errors.size > 0 ? 422 : 200, {
    title: 'New letter',
    visit,
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <div class="two">
          <form
            method="post"
            action="/console/new-letter"
            data-preview="/console/new-letter/preview"
            data-address="/console/new-letter/address"
          >
            <Csrf token={visit.csrf} />
            <TextFields form={form}>
              <SlugField form={form} api={api} isProposed />
              <LanguageField form={form} />
            </TextFields>
            <TextActions does="save">Save draft</TextActions>
          </form>
          <Preview>{await previewOf(draftOf(typed, api.now()))}</Preview>
        </div>
      </>
    ),
  });
}

/** @param isProposed it is made from the title when it is left empty; `browser/address.ts` shows it during typing */
function SlugField({ form, api, isProposed = false }: { form: Filled; api: ConsoleContext; isProposed?: boolean }) {
  const whence = isProposed ? 'We propose one from the title. ' : '';
  const hint = `${whence}The end of the web address, after ${api.publicUrl}/. Use lower-case letters, digits and hyphens, such as keep-the-river-open. You cannot change it later.`;
  return <Field name="slug" label="Address" hint={hint} form={form} required={!isProposed} />;
}

async function duplicatePage(
  c: Context,
  visit: PageVisit,
  api: ConsoleContext,
  form: Filled = { values: {}, errors: noErrors },
): Promise<Response> {
  const known = await letterWithTextsInPath(c, api);
  if (!known) return refusalPage(c, 'not-found', visit);
  const { letter } = known;
  return showPage(c, form.errors.size > 0 ? 422 : 200, {
    title: 'Copy this letter',
    visit,
    letter,
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <form method="post" action={`/console/letters/${letter.slug}/duplicate`} class="card">
          <Csrf token={visit.csrf} />
          <p>
            The copy is a draft with the same text, translations and settings. Signatures, partners and opening and
            closing dates are not copied.
          </p>
          <SlugField form={form} api={api} />
          <button type="submit">Create the copy</button>
        </form>
      </>
    ),
  });
}
