/** Routes for the overview of a letter: its state, figures and open tasks; opening, closing, delivering. */
import type { Context } from 'hono';
import * as z from 'zod';
import { letterState } from '../../../shared/ids.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { setState } from '../../../shared/letter/lifecycle.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { viewerRightsOf } from '../letter-in-path.ts';
import { readTasks } from '../to-do/read-tasks.ts';
import { showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { readSigners } from './affected-signers.ts';
import { letterInPath } from './find-letter.ts';
import { readNewsOfWeek } from './news-of-week.ts';
import { Overview } from './overview-page.tsx';

/** States that can be requested; a letter is a draft only at the start. */
export const wantedState = z.strictObject({
  state: letterState.exclude(['draft']),
  /** The day on which the letter was delivered. */
  deliveredOn: z.iso.date().optional(),
});

export function letterOverviewRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/letters/:letter', { permission: 'letter.read', of: 'letter' }, (c, visit) =>
    overview(c, visit, api),
  );

  guard.page(
    'post',
    '/console/letters/:letter/state',
    { permission: 'letter.state', of: 'letter' },
    async (c, visit) => {
      const known = await letterInPath(c, api);
      if (!known) return refusalPage(c, 'not-found', visit);
      const { state, deliveredOn } = visit.form.fields;
      const wanted = wantedState.safeParse({ state, deliveredOn });
      if (!wanted.success) return overview(c, visit, api, 'Enter a date, such as 2026-11-20.');
      const why = await changeState(known.letter, wanted.data, visit, api);
      return why === undefined
        ? c.redirect(`/console/letters/${known.letter.slug}`, 303)
        : overview(c, visit, api, why);
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
  const known = await letterInPath(c, api);
  if (!known) return refusalPage(c, 'not-found', visit);
  const { letter } = known;
  const [signers, tasks, news] = await Promise.all([
    readSigners(api.store, letter),
    readTasks(api, visit, letter),
    letter.state !== 'draft' && visit.may('signature.read')
      ? readNewsOfWeek(api.store, letter, viewerRightsOf(visit), api.now())
      : undefined,
  ]);
  return showPage(c, wrong === undefined ? 200 : 422, {
    title: 'Overview',
    visit,
    letter,
    body: <Overview {...{ known, signers, tasks, news, visit, wrong }} publicUrl={api.publicUrl} now={api.now()} />,
  });
}
