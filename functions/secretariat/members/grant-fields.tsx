/** Form fields to grant rights: scope, role, and whether mailboxes may be seen. */
import { everything, type GrantScope } from '../../../shared/ids.ts';
import { type Grant, role } from '../../../shared/member/role.ts';

export interface Place {
  readonly scope: GrantScope;
  readonly label: string;
}

const roleNames = {
  viewer: 'Viewer',
  moderator: 'Moderator',
  editor: 'Editor',
  owner: 'Owner',
} as const;

const duties = {
  viewer: 'Viewer: sees letters, signatures and figures, but no withheld names',
  moderator: 'Moderator: also sees withheld names, reviews signatures and exports them',
  editor: 'Editor: also writes and opens letters, and imports signatures',
  owner: 'Owner: also manages members and API keys',
} as const;

export function ScopeField({ places, name = 'scope' }: { places: readonly Place[]; name?: string }) {
  return (
    <div class="field">
      <label for={name}>Letters</label>
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
        {none ? <option value="none">No role: remove access</option> : null}
      </select>
    </div>
  );
}

export function MailboxesField({ id, checked }: { id: string; checked?: boolean | undefined }) {
  return (
    <div class="choice">
      <input type="checkbox" id={id} name="mailboxes" value="yes" checked={checked} />
      <label for={id}>May see email addresses of signers. Each time is recorded in the audit log.</label>
    </div>
  );
}

export function describeScope(scope: string, places: readonly Place[]): string {
  if (scope === everything) return 'all letters';
  return places.find((place) => place.scope === scope)?.label ?? scope;
}

export function describeGrant(scope: string, { role: given, mailboxes }: Grant, places: readonly Place[]): string {
  return `${roleNames[given]}, ${describeScope(scope, places)}${mailboxes ? ', sees email addresses' : ''}`;
}
