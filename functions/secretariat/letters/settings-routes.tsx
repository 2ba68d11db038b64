/** Routes for a letter's settings. */
import type { Context } from 'hono';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { LetterWithTexts } from '../../../shared/letter/unchanged-translations.ts';
import { textsFor } from '../../../shared/text/catalogue.ts';
import { wantedLanguages } from '../../../shared/text/language.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { ErrorSummary, type Filled, noErrors } from '../ui/field.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { markChecked } from './checklist.ts';
import { Checklist } from './checklist-view.tsx';
import { objectionToFollowing } from './follows.ts';
import { letterWithTextsInPath, originalOf } from './letter-with-texts-in-path.ts';
import { saveLetter } from './save-parts.ts';
import { fieldsOfSettings, readSettings, settingsFields } from './settings-fields.ts';
import { SettingsFields } from './settings-form.tsx';
import { FieldConflict, Saved } from './text-conflict.tsx';

const write = { permission: 'letter.write', of: 'letter' } as const;

export function letterSettingsRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/letters/:letter/settings', write, async (c, visit) => {
    const known = await letterWithTextsInPath(c, api);
    if (!known) return refusalPage(c, 'not-found', visit);
    const values = { ...proposedPrivacy(known, visit), ...fieldsOfSettings(known.letter.settings) };
    return settingsPage(c, visit, api.now(), known.letter, {
      form: { values, errors: noErrors },
      saved: c.req.query('saved') !== undefined,
    });
  });

  guard.page('post', '/console/letters/:letter/settings', write, async (c, visit) => {
    const known = await letterWithTextsInPath(c, api);
    if (!known) return refusalPage(c, 'not-found', visit);
    const { letter } = known;
    const values = visit.form.fields;
    const read = await readSettings(visit.form, letter, api.now());
    if (!read.ok) return settingsPage(c, visit, api.now(), letter, { form: { values, errors: read.errors } });
    const settings = { before: letter.settings, after: read.content };
    const objection = await objectionToFollowing(api, visit, letter.slug, settings);
    if (objection) {
      const errors = new Map([['follows', `${settingsFields.follows}: ${objection}`]]);
      return settingsPage(c, visit, api.now(), letter, { form: { values, errors } });
    }
    const options = { revision: Number(values['revision']), now: api.now() };
    const saved = await saveLetter(api.store, letter.slug, { settings: read.content }, options, visit.actor);
    if (saved.outcome === 'missing') return refusalPage(c, 'not-found', visit);
    if (saved.outcome === 'stale') return stalePage(c, visit, api.now(), saved.before.letter, values);
    if (saved.plan.outcome === 'refused') {
      return settingsPage(c, visit, api.now(), letter, { form: { values, errors: new Map([['', saved.plan.why]]) } });
    }
    if (letter.state !== 'draft') return c.redirect(`/console/letters/${letter.slug}/settings?saved`, 303);
    const after = saved.plan.letter;
    // When somebody else saves at this moment, the step stays to be done.
    if (after.checked?.signers === undefined) await markChecked(api.store, after, 'signers', visit.actor, api.now());
    // The next step.
    return c.redirect(`/console/letters/${letter.slug}/preview`, 303);
  });
}

/** @returns controller and contact from the signature block, for a letter that names none yet */
function proposedPrivacy(known: LetterWithTexts, { member }: PageVisit): Filled['values'] {
  if (known.letter.settings.privacy || known.letter.state !== 'draft') return {};
  const { organisation, offices } = originalOf(known).convener;
  const contact = offices.flatMap(({ email }) => email ?? [])[0] ?? member.email;
  return { 'privacy.controller': organisation.slice(0, 200), 'privacy.contact': contact };
}

/** Keeps the typed values, and shows the stored ones beside them. */
function stalePage(
  c: Context,
  visit: PageVisit,
  now: Date,
  letter: Letter,
  values: Filled['values'],
): Promise<Response> {
  const kept = fieldsOfSettings(letter.settings);
  const differing = [...new Set([...Object.keys(kept), ...Object.keys(values)])].filter(
    (name) => name in kept && kept[name] !== values[name],
  );
  const errors = new Map(differing.map((name) => [name, `Saved by someone else: ${kept[name] ?? 'empty'}`]));
  return settingsPage(c, visit, now, letter, { form: { values, errors }, isStale: true });
}

interface Shown {
  readonly form: Filled;
  readonly saved?: boolean;
  readonly isStale?: boolean;
}

async function settingsPage(
  c: Context,
  visit: PageVisit,
  now: Date,
  letter: Letter,
  { form, saved, isStale = false }: Shown,
): Promise<Response> {
  const texts = await textsFor('en');
  const seen = isStale ? letter.revision : (form.values['revision'] ?? letter.revision);
  return showPage(c, isStale ? 409 : form.errors.size > 0 ? 422 : 200, {
    title: 'Settings',
    visit,
    letter,
    body: (
      <>
        {saved ? <Saved /> : null}
        <Checklist letter={letter} now={now} here="settings" />
        {isStale ? <FieldConflict /> : <ErrorSummary errors={form.errors} />}
        <form method="post" action={`/console/letters/${letter.slug}/settings`} class="card">
          <Csrf token={visit.csrf} />
          <input type="hidden" name="revision" value={seen} />
          <SettingsFields
            logoPage={`/console/letters/${letter.slug}/look`}
            form={form}
            languages={wantedLanguages(c.req.header('accept-language'))}
            texts={texts}
            zoneIsOpen={letter.settings.timeZone === undefined && form.errors.size === 0}
          />
          <button type="submit">Save</button>
        </form>
      </>
    ),
  });
}
