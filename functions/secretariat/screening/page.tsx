/** Deny and allow lists, and the pause switches. */
import type { Pausable } from '../../../shared/pause/pause.ts';
import type { viewLists } from '../../../shared/screening/edit.ts';
import type { PageVisit } from '../guard.ts';
import { Alert, Choice } from '../ui/components.tsx';
import { Csrf } from '../ui/layout.tsx';
import { amount } from '../ui/number.ts';

interface ListsView {
  readonly visit: PageVisit;
  readonly lists: Awaited<ReturnType<typeof viewLists>>;
  /** A typed value that no list accepts. */
  readonly wrong: string | undefined;
}

const titles = {
  deniedDomains: 'Blocked domains',
  deniedNetworks: 'Blocked networks',
  allowedNetworks: 'Networks without limits',
} as const;

export function ListsPage({ visit, lists, wrong }: ListsView) {
  const mayEdit = visit.may('lists.write', '*');
  return (
    <>
      <p>
        Blocked addresses and domains get no emails to confirm, no updates and no invitations to sign a later letter.
        Forms from blocked networks are held as likely spam. Changes apply within a minute.
      </p>
      {wrong === undefined ? null : (
        <Alert title="This value cannot be added">
          <p>
            Enter an email address, a domain such as example.org or a network such as 203.0.113.0/24. Only networks can
            be without limits.
          </p>
        </Alert>
      )}
      {mayEdit ? (
        <form method="post" action="/console/lists" class="card">
          <Csrf token={visit.csrf} />
          <div class="row">
            <div class="field">
              <label for="what">Email address, domain or network</label>
              <input type="text" id="what" name="what" maxlength={254} value={wrong} autocomplete="off" required />
            </div>
            <Choice
              name="do"
              label="Action"
              value="deny"
              options={[
                ['deny', 'Block'],
                ['allow', 'Remove limits (networks only)'],
                ['remove', 'Remove from all lists'],
              ]}
            />
            <button type="submit">Save</button>
          </div>
        </form>
      ) : null}
      <section class="card" aria-labelledby="mailboxes">
        <h2 id="mailboxes">Blocked email addresses</h2>
        <p>
          {lists.deniedMailboxes === 0
            ? 'None.'
            : `${amount(lists.deniedMailboxes, 'address', 'addresses')}. For privacy we do not keep the addresses themselves, so we cannot list them.`}
        </p>
      </section>
      {(['deniedDomains', 'deniedNetworks', 'allowedNetworks'] as const).map((name) => (
        <section class="card" aria-labelledby={name}>
          <h2 id={name}>{titles[name]}</h2>
          {lists[name].length === 0 ? <p>None.</p> : null}
          <ul>
            {lists[name].map((entry) => (
              <li>
                <bdi>{entry}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const switches = [
  [
    'signing',
    'Signing',
    'While paused, nobody can sign, and the form says so. People who have the email can still confirm.',
  ],
  ['mails', 'Emails', 'While paused, emails are kept and sent later. Links to sign in to the console are always sent.'],
  ['list', 'Public list', 'While paused, no names are shown. The count stays.'],
] as const;

interface PausesView {
  readonly csrf: string;
  readonly path: string;
  readonly here: Readonly<Record<Pausable, boolean>>;
  /** On a letter's page: the pauses for all letters. */
  readonly all: Readonly<Record<Pausable, boolean>> | undefined;
}

export function PausesPage({ csrf, path, here, all }: PausesView) {
  return (
    <div class="cards">
      {switches.map(([what, label, hint]) => (
        <section class="card" aria-labelledby={what}>
          <h2 id={what}>{label}</h2>
          <p>
            <span class={here[what] || all?.[what] ? 'mark bad' : 'mark good'}>
              {here[what] || all?.[what] ? 'paused' : 'running'}
            </span>
            {all?.[what] ? ' for all letters' : ''}
          </p>
          <p class="soft">{hint}</p>
          <form method="post" action={path}>
            <Csrf token={csrf} />
            <input type="hidden" name="what" value={what} />
            <input type="hidden" name="paused" value={String(!here[what])} />
            <button type="submit" class={here[what] ? undefined : 'grave'}>
              {`${here[what] ? 'Resume' : 'Pause'} ${what === 'list' ? 'the ' : ''}${label.toLowerCase()}`}
            </button>
          </form>
        </section>
      ))}
    </div>
  );
}
