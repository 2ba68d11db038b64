/** Pages for members: inviting, changing roles, revoking. */
import type { Context } from 'hono';
import type * as z from 'zod';
import { everything, type MemberId, memberId } from '../../../shared/ids.ts';
import type { Member } from '../../../shared/member/member.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { Faults } from '../ui/field-faults.tsx';
import { showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { grantableScopes } from './grantable-scopes.ts';
import { grantorOf, problemOf } from './grantor.ts';
import { changeGrant, grantChange, invitation, inviteMember, membersSeenBy, revokeMember } from './manage-members.ts';
import { InviteForm, MemberCard, MembersTable } from './page.tsx';

const owner = { permission: 'member.write', of: 'any' } as const;

export function memberRoutes(guard: Guard, api: ConsoleContext): void {
  const { store } = api;

  guard.page('get', '/console/members', owner, (c, visit) => membersPage(c, api, visit));

  guard.page('post', '/console/members', owner, async (c, visit) => {
    const { _csrf, mailboxes, ...fields } = visit.form.fields;
    const wanted = invitation.safeParse({ ...fields, mailboxes: mailboxes !== undefined });
    if (!wanted.success) return membersPage(c, api, visit, wanted.error);
    const done = await inviteMember(store, await api.keys(), grantorOf(visit), wanted.data, api.now());
    return done.ok ? c.redirect('/console/members', 303) : refusalPage(c, problemOf(done.because), visit);
  });

  guard.page('get', '/console/members/:member', owner, async (c, visit) => {
    const found = await seen(c, api, visit);
    if (!found) return refusalPage(c, 'not-found', visit);
    const places = await grantableScopes(store, visit, 'member.write');
    const own = { everything: visit.may('member.write', everything), csrf: visit.csrf };
    return showPage(c, 200, { title: found.name, visit, body: <MemberCard {...{ member: found, places, own }} /> });
  });

  guard.page('post', '/console/members/:member/grant', owner, async (c, visit) => {
    const { _csrf, mailboxes, role, ...fields } = visit.form.fields;
    const wanted = grantChange.safeParse({
      ...fields,
      role: role === 'none' ? null : role,
      mailboxes: role !== 'none' && mailboxes !== undefined,
    });
    const id = idOf(c);
    if (!wanted.success || !id) return refusalPage(c, id ? 'invalid-fields' : 'not-found', visit);
    const done = await changeGrant(store, grantorOf(visit), id, wanted.data, api.now());
    return done.ok ? c.redirect('/console/members', 303) : refusalPage(c, problemOf(done.because), visit);
  });

  guard.page('post', '/console/members/:member/revoke', owner, async (c, visit) => {
    const id = idOf(c);
    const done = id && (await revokeMember(store, grantorOf(visit), id, api.now()));
    if (!done) return refusalPage(c, 'not-found', visit);
    return done.ok ? c.redirect('/console/members', 303) : refusalPage(c, problemOf(done.because), visit);
  });
}

function idOf(c: Context): MemberId | undefined {
  return memberId.safeParse(c.req.param('member')).data;
}

async function seen(c: Context, { store }: ConsoleContext, visit: PageVisit): Promise<Member | undefined> {
  const id = idOf(c);
  return (await membersSeenBy(store, visit)).find((member) => member.id === id);
}

async function membersPage(c: Context, api: ConsoleContext, visit: PageVisit, error?: z.ZodError) {
  const [members, places] = await Promise.all([
    membersSeenBy(api.store, visit),
    grantableScopes(api.store, visit, 'member.write'),
  ]);
  return showPage(c, error ? 422 : 200, {
    title: 'Members',
    visit,
    body: (
      <>
        <Faults error={error} />
        <MembersTable members={members} places={places} />
        <InviteForm places={places} csrf={visit.csrf} typed={visit.form.fields} />
      </>
    ),
  });
}
