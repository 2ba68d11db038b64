/** API for a letter's own words. */
import * as z from 'zod';
import { problem } from '../../../shared/platform/http/problem.ts';
import { languageTag } from '../../../shared/text/language-tag.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { type FoundWords, saveWords, wordsInPath } from './words.ts';

const one = '/v1/admin/letters/:letter/words/:language';
const strings = z.record(z.string(), z.string());

const wordsView = z.object({
  language: z.string(),
  revision: z.int().describe('Of the letter'),
  strings: strings.describe('What the letter words itself, by key'),
  ours: strings.describe('Our words, of all that it may word'),
});
const saveRequest = z.strictObject({
  revision: z
    .int()
    .optional()
    .describe('Of the letter as it was read: when it is another meanwhile, nothing is saved. Without, it is not asked'),
  strings: z.record(z.string().max(100), z.string().max(1000)).describe('All of them: what is left out is ours again'),
});
const params = z.object({ language: languageTag });

/** Adds the calls for a letter's own words. */
export function letterWordsApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'get',
      path: one,
      needs: { permission: 'letter.read', of: 'letter' },
      summary: 'The strings of pages and mails that the letter words itself in one of its languages, and ours',
      params,
      answers: { 200: { description: 'Both, by the same keys', json: wordsView } },
    },
    async (c, visit) => {
      const found = await wordsInPath(c, api);
      return found ? visit.reply(200, viewOf(found)) : problem(c, 'not-found');
    },
  );

  guard.api(
    {
      method: 'put',
      path: one,
      needs: { permission: 'letter.write', of: 'letter' },
      summary: 'Word strings of pages and mails in one of its languages',
      details:
        'What is left out is ours again. A string holds the same placeholders as ours. What signers agree to is worded as a whole or not at all; of what they were shown, the words stay kept.',
      params,
      body: saveRequest,
      answers: { 200: { description: 'As they are now', json: wordsView } },
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const found = await wordsInPath(c, api);
      if (!found) return problem(c, 'not-found');
      const { revision = found.known.letter.revision } = visit.body;
      const done = await saveWords(api, visit, found, visit.body.strings, revision);
      if (done.outcome === 'missing') return problem(c, 'not-found');
      if (done.outcome === 'stale') return problem(c, 'changed-meanwhile');
      if (done.outcome === 'saved') {
        const now = await wordsInPath(c, api);
        return now ? visit.reply(200, viewOf(now)) : problem(c, 'not-found');
      }
      const errors = [...done.errors].map(([key, detail]) => ({
        pointer: key === '' ? '#/strings' : `#/strings/${key}`,
        detail,
      }));
      return problem(c, 'invalid-fields', { errors });
    },
  );
}

function viewOf({ known, language, own, ours }: FoundWords) {
  const { revision } = known.letter;
  return { language, revision, strings: own, ours: Object.fromEntries(ours) };
}
