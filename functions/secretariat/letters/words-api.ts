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
  strings: strings.describe('The letter’s own wording, by key'),
  ours: strings.describe('Our wording of every string that can be replaced'),
});
const saveRequest = z.strictObject({
  revision: z
    .int()
    .optional()
    .describe('Revision of the letter that you read. If it has changed since, nothing is saved. Optional.'),
  strings: z
    .record(z.string().max(100), z.string().max(1000))
    .describe('The whole wording: strings that you leave out use ours again'),
});
const params = z.object({ language: languageTag });

/** Adds the calls for a letter's own words. */
export function letterWordsApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'get',
      path: one,
      needs: { permission: 'letter.read', of: 'letter' },
      summary: 'Get the wording of pages and emails in one language: the letter’s own, and ours',
      params,
      answers: { 200: { description: 'Both, by key', json: wordsView } },
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
      summary: 'Replace the wording of pages and emails in one language',
      details:
        'Strings that you leave out use our wording. A string needs the same placeholders as ours. Replace the consents all together or not at all; for earlier signatures we keep the wording that they saw.',
      params,
      body: saveRequest,
      answers: { 200: { description: 'The current wording', json: wordsView } },
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
