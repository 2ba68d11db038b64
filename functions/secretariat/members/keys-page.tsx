/** The page on which owners manage API keys. */

import { everything } from '../../../shared/ids.ts';
import { type Permission, reachesEverything } from '../../../shared/member/role.ts';
import { writeDate } from '../../../shared/text/texts.ts';
import { Csrf } from '../ui/layout.tsx';
import { Table } from '../ui/table.tsx';
import type { ApiKey } from './api-key.ts';
import { describeScope, type Place, ScopeField } from './grant-fields.tsx';
import { bundlesFor } from './key-bundles.ts';
import { longestDays } from './manage-keys.ts';

export function NewKey({ shown }: { shown: string }) {
  return (
    <div class="note" role="status">
      <h2>Copy the key now. You cannot see it again</h2>
      <p>
        <code>{shown}</code>
      </p>
      <p class="soft">
        Send it as <code>Authorization: Bearer {shown.slice(0, 6)}…</code>
      </p>
    </div>
  );
}

interface KeysTableProps {
  readonly keys: readonly ApiKey[];
  readonly places: readonly Place[];
  readonly csrf: string;
  readonly now: Date;
}

export function KeysTable({ keys, places, csrf, now }: KeysTableProps) {
  if (keys.length === 0) return <p>No API keys yet.</p>;
  return (
    <Table label="API keys" columns={['Purpose', 'Rights', 'Letters', 'Expires', 'Revoke']} stacks>
      {keys.map(({ id, name, scopes, letter, expiresAt }) => (
        <tr>
          <th scope="row">
            <bdi>{name}</bdi>
          </th>
          <td>{scopes.map((one) => permissionNames[one]).join('; ')}</td>
          <td data-label="Letters">{letter === everything ? 'All letters' : describeScope(letter, places)}</td>
          <td data-label="Expires">
            {writeDate(expiresAt.slice(0, 10), 'en')}{' '}
            {expiresAt <= now.toISOString() ? <span class="mark bad">expired</span> : null}
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

/** Rights in words, as a key's owner chooses them. */
const permissionNames: Readonly<Record<Permission, string>> = {
  'letter.read': 'See letters',
  'figures.read': 'See figures',
  'signature.read': 'See signatures, without withheld names',
  'partner.read': 'See partners',
  'withheld.read': 'See withheld names',
  'signature.decide': 'Review signatures and complaints',
  'signature.export': 'Export signatures',
  'lists.read': 'See the blocklist',
  'lists.write': 'Change the blocklist',
  'letter.write': 'Write letters, translations and settings',
  'letter.state': 'Open, close and deliver letters',
  'letter.reopen': 'Reopen closed letters',
  'update.send': 'Write and send updates to signers',
  'signature.import': 'Import signatures',
  'partner.write': 'Manage partners',
  'pause.write': 'Pause signing, emails and the public list',
  'audit.read': 'Read the audit log',
  'member.write': 'Manage members',
  'key.write': 'Manage API keys',
  'update.insist': 'Send more than one update a day',
  'bulk.erase': 'Erase many signatures at once',
  'mailbox.read': 'See email addresses of signers',
};

interface KeyFormProps {
  readonly places: readonly Place[];
  readonly permissions: readonly Permission[];
  readonly csrf: string;
}

export function KeyForm({ places, permissions, csrf }: KeyFormProps) {
  return (
    <form method="post" action="/console/keys" class="card">
      <h2>New API key</h2>
      <Csrf token={csrf} />
      <div class="field">
        <label for="name">Purpose</label>
        <input id="name" name="name" type="text" maxlength={100} required />
      </div>
      <ScopeField places={places} name="letter" />
      <fieldset>
        <legend>What is it for?</legend>
        {bundlesFor(permissions).map(({ id, name, says }, at) => (
          <div class="choice">
            <input type="radio" id={`bundle-${id}`} name="bundle" value={id} checked={at === 0} />
            <label for={`bundle-${id}`}>
              {name}
              <span class="hint">{says}</span>
            </label>
          </div>
        ))}
        <div class="choice">
          <input type="radio" id="bundle-chosen" name="bundle" value="chosen" />
          <label for="bundle-chosen">Only the rights chosen below</label>
        </div>
      </fieldset>
      <details>
        <summary>Choose single rights</summary>
        <fieldset>
          <legend>Rights</legend>
          {permissions.map((one) => (
            <div class="choice">
              <input type="checkbox" id={`may-${one}`} name="scopes" value={one} />
              <label for={`may-${one}`}>
                {permissionNames[one]}
                {reachesEverything(one) ? (
                  <span class="hint">Gives access to everything: the key can invite and remove members.</span>
                ) : null}
              </label>
            </div>
          ))}
        </fieldset>
      </details>
      <div class="field">
        <label for="days">Days until it expires</label>
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
      <button type="submit">Create key</button>
    </form>
  );
}
