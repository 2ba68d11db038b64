/** Deny and allow lists, and the pause switches. */
import type { Pausable } from '../../../shared/pause/pause.ts';
import type { viewLists } from '../../../shared/screening/edit.ts';
import type { PageVisit } from '../guard.ts';
import { Alert, Choice } from '../ui/components.tsx';
import { Csrf } from '../ui/layout.tsx';

interface ListsView {
  readonly visit: PageVisit;
  readonly lists: Awaited<ReturnType<typeof viewLists>>;
  /** A typed value that no list accepts. */
  readonly wrong: string | undefined;
}

const titles = {
  deniedDomains: 'Denied domains',
  deniedNetworks: 'Denied networks',
  allowedNetworks: 'Allowed networks: without caps',
} as const;

export function ListsPage({ visit, lists, wrong }: ListsView) {
  const mayEdit = visit.may('lists.write', '*');
  return (
    <>
      <p>
        A mailbox or a domain on a deny list gets no mail that a stranger can cause; submissions from a denied network
        are held silently. A change is in force within a minute.
      </p>
      {wrong === undefined ? null : (
        <Alert title="This cannot stand on that list">
          <p>Give a mailbox, a domain or a network such as 203.0.113.0/24. Only networks can be allowed.</p>
        </Alert>
      )}
      {mayEdit ? (
        <form method="post" action="/console/lists" class="card">
          <Csrf token={visit.csrf} />
          <div class="row">
            <div class="field">
              <label for="what">Mailbox, domain or network</label>
              <input type="text" id="what" name="what" maxlength={254} value={wrong} autocomplete="off" required />
            </div>
            <Choice
              name="do"
              label="Do"
              value="deny"
              options={[
                ['deny', 'Deny'],
                ['allow', 'Allow (networks)'],
                ['remove', 'Take off every list'],
              ]}
            />
            <button type="submit">Save</button>
          </div>
        </form>
      ) : null}
      <section class="card" aria-labelledby="mailboxes">
        <h2 id="mailboxes">Denied mailboxes</h2>
        <p>{`${lists.deniedMailboxes}. They are kept as keyed hashes, so they cannot be shown.`}</p>
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
  ['signing', 'Signing', 'Nobody can sign; the form says so in one sentence. Who has the mail can still confirm.'],
  ['mails', 'Mails', 'What is due stays due and goes out later. Links to sign in here always go.'],
  ['list', 'The public list', 'No name is shown; the count stays.'],
] as const;

interface PausesView {
  readonly csrf: string;
  readonly path: string;
  readonly here: Readonly<Record<Pausable, boolean>>;
  /** On a letter's page: what is paused for all letters. */
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
              {here[what] || all?.[what] ? 'stopped' : 'goes on'}
            </span>
            {all?.[what] ? ' for all letters' : ''}
          </p>
          <p class="soft">{hint}</p>
          <form method="post" action={path}>
            <Csrf token={csrf} />
            <input type="hidden" name="what" value={what} />
            <input type="hidden" name="paused" value={String(!here[what])} />
            <button type="submit" class={here[what] ? undefined : 'grave'}>
              {here[what] ? `Let it go on: ${label.toLowerCase()}` : `Stop: ${label.toLowerCase()}`}
            </button>
          </form>
        </section>
      ))}
    </div>
  );
}
