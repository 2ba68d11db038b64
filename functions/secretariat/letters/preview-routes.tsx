/** Routes for the preview of a whole letter, as it will appear, before it is opened. */
import type { Context } from 'hono';
import { currentVersion } from '../../../shared/letter/letter.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { Alert } from '../ui/components.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { markChecked } from './checklist.ts';
import { Checklist } from './checklist-view.tsx';
import { letterInPath, originalOf } from './find-letter.ts';
import { previewOf } from './letter-form.tsx';

const write = { permission: 'letter.write', of: 'letter' } as const;

export function letterPreviewRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/letters/:letter/preview', write, (c, visit) => previewPage(c, visit, api));

  guard.page('post', '/console/letters/:letter/preview/confirm', write, async (c, visit) => {
    const known = await letterInPath(c, api);
    if (!known) return refusalPage(c, 'not-found', visit);
    const { letter } = known;
    // The text that the page showed, not one that somebody saved since.
    const isSeen = visit.form.fields['version'] === currentVersion(letter).id;
    const done = isSeen && (await markChecked(api.store, letter, 'preview', visit.actor, api.now()));
    return done ? c.redirect(`/console/letters/${letter.slug}#open`, 303) : previewPage(c, visit, api, true);
  });
}

async function previewPage(c: Context, visit: PageVisit, api: ConsoleContext, isStale = false): Promise<Response> {
  const known = await letterInPath(c, api);
  if (!known) return refusalPage(c, 'not-found', visit);
  const { letter } = known;
  const base = `/console/letters/${letter.slug}`;
  return showPage(c, isStale ? 409 : 200, {
    title: 'Preview',
    visit,
    letter,
    body: (
      <>
        <Checklist letter={letter} now={api.now()} here="preview" />
        {isStale ? (
          <Alert title="Someone else changed this letter">
            <p>This is the text as it is now. Read it, then confirm it.</p>
          </Alert>
        ) : null}
        <div class="sheet letter" lang={letter.language}>
          {await previewOf(originalOf(known))}
        </div>
        {letter.state === 'draft' ? (
          <form method="post" action={`${base}/preview/confirm`} class="after">
            <Csrf token={visit.csrf} />
            <input type="hidden" name="version" value={currentVersion(letter).id} />
            <p class="actions">
              <button type="submit">This is right</button>
              <a class="button quiet" href={`${base}/text`}>
                Change the text
              </a>
            </p>
          </form>
        ) : null}
      </>
    ),
  });
}
