/** Routes for the review queue: signatures that await a decision, one at a time, the longest wait first. */

import { readPartner } from '../../../shared/partner/storage.ts';
import { countAwaitingReview, firstAwaitingReview, reviewPlace } from '../../../shared/signature/moderation/review.ts';
import { listUndoEntries } from '../../../shared/signature/moderation/undo-log.ts';
import { asSeen } from '../../../shared/signature/seen-record.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { letterInPath, signatureOf, viewerRightsOf } from '../letter-in-path.ts';
import { showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { ReviewQueue } from './page.tsx';
import { signalsOf } from './signals.ts';

export function reviewRoutes(guard: Guard, api: ConsoleContext): void {
  const path = '/console/letters/:letter/review';
  guard.page('get', path, { permission: 'signature.decide', of: 'letter' }, async (c, visit) => {
    const { store } = api;
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const after = reviewPlace.safeParse(c.req.query('after')).data;
    const last = await signatureOf(api, visit, c.req.query('of'));
    const sight = viewerRightsOf(visit);
    const [first, count, acts] = await Promise.all([
      firstAwaitingReview(store, letter.slug, after),
      countAwaitingReview(store, letter.slug),
      last ? listUndoEntries(store, last.id) : [],
    ]);
    const waiting = first && { ...first, record: asSeen(first.record, sight) };
    const signals = waiting ? await signalsOf(store, waiting.record, sight) : [];
    const partner = waiting?.record.partner && (await readPartner(store, waiting.record.partner))?.name;
    const done = acts.find(({ id, undoneAt }) => id === c.req.query('done') && !undoneAt);
    const view = {
      letter,
      visit,
      waiting,
      count,
      signals,
      partner,
      after,
      last: last && done ? { id: last.id, done } : undefined,
    };
    return showPage(c, 200, { title: 'Review', visit, letter, body: <ReviewQueue {...view} /> });
  });
}
