/** Routes for members' own settings: the digest, and signing out everywhere. */

import { listLetters } from '../../../shared/letter/storage.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { clearSessionCookie } from '../session-cookie.ts';
import { Csrf, showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { describeGrant } from './grant-fields.tsx';
import { endAllSessions, switchDigest } from './own-settings.ts';

export function meRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/me', 'membership', async (c, visit) => {
    const { name, email, grants, digest } = visit.member;
    const places = (await listLetters(api.store)).map(({ slug, title }) => ({ scope: slug, label: title }));
    return showPage(c, 200, {
      title: 'Your account',
      visit,
      narrow: true,
      body: (
        <>
          <dl class="facts">
            <dt>Name</dt>
            <dd>
              <bdi>{name}</bdi>
            </dd>
            <dt>Email address</dt>
            <dd>{email}</dd>
            <dt>Roles</dt>
            {Object.entries(grants).map(([scope, one]) => (
              <dd>{describeGrant(scope, one, places)}</dd>
            ))}
          </dl>
          <form method="post" action="/console/me/digest" class="card">
            <h2>Daily email</h2>
            <p>
              An email every morning with the numbers of your letters, without any names. No news, no email. It is{' '}
              <strong>{digest ? 'on' : 'off'}</strong>.
            </p>
            <Csrf token={visit.csrf} />
            <input type="hidden" name="digest" value={digest ? 'off' : 'on'} />
            <button type="submit">{digest ? 'Turn off the daily email' : 'Turn on the daily email'}</button>
          </form>
          <form method="post" action="/console/me/sign-out-everywhere" class="card">
            <h2>Sign out everywhere</h2>
            <p>Ends your sessions in all browsers, including this one.</p>
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
