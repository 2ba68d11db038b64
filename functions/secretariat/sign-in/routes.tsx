/** Sign-in: an address, a mail, a page with a button. GET and HEAD change nothing. */
import type { Context, Hono } from 'hono';
import { auditPut, writeAudit } from '../../../shared/audit/audit.ts';
import { everything } from '../../../shared/ids.ts';
import { addressOf } from '../../../shared/mail/sender.ts';
import { canonicalMailbox, mailboxAddress } from '../../../shared/mailbox/address.ts';
import { findSignIn, requestSignIn, useSignIn } from '../../../shared/member/sign-in.ts';
import { findMember } from '../../../shared/member/storage.ts';
import { clientOf } from '../../../shared/screening/client-address.ts';
import { isOverCap } from '../../../shared/screening/network-cap.ts';
import type { ConsoleContext } from '../context.ts';
import { maxBytesOfStranger, readForm } from '../form.ts';
import type { Guard } from '../guard.ts';
import { clearSessionCookie, sessionCookie, setSessionCookie } from '../session-cookie.ts';
import { showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { isOurOrigin } from '../visit.ts';
import { endSession, findSession, startSession } from './session.ts';

export function signInRoutes(app: Hono, guard: Guard, api: ConsoleContext): void {
  app.get('/console/sign-in', (c) => askPage(c, {}));
  app.post('/console/sign-in', (c) => ask(c, api));
  app.get('/console/enter/:token', (c) => showDoor(c, api, c.req.param('token')));
  app.post('/console/enter/:token', (c) => enter(c, api, c.req.param('token')));
  guard.page('post', '/console/sign-out', 'membership', async (c, { session, actor }) => {
    await endSession(api.store, session);
    await writeAudit(api.store, { by: actor, did: 'session.ended', scope: everything }, api.now());
    clearSessionCookie(c, api);
    return c.redirect('/console/sign-in', 303);
  });
}

/** The same answer and the same work for every address. */
async function ask(c: Context, api: ConsoleContext): Promise<Response> {
  if (!isOurOrigin(c, api)) return refusalPage(c, 'form-not-ours');
  const form = await readForm(c, maxBytesOfStranger);
  const email = 'problem' in form ? undefined : mailboxAddress.safeParse(form.fields['email'] ?? '');
  if (!email?.success) return askPage(c, { wrong: true });
  const first = canonicalMailbox(email.data) === canonicalMailbox(api.secretariatEmail);
  if (!(await isOverCap(api.store, await api.keys(), clientOf(c, api), 'sign-in', api.now()))) {
    await requestSignIn(api.store, { email: email.data, first }, api.now());
  }
  return showPage(c, 200, {
    title: 'Check your email',
    narrow: true,
    body: (
      <>
        <p>
          If the address belongs to a member, an email with a link is on its way from{' '}
          <strong>{addressOf(api.mailFrom)}</strong>. The link works once, within the next hour.
        </p>
        <p class="soft">No email after a few minutes? Check your spam folder, or ask an owner to invite you.</p>
      </>
    ),
  });
}

function askPage(c: Context, { wrong }: { wrong?: boolean }): Promise<Response> {
  return showPage(c, wrong ? 422 : 200, {
    title: 'Sign in',
    narrow: true,
    body: (
      <form method="post" action="/console/sign-in" class="card">
        <div class="field">
          <label for="email">Your email address</label>
          <span class="hint" id="email-hint">
            We email you a link. There is no password.
          </span>
          {wrong ? (
            <span class="wrong" id="email-wrong">
              Enter an email address, such as name@example.org.
            </span>
          ) : null}
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="email"
            required
            aria-describedby={wrong ? 'email-wrong email-hint' : 'email-hint'}
            aria-invalid={wrong ? 'true' : undefined}
          />
        </div>
        <button type="submit">Send me a link</button>
      </form>
    ),
  });
}

/** Mail scanners open this, too: all they get is a page with a button. */
async function showDoor(c: Context, api: ConsoleContext, token: string): Promise<Response> {
  const request = await findSignIn(api.store, token, api.now());
  if (!request) return unusable(c);
  return showPage(c, 200, {
    title: 'Sign in',
    narrow: true,
    body: (
      <form method="post" action={`/console/enter/${token.trim().toLowerCase()}`} class="card">
        <p>Sign in to the console. This link works once.</p>
        <button type="submit">Sign in</button>
      </form>
    ),
  });
}

async function enter(c: Context, api: ConsoleContext, token: string): Promise<Response> {
  // Otherwise another site could sign its visitors in as somebody else.
  if (!isOurOrigin(c, api)) return refusalPage(c, 'form-not-ours');
  const { store } = api;
  const now = api.now();
  const request = await findSignIn(store, token, now);
  const member = request && (await findMember(store, await api.keys(), request.email));
  if (!request || !member || member.revokedAt) return unusable(c);
  if (!(await useSignIn(store, request, now))) return unusable(c);
  const before = sessionCookie(c, api);
  const old = before === undefined ? undefined : await findSession(store, before, now);
  if (old) await endSession(store, old.session);
  const actor = { kind: 'member', id: member.id } as const;
  const cookie = await startSession(
    store,
    member.id,
    auditPut(store, { by: actor, did: 'session.started', scope: everything }, now),
    now,
  );
  setSessionCookie(c, api, cookie);
  return c.redirect('/console', 303);
}

function unusable(c: Context): Promise<Response> {
  return showPage(c, 200, {
    title: 'This link does not work',
    narrow: true,
    body: (
      <>
        <p>It has been used, or it is more than an hour old.</p>
        <p>
          <a href="/console/sign-in">Get a new link</a>
        </p>
      </>
    ),
  });
}
