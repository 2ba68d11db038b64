/** Pages for API keys: create (shown once) and revoke (immediately). */
import type { Context } from 'hono';
import type * as z from 'zod';
import { grantScope } from '../../../shared/ids.ts';
import { permissions } from '../../../shared/member/role.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { Faults } from '../ui/field-faults.tsx';
import { showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { grantableScopes } from './grantable-scopes.ts';
import { grantorOf, problemOf } from './grantor.ts';
import { scopesOfBundle } from './key-bundles.ts';
import { KeyForm, KeysTable, NewKey } from './keys-page.tsx';
import { keyRequest, keysSeenBy, makeKey, revokeKey } from './manage-keys.ts';

const owner = { permission: 'key.write', of: 'any' } as const;

export function keyRoutes(guard: Guard, api: ConsoleContext): void {
  const { store } = api;

  guard.page('get', '/console/keys', owner, (c, visit) => keysPage(c, api, visit, {}));

  guard.page('post', '/console/keys', owner, async (c, visit) => {
    const { _csrf, scopes: _scopes, bundle, days, ...fields } = visit.form.fields;
    const scopes = scopesOfBundle(bundle, visit.form.all('scopes'), grantableTo(visit, fields['letter']));
    const wanted = keyRequest.safeParse({ ...fields, scopes, days: Number(days) });
    if (!wanted.success) return keysPage(c, api, visit, { error: wanted.error });
    const made = await makeKey(store, grantorOf(visit), wanted.data, api.now());
    // Shown only in this answer: a page that can be reloaded would have to store it.
    return made.ok ? keysPage(c, api, visit, { shown: made.shown }) : refusalPage(c, problemOf(made.because), visit);
  });

  guard.page('post', '/console/keys/:key/revoke', owner, async (c, visit) => {
    const done = await revokeKey(store, grantorOf(visit), c.req.param('key') ?? '', api.now());
    return done ? c.redirect('/console/keys', 303) : refusalPage(c, 'not-found', visit);
  });
}

/** @returns the rights that the member has there */
function grantableTo(visit: PageVisit, letter: string | undefined) {
  const scope = grantScope.safeParse(letter).data;
  return permissions.filter((one) => scope !== undefined && visit.may(one, scope));
}

async function keysPage(
  c: Context,
  api: ConsoleContext,
  visit: PageVisit,
  { error, shown }: { error?: z.ZodError; shown?: string },
) {
  const [keys, places] = await Promise.all([
    keysSeenBy(api.store, visit),
    grantableScopes(api.store, visit, 'key.write'),
  ]);
  const grantable = permissions.filter((one) => visit.scopes.some((scope) => visit.may(one, scope)));
  return showPage(c, error ? 422 : 200, {
    title: 'API keys',
    visit,
    body: (
      <>
        <Faults error={error} />
        {shown === undefined ? null : <NewKey shown={shown} />}
        <p>
          With an API key, a program can use the console’s <a href="/v1/admin/docs">API</a>. A key never has more rights
          than the person who created it, and stops working when that person’s access is removed.
        </p>
        <KeysTable keys={keys} places={places} csrf={visit.csrf} now={api.now()} />
        <KeyForm places={places} permissions={grantable} csrf={visit.csrf} />
      </>
    ),
  });
}
