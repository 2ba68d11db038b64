/** Form fields to grant rights: scope, role, and whether mailboxes may be seen. */
import { everything, type GrantScope } from '../../../shared/ids.ts';
import { type Grant, role } from '../../../shared/member/role.ts';

export interface Place {
  readonly scope: GrantScope;
  readonly label: string;
}

const duties = {
  viewer: 'viewer: sees letters, signatures and figures, but no withheld names',
  moderator: 'moderator: sees withheld names, decides about signatures and exports them',
  editor: 'editor: writes and opens letters, too, and imports',
  owner: 'owner: manages members and keys, too',
} as const;

export function ScopeField({ places, name = 'scope' }: { places: readonly Place[]; name?: string }) {
  return (
    <div class="field">
      <label for={name}>For</label>
      <select id={name} name={name}>
        {places.map(({ scope, label }) => (
          <option value={scope}>{label}</option>
        ))}
      </select>
    </div>
  );
}

export function RoleField({ id, selected, none }: { id: string; selected?: string | undefined; none?: boolean }) {
  return (
    <div class="field">
      <label for={id}>Role</label>
      <select id={id} name="role">
        {role.options.map((one) => (
          <option value={one} selected={one === selected}>
            {duties[one]}
          </option>
        ))}
        {none ? <option value="none">none: take it away</option> : null}
      </select>
    </div>
  );
}

export function MailboxesField({ id, checked }: { id: string; checked?: boolean | undefined }) {
  return (
    <div class="choice">
      <input type="checkbox" id={id} name="mailboxes" value="yes" checked={checked} />
      <label for={id}>May see the mailboxes of signers; each look is written down</label>
    </div>
  );
}

export function describeScope(scope: string): string {
  return scope === everything ? 'everything' : scope;
}

export function describeGrant(scope: string, { role: given, mailboxes }: Grant): string {
  return `${given} of ${describeScope(scope)}${mailboxes ? ', sees mailboxes' : ''}`;
}
