/** API for letters; does the same as their pages. */
import type { Context } from 'hono';
import * as z from 'zod';
import { letterSlug, letterState } from '../../../shared/ids.ts';
import type { LetterWithTexts } from '../../../shared/letter/audit-lines.ts';
import { letter, letterSettings } from '../../../shared/letter/letter.ts';
import { readWhole } from '../../../shared/letter/lifecycle.ts';
import { listLetters } from '../../../shared/letter/storage.ts';
import { letterText, sha256 } from '../../../shared/letter/text.ts';
import { fieldErrors, problem } from '../../../shared/platform/http/problem.ts';
import { languageTag } from '../../../shared/text/language-tag.ts';
import { isoTimestamp } from '../../../shared/time.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, UndescribedVisit } from '../guard.ts';
import { readSigners } from './affected-signers.ts';
import { letterInPath } from './find-letter.ts';
import { changeState, wantedState } from './overview-routes.tsx';
import { removeTranslation } from './remove-translation.ts';
import { createLetter, duplicateLetter, planSave, saveLetter } from './save-parts.ts';
import { differences } from './text-diff.ts';
import { letterWordsApiRoutes } from './words-api.ts';

const base = '/v1/admin/letters';
const one = `${base}/:letter`;
const read = { permission: 'letter.read', of: 'letter' } as const;
const write = { permission: 'letter.write', of: 'letter' } as const;
const writeAll = { permission: 'letter.write', of: 'everything' } as const;

const signers = z.object({
  organisations: z.int(),
  individuals: z.int(),
  offline: z.int().describe('Who signed on paper, counted apart'),
  total: z.int(),
  byVersion: z.array(z.object({ id: sha256, at: isoTimestamp, signers: z.int() })),
  asOf: isoTimestamp.optional().describe('When it was counted who signed which version'),
});

/** Bodies and answers, for the API description. */
export const letterSchemas = {
  list: z.object({ items: z.array(z.object({ slug: letterSlug, title: z.string(), state: letterState })) }),
  make: z.strictObject({
    slug: letterSlug,
    text: letterText.describe('In the first language, which binds'),
    translations: z.array(letterText).max(50).default([]),
    settings: letterSettings.prefault({}),
  }),
  letter: letter
    .pick({
      slug: true,
      state: true,
      closedAt: true,
      deliveredOn: true,
      language: true,
      settings: true,
      versions: true,
      corrections: true,
      removed: true,
      revision: true,
      updatedAt: true,
    })
    .extend({ texts: z.array(letterText).describe('Of the current version') }),
  save: z.strictObject({
    revision: z.int().describe('Of the letter as it was read; when it is another meanwhile, nothing is saved'),
    text: letterText.optional(),
    translation: letterText.optional(),
    settings: letterSettings.optional(),
    correction: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .optional()
      .describe('Why it is the same letter still; else a new version'),
    stillFit: z
      .array(z.string())
      .max(50)
      .default([])
      .describe('Languages whose translations say the same as the new version'),
    dryRun: z.boolean().default(false).describe('Say what would be done and whom it concerns, and save nothing'),
  }),
  saved: z.object({
    outcome: z.enum(['unchanged', 'rewritten', 'new-version', 'corrected', 'updated']),
    signers,
    differences: z.array(
      z.object({
        language: z.string(),
        field: z.string(),
        pieces: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
      }),
    ),
  }),
  state: wantedState,
  copy: z.strictObject({ slug: letterSlug }),
} as const;

