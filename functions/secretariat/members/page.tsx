/** The page on which owners manage members. */
import type { Member } from '../../../shared/member/member.ts';
import { writeDate } from '../../../shared/text/texts.ts';
import { Csrf } from '../ui/layout.tsx';
import { Table } from '../ui/table.tsx';
import { describeGrant, MailboxesField, type Place, RoleField, ScopeField } from './grant-fields.tsx';

export function MembersTable({ members, places }: { members: readonly Member[]; places: readonly Place[] }) {
  return (
    <Table label="Members" columns={['Name', 'Email address', 'Roles', 'Member since']} stacks>
      {members.map((member) => (
        <tr>
          <th scope="row">
            <a href={`/console/members/${member.id}`}>
              <bdi>{member.name}</bdi>
            </a>
          </th>
          <td>{member.email}</td>
          <td>{rightsOf(member, places)}</td>
          <td data-label="Member since">{writeDate(member.invitedAt.slice(0, 10), 'en')}</td>
        </tr>
      ))}
    </Table>
  );
}

function rightsOf({ grants, revokedAt }: Member, places: readonly Place[]) {
  if (revokedAt) return <span class="mark bad">{`access removed on ${writeDate(revokedAt.slice(0, 10), 'en')}`}</span>;
  const all = Object.entries(grants).map(([scope, one]) => describeGrant(scope, one, places));
  return all.length === 0 ? 'none' : all.join('; ');
}

interface InviteFormProps {
  readonly places: readonly Place[];
  readonly csrf: string;
  readonly typed: Readonly<Record<string, string>>;
}

export function InviteForm({ places, csrf, typed }: InviteFormProps) {
  return (
    <form method="post" action="/console/members" class="card">
      <h2>New member</h2>
      <p class="soft">They get an email that explains how to sign in.</p>
      <Csrf token={csrf} />
      <div class="field">
        <label for="name">Name</label>
        <input id="name" name="name" type="text" maxlength={100} required value={typed['name']} />
      </div>
      <div class="field">
        <label for="email">Email address</label>
        <input id="email" name="email" type="email" maxlength={254} required value={typed['email']} />
      </div>
      <ScopeField places={places} />
      <RoleField id="role" selected={typed['role']} />
      <MailboxesField id="mailboxes" />
      <button type="submit">Invite member</button>
    </form>
  );
}

interface MemberCardProps {
  readonly member: Member;
  readonly places: readonly Place[];
  readonly own: { readonly everything: boolean; readonly csrf: string };
}

export function MemberCard({ member, places, own }: MemberCardProps) {
  const { id, email, revokedAt } = member;
  return (
    <>
      <dl class="facts">
        <dt>Email address</dt>
        <dd>{email}</dd>
        <dt>Roles</dt>
        <dd>{rightsOf(member, places)}</dd>
      </dl>
      {revokedAt ? (
        <p>To give them access again, invite the same address.</p>
      ) : (
        <form method="post" action={`/console/members/${id}/grant`} class="card">
          <h2>Roles</h2>
          <Csrf token={own.csrf} />
          <ScopeField places={places} />
          <RoleField id="role" none />
          <MailboxesField id="mailboxes" />
          <button type="submit">Save roles</button>
        </form>
      )}
      {own.everything && !revokedAt ? (
        <form method="post" action={`/console/members/${id}/revoke`} class="card">
          <h2>Access</h2>
          <p>They are signed out at once, and API keys that they created stop working.</p>
          <Csrf token={own.csrf} />
          <button type="submit" class="grave">
            {' '}
            Remove access{' '}
          </button>
        </form>
      ) : null}
      <p>
        <a href="/console/members">All members</a>
      </p>
    </>
  );
}
