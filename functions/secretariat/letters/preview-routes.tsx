/** Routes for the preview of a whole letter, as it will appear, before it is opened. */
import type { Context } from 'hono';
import { currentVersion } from '../../../shared/letter/letter.ts';
import { makePreviewLink, readPreviewLink, revokePreviewLink } from '../../../shared/letter/preview-link.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { Alert } from '../ui/components.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { zoneOf } from '../ui/local-time.ts';
import { refusalPage } from '../ui/refusal.tsx';
import { markChecked } from './checklist.ts';
import { Checklist } from './checklist-view.tsx';
import { previewOf } from './letter-form.tsx';
import { letterWithTextsInPath, originalOf } from './letter-with-texts-in-path.ts';
import { PreviewLink } from './preview-link.tsx';

const write = { permission: 'letter.write', of: 'letter' } as const;

export function letterPreviewRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/letters/:letter/preview', write, (c, visit) => previewPage(c, visit, api));

  guard.page('post', '/console/letters/:letter/preview/confirm', write, async (c, visit) => {
    const known = await letterWithTextsInPath(c, api);
    if (!known) return refusalPage(c, 'not-found', visit);
    const { letter } = known;
    // The text that the page showed, not one that somebody saved since.
    const isSeen = visit.form.fields['version'] === currentVersion(letter).id;
    const done = isSeen && (await markChecked(api.store, letter, 'preview', visit.actor, api.now()));
    return done
      ? c.redirect(`/console/letters/${letter.slug}#open`, 303)
      : previewPage(c, visit, api, { isStale: true });
  });

  /** The link is shown only this once, so there is no page to redirect to. */
  guard.page('post', '/console/letters/:letter/preview/link', write, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (letter?.state !== 'draft') return previewPage(c, visit, api);
    const secret = await makePreviewLink(api.store, letter.slug, visit.actor, api.now());
    return previewPage(c, visit, api, { link: `${api.publicUrl}/${letter.slug}/preview/${secret}` });
  });

  guard.page('post', '/console/letters/:letter/preview/link/revoke', write, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    await revokePreviewLink(api.store, letter.slug, visit.actor, api.now());
    return c.redirect(`/console/letters/${letter.slug}/preview`, 303);
  });
}

interface Shown {
  readonly isStale?: boolean;
  /** The preview link, right after it was made. */
  readonly link?: string;
}

async function previewPage(
  c: Context,
  visit: PageVisit,
  api: ConsoleContext,
  { isStale = false, link }: Shown = {},
): Promise<Response> {
  const known = await letterWithTextsInPath(c, api);
  if (!known) return refusalPage(c, 'not-found', visit);
  const { letter } = known;
  const base = `/console/letters/${letter.slug}`;
  const since = letter.state === 'draft' ? (await readPreviewLink(api.store, letter.slug))?.madeAt : undefined;
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
              <button type="submit">Confirm the text</button>
              <a class="button quiet" href={`${base}/text`}>
                Change the text
              </a>
            </p>
          </form>
        ) : null}
        {letter.state === 'draft' ? (
          <PreviewLink {...{ link, since }} csrf={visit.csrf} action={`${base}/preview`} zone={zoneOf(letter)} />
        ) : null}
      </>
    ),
  });
}
