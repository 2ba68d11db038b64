/** Routes for the overview of a letter: its state, figures and open tasks; opening, closing, delivering. */
import type { Context } from 'hono';
import * as z from 'zod';
import { readReopenableUntil, reopenLetter } from '../../../shared/delivery/reopen-letter.ts';
import { letterSlug, letterState } from '../../../shared/ids.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { setState } from '../../../shared/letter/lifecycle.ts';
import type { ConsoleContext } from '../context.ts';
import { readFreezable } from '../freezable.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { viewerRightsOf } from '../letter-in-path.ts';
import { readTasks } from '../to-do/read-tasks.ts';
import { showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { readSigners } from './affected-signers.ts';
import { whyNotOpen } from './checklist.ts';
import { endPage } from './end-page.tsx';
import { letterWithTextsInPath } from './letter-with-texts-in-path.ts';
import { readNewsOfWeek } from './news-of-week.ts';
import { Overview } from './overview-page.tsx';

/** States that can be requested; a letter is a draft only at the start. */
export const wantedState = z.strictObject({
  state: letterState.exclude(['draft']),
  /** The day on which the letter was delivered. */
  deliveredOn: z.iso.date().optional(),
});

const stateRight = { permission: 'letter.state', of: 'letter' } as const;

export function letterOverviewRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/letters/:letter', { permission: 'letter.read', of: 'letter' }, (c, visit) =>
    overview(c, visit, api),
  );

  /** Asks before a letter is closed or delivered. */
  guard.page('get', '/console/letters/:letter/state', stateRight, async (c, visit) => {
    const known = await letterWithTextsInPath(c, api);
    if (!known) return refusalPage(c, 'not-found', visit);
    const { letter } = known;
    const to = z.enum(['closed', 'delivered']).safeParse(c.req.query('to'));
    const isPossible = letter.state === 'open' || (to.data === 'delivered' && letter.state === 'closed');
    if (!to.success || !isPossible) return c.redirect(`/console/letters/${letter.slug}`, 303);
    const counts = await readFreezable(api.store, letter);
    return endPage(c, visit, { letter, to: to.data, counts, now: api.now(), mayReopen: visit.may('letter.reopen') });
  });

  guard.page('post', '/console/letters/:letter/state', stateRight, async (c, visit) => {
    const known = await letterWithTextsInPath(c, api);
    if (!known) return refusalPage(c, 'not-found', visit);
    const { letter } = known;
    const { state, deliveredOn } = visit.form.fields;
    const wanted = wantedState.safeParse({ state, deliveredOn });
    if (!wanted.success) return overview(c, visit, api, 'Enter a date, such as 2026-11-20.');
    const isOpening = wanted.data.state === 'open' && letter.state === 'draft';
    const why =
      (isOpening ? whyNotOpen(letter, api.now()) : undefined) ?? (await changeState(letter, wanted.data, visit, api));
    return why === undefined ? c.redirect(`/console/letters/${letter.slug}`, 303) : overview(c, visit, api, why);
  });

  guard.page(
    'post',
    '/console/letters/:letter/reopen',
    { permission: 'letter.reopen', of: 'letter' },
    async (c, visit) => {
      const slug = letterSlug.safeParse(visit.scope);
      if (!slug.success) return refusalPage(c, 'not-found', visit);
      const done = await reopenLetter(api.store, slug.data, visit.actor, api.now());
      return done.ok ? c.redirect(`/console/letters/${slug.data}`, 303) : overview(c, visit, api, done.why);
    },
  );
}

/** Also used by the API. @returns the reason for a refusal, if any */
export async function changeState(
  { slug }: Pick<Letter, 'slug'>,
  { state, deliveredOn }: z.infer<typeof wantedState>,
  { actor }: Pick<PageVisit, 'actor'>,
  { store, now }: ConsoleContext,
): Promise<string | undefined> {
  const changed = await setState(store, slug, state, now(), { by: actor, deliveredOn });
  return changed.ok ? undefined : changed.why;
}

async function overview(c: Context, visit: PageVisit, api: ConsoleContext, wrong?: string): Promise<Response> {
  const known = await letterWithTextsInPath(c, api);
  if (!known) return refusalPage(c, 'not-found', visit);
  const { letter } = known;
  const [signers, tasks, news, reopenUntil] = await Promise.all([
    readSigners(api.store, letter),
    readTasks(api, visit, letter),
    letter.state !== 'draft' && visit.may('signature.read')
      ? readNewsOfWeek(api.store, letter, viewerRightsOf(visit), api.now())
      : undefined,
    visit.may('letter.reopen') ? readReopenableUntil(api.store, letter, api.now()) : undefined,
  ]);
  return showPage(c, wrong === undefined ? 200 : 422, {
    title: 'Overview',
    visit,
    letter,
    body: (
      <Overview
        {...{ known, signers, tasks, news, visit, wrong, reopenUntil }}
        publicUrl={api.publicUrl}
        now={api.now()}
      />
    ),
  });
}
