/** Routes for members' own settings: the digest, and signing out everywhere. */

import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { clearSessionCookie } from '../session-cookie.ts';
import { Csrf, showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { describeGrant } from './grant-fields.tsx';
import { endAllSessions, switchDigest } from './own-settings.ts';

export function meRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/me', 'membership', (c, visit) => {
    const { name, email, grants, digest } = visit.member;
    return showPage(c, 200, {
      title: 'Your settings',
      visit,
      narrow: true,
      body: (
        <>
          <dl class="facts">
            <dt>Name</dt>
            <dd>
              <bdi>{name}</bdi>
            </dd>
            <dt>Address</dt>
            <dd>{email}</dd>
            <dt>You are</dt>
            {Object.entries(grants).map(([scope, one]) => (
              <dd>{describeGrant(scope, one)}</dd>
            ))}
          </dl>
          <form method="post" action="/console/me/digest" class="card">
            <h2>Daily digest</h2>
            <p>
              Early each day, a mail with what is new under your letters: numbers, and nobody’s name. On days without
              news there is none. It is <strong>{digest ? 'on' : 'off'}</strong>.
            </p>
            <Csrf token={visit.csrf} />
            <input type="hidden" name="digest" value={digest ? 'off' : 'on'} />
            <button type="submit">{digest ? 'Switch it off' : 'Switch it on'}</button>
          </form>
          <form method="post" action="/console/me/sign-out-everywhere" class="card">
            <h2>Sign out everywhere</h2>
            <p>Ends your sessions in all browsers, this one too.</p>
            <Csrf token={visit.csrf} />
            <button type="submit" class="grave">
              Sign out everywhere
            </button>
          </form>
        </>
      ),
    });
  });

  guard.page('post', '/console/me/digest', 'membership', async (c, visit) => {
    const done = await switchDigest(api.store, visit.member, visit.form.fields['digest'] === 'on');
    return done ? c.redirect('/console/me', 303) : refusalPage(c, 'changed-meanwhile', visit);
  });

  guard.page('post', '/console/me/sign-out-everywhere', 'membership', async (c, visit) => {
    if (!(await endAllSessions(api.store, visit.member, api.now()))) return refusalPage(c, 'changed-meanwhile', visit);
    clearSessionCookie(c, api);
    return c.redirect('/console/sign-in', 303);
  });
}
