/** API to list, read and write letters. */
import * as z from 'zod';
import { letterSlug, letterState } from '../../../shared/ids.ts';
import { letterSettings } from '../../../shared/letter/letter.ts';
import { readLetterWithTexts } from '../../../shared/letter/lifecycle.ts';
import { readLetter } from '../../../shared/letter/storage.ts';
import { type LetterText, letterText, sha256 } from '../../../shared/letter/text.ts';
import type { LetterWithTexts } from '../../../shared/letter/unchanged-translations.ts';
import { translationChoice } from '../../../shared/letter/unchanged-translations.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import { isoTimestamp } from '../../../shared/time.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { readSigners } from './affected-signers.ts';
import { objectionToFollowing } from './follows.ts';
import { letterView, refused, viewOf } from './letter-view.ts';
import { letterWithTextsInPath } from './letter-with-texts-in-path.ts';
import { lettersOf } from './letters-of.ts';
import { createLetter, planSave, saveLetter } from './save-parts.ts';
import { differences } from './text-diff.ts';

const base = '/v1/admin/letters';
const one = `${base}/:letter`;

const signers = z.object({
  organisations: z.int(),
  individuals: z.int(),
  offline: z.int().describe('Signatures on paper, counted separately'),
  added: z.int().describe('Of the others: added by the secretariat'),
  total: z.int(),
  byVersion: z.array(z.object({ id: sha256, at: isoTimestamp, signers: z.int() })),
  asOf: isoTimestamp.optional().describe('Time of the counts by version'),
});

const letterList = z.object({ items: z.array(z.object({ slug: letterSlug, title: z.string(), state: letterState })) });
const makeRequest = z.strictObject({
  slug: letterSlug,
  text: letterText.describe('In the official language'),
  translations: z.array(letterText).max(50).default([]),
  settings: letterSettings.prefault({}),
});
const saveRequest = z.strictObject({
  revision: z.int().describe('Revision of the letter that you read. If it has changed since, nothing is saved.'),
  text: letterText.optional(),
  translation: letterText.optional(),
  translations: z.array(letterText).max(50).default([]).describe('Published together with the text'),
  settings: letterSettings.optional(),
  correction: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .optional()
    .describe('What was corrected. Without it, a changed text becomes a new version.'),
  unchangedTranslations: z
    .record(z.string(), translationChoice)
    .default({})
    .describe(
      'With a new version, for each translation that you do not send: still-fits, keep-older (readers get it with a note that the official text has changed, and sign the version that they read) or hide. At other times it moves a translation of an earlier version.',
    ),
  stillFit: z
    .array(z.string())
    .max(50)
    .default([])
    .describe('The same as still-fits in unchangedTranslations, for each of these languages'),
  dryRun: z.boolean().default(false).describe('Return what would change and who is affected, without saving'),
});
const savedLetter = z.object({
  outcome: z.enum(['unchanged', 'rewritten', 'new-version', 'corrected', 'updated']),
  signers,
  differences: z.array(
    z.object({
      language: z.string(),
      field: z.string(),
      pieces: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
    }),
  ),
});

/** Adds the calls to list, read and write letters. */
export function letterApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'get',
      path: base,
      needs: { permission: 'letter.read', of: 'any' },
      summary: 'List the letters that you have access to',
      answers: { 200: { description: 'Their titles and states', json: letterList } },
    },
    async (_c, visit) => visit.reply(200, { items: await lettersOf(api.store, visit) }),
  );

  guard.api(
    {
      method: 'post',
      path: base,
      needs: { permission: 'letter.write', of: 'everything' },
      summary: 'Create a letter as a draft',
      body: makeRequest,
      answers: { 201: { description: 'The draft', json: letterView } },
    },
    async (c, visit) => {
      const { slug, settings } = visit.body;
      const objection = await objectionToFollowing(api, visit, slug, { before: undefined, after: settings });
      if (objection) return refused(c, '#/settings/follows', objection);
      const made = await createLetter(api.store, visit.body, visit.actor, api.now());
      if (!made.ok) return refused(c, '#/slug', made.why);
      const known = await readLetterWithTexts(api.store, visit.body.slug);
      return known ? visit.reply(201, viewOf(known)) : problem(c, 'letter-not-found');
    },
  );

  guard.api(
    {
      method: 'get',
      path: one,
      needs: { permission: 'letter.read', of: 'letter' },
      summary: 'Get a letter with its texts',
      answers: { 200: { description: 'The letter', json: letterView } },
    },
    async (c, visit) => {
      const known = await letterWithTextsInPath(c, api);
      return known ? visit.reply(200, viewOf(known)) : problem(c, 'letter-not-found');
    },
  );

  guard.api(
    {
      method: 'put',
      path: one,
      needs: { permission: 'letter.write', of: 'letter' },
      summary: 'Save a text, a translation or the settings, or preview the effects',
      details:
        'A changed text becomes a new version, unless `correction` says what was corrected. For a new version, send each translation that is on the page or name it in `unchangedTranslations`: none is taken off the page unasked. `dryRun` saves nothing; it returns the differences and how many signers are affected.',
      body: saveRequest,
      answers: { 200: { description: 'What changed, or would change', json: savedLetter } },
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const slug = letterSlug.safeParse(visit.scope);
      if (!slug.success) return problem(c, 'letter-not-found');
      const { revision, correction, dryRun, text, settings: changed, ...sent } = visit.body;
      const { translation, translations, stillFit, unchangedTranslations } = sent;
      const change = {
        text,
        settings: changed,
        translations: [...translations, ...(translation ? [translation] : [])],
      };
      const known = change.settings?.follows ? await readLetter(api.store, slug.data) : undefined;
      const settings = { before: known?.settings, after: change.settings };
      const objection = await objectionToFollowing(api, visit, slug.data, settings);
      if (objection) return refused(c, '#/settings/follows', objection);
      const fits = Object.fromEntries(stillFit.map((language) => [language, 'still-fits' as const]));
      const unchanged = { ...fits, ...unchangedTranslations };
      const options = { revision, correction, unchanged, now: api.now() };
      const done = dryRun
        ? await planSave(api.store, slug.data, change, options)
        : await saveLetter(api.store, slug.data, change, options, visit.actor);
      if (done.outcome === 'missing') return problem(c, 'letter-not-found');
      if (done.outcome === 'stale') return problem(c, 'changed-meanwhile');
      const { before, plan } = done;
      if (plan.outcome === 'refused') return refused(c, '#/correction', plan.why);
      if (plan.outcome === 'created') throw new Error('what is saved was there before');
      return visit.reply(200, {
        outcome: plan.outcome,
        signers: await readSigners(api.store, before.letter),
        differences: await differencesTo(before, 'texts' in plan ? plan.texts : []),
      });
    },
  );
}

/** @returns the differences between each new text and the one in its language before */
async function differencesTo(before: LetterWithTexts, texts: readonly LetterText[]) {
  const found = await Promise.all(
    texts.map(async (text) => {
      const old = before.texts.get(text.language);
      return old ? (await differences(old, text)).map((one) => ({ language: text.language, ...one })) : [];
    }),
  );
  return found.flat();
}
