/** API for a letter's own words; does the same as their pages. */
import type { Context } from 'hono';
import * as z from 'zod';
import { fieldErrors, problem } from '../../../shared/platform/http/problem.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { type FoundWords, saveWords, wordsInPath } from './words.ts';

const one = '/v1/admin/letters/:letter/words/:language';
const strings = z.record(z.string(), z.string());

export const wordsSchemas = {
  words: z.object({
    language: z.string(),
    revision: z.int().describe('Of the letter'),
    strings: strings.describe('What the letter words itself, by key'),
    ours: strings.describe('Our words, of all that it may word'),
  }),
  save: z.strictObject({
    revision: z
      .int()
      .optional()
      .describe(
        'Of the letter as it was read: when it is another meanwhile, nothing is saved. Without, it is not asked',
      ),
    strings: z
      .record(z.string().max(100), z.string().max(1000))
      .describe('All of them: what is left out is ours again'),
  }),
} as const;

export function letterWordsApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api('get', one, { permission: 'letter.read', of: 'letter' }, async (c) => answer(c, await wordsInPath(c, api)));

  guard.api('put', one, { permission: 'letter.write', of: 'letter' }, async (c, visit) => {
    const found = await wordsInPath(c, api);
    if (!found) return problem(c, 'not-found');
    const asked = wordsSchemas.save.safeParse(visit.body);
    if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
    const { revision = found.known.letter.revision } = asked.data;
    const done = await saveWords(api, visit, found, asked.data.strings, revision);
    if (done.outcome === 'missing') return problem(c, 'not-found');
    if (done.outcome === 'stale') return problem(c, 'changed-meanwhile');
    if (done.outcome === 'saved') return answer(c, await wordsInPath(c, api));
    const errors = [...done.errors].map(([key, detail]) => ({
      pointer: key === '' ? '#/strings' : `#/strings/${key}`,
      detail,
    }));
    return problem(c, 'invalid-fields', { errors });
  });
}

function answer(c: Context, found: FoundWords | undefined): Response {
  if (!found) return problem(c, 'not-found');
  const { known, language, own, ours } = found;
  const { revision } = known.letter;
  return c.json(wordsSchemas.words.parse({ language, revision, strings: own, ours: Object.fromEntries(ours) }));
}
