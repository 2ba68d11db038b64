/** API to open and close letters, to duplicate them, and to remove translations. */
import * as z from 'zod';
import { reopenLetter } from '../../../shared/delivery/reopen-letter.ts';
import { letterSlug } from '../../../shared/ids.ts';
import { readLetterWithTexts } from '../../../shared/letter/lifecycle.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import { languageTag } from '../../../shared/text/language-tag.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { letterView, refused, viewOf } from './letter-view.ts';
import { letterWithTextsInPath } from './letter-with-texts-in-path.ts';
import { changeState, wantedState } from './overview-routes.tsx';
import { removeTranslation } from './remove-translation.ts';
import { duplicateLetter } from './save-parts.ts';

const one = '/v1/admin/letters/:letter';

/** Adds the calls that change a letter as a whole. */
export function letterLifecycleApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'delete',
      path: `${one}/translations/:language`,
      needs: { permission: 'letter.write', of: 'letter' },
      summary: 'Remove a translation of the current version',
      details:
        'It is shown no more, nor are the strings that the letter words itself in that language. The text that signers read stays kept and is found by its hash. The first language binds and is not removed.',
      params: z.object({ language: languageTag }),
      answers: { 204: { description: 'Removed' } },
      problems: ['changed-meanwhile', 'not-possible'],
    },
    async (c, visit) => {
      const slug = letterSlug.safeParse(visit.scope);
      if (!slug.success) return problem(c, 'not-found');
      const { language } = visit.params;
      const done = await removeTranslation(api.store, slug.data, language, { now: api.now() }, visit.actor);
      if (done.outcome === 'binds') return problem(c, 'not-possible');
      if (done.outcome === 'stale') return problem(c, 'changed-meanwhile');
      return done.outcome === 'removed' ? visit.reply(204) : problem(c, 'not-found');
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${one}/state`,
      needs: { permission: 'letter.state', of: 'letter' },
      summary: 'Open a letter, close it, or mark it as delivered',
      body: wantedState,
      answers: { 200: { description: 'The letter', json: letterView } },
    },
    async (c, visit) => {
      const known = await letterWithTextsInPath(c, api);
      if (!known) return problem(c, 'letter-not-found');
      const why = await changeState(known.letter, visit.body, visit, api);
      if (why !== undefined) return refused(c, '#/state', why);
      const now = await letterWithTextsInPath(c, api);
      return now ? visit.reply(200, viewOf(now)) : problem(c, 'letter-not-found');
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${one}/reopen`,
      needs: { permission: 'letter.reopen', of: 'letter' },
      summary: 'Reopen a letter that was closed by mistake',
      details:
        'Possible within a day of closing, unless a final delivery was made. A closing date in the past is removed.',
      answers: { 200: { description: 'The letter', json: letterView } },
      problems: ['letter-not-found', 'not-possible'],
    },
    async (c, visit) => {
      const known = await letterWithTextsInPath(c, api);
      if (!known) return problem(c, 'letter-not-found');
      const done = await reopenLetter(api.store, known.letter.slug, visit.actor, api.now());
      if (!done.ok) return problem(c, 'not-possible', { detail: done.why });
      return visit.reply(200, viewOf({ ...known, letter: done.letter }));
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${one}/copies`,
      needs: { permission: 'letter.write', of: 'everything' },
      summary: 'Copy a letter',
      details: 'The copy is a draft with the same text, translations and settings, without signatures and partners.',
      body: z.strictObject({ slug: letterSlug }),
      answers: { 201: { description: 'The copy', json: letterView } },
      problems: ['letter-not-found'],
    },
    async (c, visit) => {
      const known = await letterWithTextsInPath(c, api);
      if (!known) return problem(c, 'letter-not-found');
      const made = await duplicateLetter(api.store, known, visit.body.slug, visit.actor, api.now());
      if (!made.ok) return refused(c, '#/slug', made.why);
      const copy = await readLetterWithTexts(api.store, visit.body.slug);
      return copy ? visit.reply(201, viewOf(copy)) : problem(c, 'letter-not-found');
    },
  );
}
