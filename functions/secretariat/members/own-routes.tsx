/** Routes for members' own settings: the digest, and signing out everywhere. */

import { listLetters } from '../../../shared/letter/storage.ts';
import { type AlertKind, type AlertWhen, alertChoices, alertKind } from '../../../shared/member/alert.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { clearSessionCookie } from '../session-cookie.ts';
import { Choice } from '../ui/components.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { describeGrant } from './grant-fields.tsx';
import { chooseAlerts, endAllSessions, switchDigest } from './own-settings.ts';

const alertLabels: Readonly<Record<AlertKind, string>> = {
  complaint: 'A complaint arrives',
  burst: 'More forms than usual are sent',
  review: 'The first signature awaits review',
  goal: 'The goal is reached',
  delivery: 'A delivery fails',
};

const alertTimes = [
  ['at-once', 'At once'],
  ['daily', 'Once a day'],
  ['never', 'Never'],
] as const satisfies readonly (readonly [AlertWhen, string])[];

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
          <form method="post" action="/console/me/alerts" class="card">
            <h2>Alerts by email</h2>
            <p>For your letters, without any names. At most one email an hour of each kind.</p>
            <Csrf token={visit.csrf} />
            {alertKind.options.map((kind) => (
              <Choice
                name={kind}
                label={alertLabels[kind]}
                value={visit.member.alerts?.[kind] ?? 'never'}
                options={alertTimes}
              />
            ))}
            <button type="submit">Save</button>
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

  guard.page('post', '/console/me/alerts', 'membership', async (c, visit) => {
    const { _csrf, ...chosen } = visit.form.fields;
    const alerts = alertChoices.safeParse(chosen);
    if (!alerts.success) return refusalPage(c, 'not-found', visit);
    const done = await chooseAlerts(api.store, visit.member, { ...visit.member.alerts, ...alerts.data });
    return done ? c.redirect('/console/me', 303) : refusalPage(c, 'changed-meanwhile', visit);
  });

  guard.page('post', '/console/me/sign-out-everywhere', 'membership', async (c, visit) => {
    if (!(await endAllSessions(api.store, visit.member, api.now()))) return refusalPage(c, 'changed-meanwhile', visit);
    clearSessionCookie(c, api);
    return c.redirect('/console/sign-in', 303);
  });
}
