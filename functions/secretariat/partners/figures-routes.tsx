/**
 * A partner's own figures, by a link that needs no sign-in: numbers, nothing about people. Any address that does not
 * match is not found.
 */
import type { Context, Hono } from 'hono';
import { letterSlug, partnerId } from '../../../shared/ids.ts';
import { readLetter } from '../../../shared/letter/storage.ts';
import { isFiguresSecret } from '../../../shared/partner/figures-link.ts';
import { readPartner } from '../../../shared/partner/storage.ts';
import type { ConsoleContext } from '../context.ts';
import { showPage } from '../ui/layout.tsx';
import { zoneOf } from '../ui/local-time.ts';
import { refusalPage } from '../ui/refusal.tsx';
import { FiguresOfPartner } from './figures-page.tsx';
import { readPartnerFigures } from './read-partner-figures.ts';

export function partnerFiguresRoutes(app: Hono, api: ConsoleContext): void {
  app.get('/console/partner/:slug/:partner/:secret', async (c) => {
    const answer = (await showFigures(c, api)) ?? (await refusalPage(c, 'not-found'));
    // The address is the key to the page, so it must not be sent as a referrer.
    answer.headers.set('referrer-policy', 'no-referrer');
    return answer;
  });
}

async function showFigures(c: Context, { store }: ConsoleContext): Promise<Response | undefined> {
  const slug = letterSlug.safeParse(c.req.param('slug'));
  const id = partnerId.safeParse(c.req.param('partner'));
  if (!slug.success || !id.success) return undefined;
  if (!(await isFiguresSecret(store, slug.data, id.data, c.req.param('secret') ?? ''))) return undefined;
  const [letter, partner, figures] = await Promise.all([
    readLetter(store, slug.data),
    readPartner(store, id.data),
    readPartnerFigures(store, id.data, slug.data),
  ]);
  if (!letter || !partner?.letters.includes(slug.data)) return undefined;
  return showPage(c, 200, {
    title: `${partner.name}: signatures`,
    body: (
      <>
        <p>
          Signatures of “<bdi>{letter.title}</bdi>” that came through <bdi>{partner.name}</bdi>. No names are shown
          here.
        </p>
        <FiguresOfPartner figures={figures} zone={zoneOf(letter)} />
      </>
    ),
  });
}