export function letterApiRoutes(guard: Guard, api: ConsoleContext): void {
  letterWordsApiRoutes(guard, api);

  guard.api('get', base, { permission: 'letter.read', of: 'any' }, async (c, visit) => {
    const letters = (await listLetters(api.store)).filter(({ slug }) => visit.may('letter.read', slug));
    const body: z.infer<typeof letterSchemas.list> = {
      items: letters.map(({ slug, title, state }) => ({ slug, title, state })),
    };
    return c.json(body);
  });

  guard.api('post', base, writeAll, async (c, visit) => {
    const asked = letterSchemas.make.safeParse(visit.body);
    if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
    const made = await createLetter(api.store, asked.data, visit.actor, api.now());
    return made.ok ? answer(c, 201, await readWhole(api.store, asked.data.slug)) : refused(c, '#/slug', made.why);
  });

  guard.api('get', one, read, async (c) => answer(c, 200, await letterInPath(c, api)));
  guard.api('put', one, write, (c, visit) => save(c, visit, api));

  guard.api('delete', `${one}/translations/:language`, write, async (c, visit) => {
    const slug = letterSlug.safeParse(c.req.param('letter'));
    const language = languageTag.safeParse(c.req.param('language'));
    if (!slug.success || !language.success) return problem(c, 'not-found');
    const done = await removeTranslation(api.store, slug.data, language.data, { now: api.now() }, visit.actor);
    if (done.outcome === 'binds') return problem(c, 'not-possible');
    if (done.outcome === 'stale') return problem(c, 'changed-meanwhile');
    return done.outcome === 'removed' ? c.body(null, 204) : problem(c, 'not-found');
  });

  guard.api('post', `${one}/state`, { permission: 'letter.state', of: 'letter' }, async (c, visit) => {
    const known = await letterInPath(c, api);
    if (!known) return problem(c, 'letter-not-found');
    const asked = letterSchemas.state.safeParse(visit.body);
    if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
    const why = await changeState(known.letter, asked.data, visit, api);
    return why === undefined ? answer(c, 200, await letterInPath(c, api)) : refused(c, '#/state', why);
  });

  guard.api('post', `${one}/copies`, writeAll, async (c, visit) => {
    const known = await letterInPath(c, api);
    if (!known) return problem(c, 'letter-not-found');
    const asked = letterSchemas.copy.safeParse(visit.body);
    if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
    const made = await duplicateLetter(api.store, known, asked.data.slug, visit.actor, api.now());
    return made.ok ? answer(c, 201, await readWhole(api.store, asked.data.slug)) : refused(c, '#/slug', made.why);
  });
}

async function save(c: Context, visit: UndescribedVisit, api: ConsoleContext): Promise<Response> {
  const slug = letterSlug.safeParse(c.req.param('letter'));
  if (!slug.success) return problem(c, 'letter-not-found');
  const asked = letterSchemas.save.safeParse(visit.body);
  if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
  const { revision, correction, stillFit, dryRun, ...change } = asked.data;
  const options = { revision, correction, stillFit, now: api.now() };
  const done = dryRun
    ? await planSave(api.store, slug.data, change, options)
    : await saveLetter(api.store, slug.data, change, options, visit.actor);
  if (done.outcome === 'missing') return problem(c, 'letter-not-found');
  if (done.outcome === 'stale') return problem(c, 'changed-meanwhile');
  const { before, plan } = done;
  if (plan.outcome === 'refused') return refused(c, '#/correction', plan.why);
  if (plan.outcome === 'created') throw new Error('what is saved was there before');
  const changed = 'texts' in plan ? plan.texts : [];
  const found = await Promise.all(
    changed.map(async (text) => {
      const old = before.texts.get(text.language);
      return old ? (await differences(old, text)).map((one) => ({ language: text.language, ...one })) : [];
    }),
  );
  const body: z.infer<typeof letterSchemas.saved> = letterSchemas.saved.parse({
    outcome: plan.outcome,
    signers: await readSigners(api.store, before.letter),
    differences: found.flat(),
  });
  return c.json(body);
}

function answer(c: Context, status: 200 | 201, known: LetterWithTexts | undefined): Response {
  if (!known) return problem(c, 'letter-not-found');
  return c.json(letterSchemas.letter.parse({ ...known.letter, texts: [...known.texts.values()] }), status);
}

function refused(c: Context, pointer: string, detail: string): Response {
  return problem(c, 'invalid-fields', { errors: [{ pointer, detail }] });
}
