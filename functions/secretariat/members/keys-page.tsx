/** The page on which owners manage API keys. */

import { type Permission, reachesEverything } from '../../../shared/member/role.ts';
import { Csrf } from '../ui/layout.tsx';
import { Table } from '../ui/table.tsx';
import type { ApiKey } from './api-key.ts';
import { describeScope, type Place, ScopeField } from './grant-fields.tsx';
import { longestDays } from './manage-keys.ts';

export function NewKey({ shown }: { shown: string }) {
  return (
    <div class="note" role="status">
      <h2>Copy the key now: it is not shown again</h2>
      <p>
        <code>{shown}</code>
      </p>
      <p class="soft">
        Send it as <code>Authorization: Bearer {shown.slice(0, 6)}…</code>
      </p>
    </div>
  );
}

export function KeysTable({ keys, csrf, now }: { keys: readonly ApiKey[]; csrf: string; now: Date }) {
  if (keys.length === 0) return <p>There is no key yet.</p>;
  return (
    <Table label="Keys" columns={['For what', 'May', 'Of', 'Until', 'Revoke']}>
      {keys.map(({ id, name, scopes, letter, expiresAt }) => (
        <tr>
          <th scope="row">
            <bdi>{name}</bdi>
            <span class="hint">{id}</span>
          </th>
          <td>{scopes.map(nameOfScope).join(', ')}</td>
          <td>{describeScope(letter)}</td>
          <td>
            {expiresAt.slice(0, 10)} {expiresAt <= now.toISOString() ? <span class="mark bad">ended</span> : null}
          </td>
          <td>
            <form method="post" action={`/console/keys/${id}/revoke`}>
              <Csrf token={csrf} />
              <button type="submit" class="plain" aria-label={`Revoke ${name}`}>
                Revoke
              </button>
            </form>
          </td>
        </tr>
      ))}
    </Table>
  );
}

const nameOfScope = (scope: Permission) => (reachesEverything(scope) ? `everything (${scope})` : scope);

interface KeyFormProps {
  readonly places: readonly Place[];
  readonly permissions: readonly Permission[];
  readonly csrf: string;
}

export function KeyForm({ places, permissions, csrf }: KeyFormProps) {
  return (
    <form method="post" action="/console/keys" class="card">
      <h2>Make a key</h2>
      <Csrf token={csrf} />
      <div class="field">
        <label for="name">What it is for</label>
        <input id="name" name="name" type="text" maxlength={100} required />
      </div>
      <ScopeField places={places} name="letter" />
      <fieldset>
        <legend>What it may do</legend>
        {permissions.map((one) => (
          <div class="choice">
            <input type="checkbox" id={`may-${one}`} name="scopes" value={one} />
            <label for={`may-${one}`}>
              <code>{one}</code>
              {reachesEverything(one) ? ': everything. Whoever holds it can invite members and revoke them.' : null}
            </label>
          </div>
        ))}
      </fieldset>
      <div class="field">
        <label for="days">Days until it ends</label>
        <span class="hint" id="days-hint">
          At most {longestDays}.
        </span>
        <input
          id="days"
          name="days"
          type="number"
          min={1}
          max={longestDays}
          value="90"
          required
          aria-describedby="days-hint"
        />
      </div>
      <button type="submit">Make the key</button>
    </form>
  );
}
