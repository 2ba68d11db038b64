/** One signature: what it says, what proves it, what became of it, and what can be done. */

import type { Letter } from '../../../shared/letter/letter.ts';
import { countryName } from '../../../shared/organisation/country.ts';
import type { Act } from '../../../shared/signature/act.ts';
import { evidenceOf } from '../../../shared/signature/evidence.ts';
import { heldWords } from '../../../shared/signature/held-words.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import type { Signal } from '../../../shared/signature/signals.ts';
import type { PageVisit } from '../guard.ts';
import { Csrf } from './layout.tsx';
import { Alert, Facts, Moment, StateMark } from './parts.tsx';
import { SignatureActions } from './signature-actions.tsx';

export interface SignatureView {
  readonly letter: Letter;
  readonly visit: PageVisit;
  readonly record: SignatureRecord;
  readonly acts: readonly Act[];
  readonly signals: readonly Signal[];
  /** The mailbox, when it was asked for. */
  readonly email?: string | undefined;
  /** Why what was asked for was not done. */
  readonly refused?: string | undefined;
  /** What was done just now. */
  readonly done?: Act | undefined;
}

export function SignaturePage(view: SignatureView) {
  const { letter, visit, record, acts, signals, refused, done } = view;
  return (
    <>
      {refused ? <Alert title="Not done">{<p>{refused}</p>}</Alert> : null}
      {done && !done.undoneAt ? (
        <div class="note" role="status">
          <p>{`Done: ${wordsOf(done.did)}.`}</p>
          <UndoForm letter={letter} csrf={visit.csrf} record={record} act={done} />
        </div>
      ) : null}
      <p>
        <StateMark record={record} />
      </p>
      {signals.length > 0 ? (
        <section class="note" aria-labelledby="signals">
          <h2 id="signals">What stands out</h2>
          <Signals letter={letter} signals={signals} />
        </section>
      ) : null}
      <div class="two">
        <div>
          <section class="card" aria-labelledby="about">
            <h2 id="about">What it says</h2>
            <About {...view} />
          </section>
          <section class="card" aria-labelledby="proof">
            <h2 id="proof">What proves it</h2>
            <Proof record={record} />
          </section>
          <section class="card" aria-labelledby="agreed">
            <h2 id="agreed">What was agreed to</h2>
            <Agreed record={record} />
          </section>
          <section class="card" aria-labelledby="mails">
            <h2 id="mails">Mails</h2>
            <Mails record={record} />
          </section>
          <section class="card" aria-labelledby="history">
            <h2 id="history">What became of it</h2>
            <History letter={letter} visit={visit} record={record} acts={acts} />
          </section>
        </div>
        {visit.may('signature.decide') ? (
          <section aria-labelledby="actions">
            <h2 id="actions">What you can do</h2>
            <SignatureActions letter={letter} csrf={visit.csrf} record={record} />
          </section>
        ) : null}
      </div>
    </>
  );
}

/** What stands out, each in one sentence, with a way to the other signature where there is one. */
export function Signals({ letter, signals }: { letter: Letter; signals: readonly Signal[] }) {
  return (
    <ul>
      {signals.map(({ text, other }) => (
        <li>
          <bdi>{text}</bdi>
          {other ? (
            <>
              {' '}
              <a href={`/console/letters/${letter.slug}/signatures/${other}`}>Look at it</a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function About({ letter, visit, record, email }: SignatureView) {
  const { organisationName, organisationWebsite, signatoryName, signatoryRole, country, comment, partner } = record;
  return (
    <>
      <Facts
        facts={[
          ['Kind', record.kind],
          ['Organisation', organisationName && <bdi>{organisationName}</bdi>],
          ['Website', organisationWebsite && <bdi>{organisationWebsite}</bdi>],
          ['Country', country && countryName(country, 'en')],
          ['Person', signatoryName && <bdi>{signatoryName}</bdi>],
          ['Role', signatoryRole && <bdi>{signatoryRole}</bdi>],
          ['Mailbox', email && <bdi>{email}</bdi>],
          ['Language', record.language],
          ['Partner', partner],
          ['Page', record.source?.page],
          ['Comment', comment && <bdi>{comment}</bdi>],
          ['Submitted', <Moment at={record.submittedAt} />],
        ]}
      />
      {visit.may('mailbox.read') && email === undefined && record.email !== '' ? (
        <form method="post" action={`/console/letters/${letter.slug}/signatures/${record.id}/mailbox`}>
          <Csrf token={visit.csrf} />
          <button type="submit" class="quiet">
            Show the mailbox
          </button>
          <span class="hint">That you looked is written into the audit trail.</span>
        </form>
      ) : null}
    </>
  );
}

const methods = {
  mailbox: 'the mailbox confirmed it',
  'mailbox-domain': 'the mailbox is on the organisation’s domain',
  dns: 'a DNS record of the domain',
  'well-known': 'a file on the website',
  secretariat: 'the secretariat vouches for it',
} as const;

const domains = {
  organisation: 'on the organisation’s domain',
  other: 'on another domain than the organisation’s',
  free: 'at a free provider: anybody can have it',
  disposable: 'a throw-away mailbox',
} as const;

function Proof({ record }: { record: SignatureRecord }) {
  const shown = evidenceOf(record);
  return (
    <>
      {shown.length === 0 ? <p>Nothing yet: its mailbox has not confirmed it.</p> : null}
      {shown.length > 0 ? (
        <ul>
          {shown.map(({ level, method, at, note }) => (
            <li>
              <span class="mark">{level}</span> {methods[method]}, <Moment at={at} />
              {note ? (
                <>
                  {': '}
                  <bdi>{note}</bdi>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <Facts
        facts={[
          ['Mailbox is', record.mailboxDomain && domains[record.mailboxDomain]],
          ['Stands for', record.kind === 'organisation' ? (record.claimant ?? record.organisationKey) : undefined],
          ['Confirmed by', record.confirmedBy],
          [
            'Mail comes back',
            record.deliverability && `${record.deliverability.state}, ${record.deliverability.at.slice(0, 10)}`,
          ],
        ]}
      />
    </>
  );
}

const yesNo = (value: boolean) => (value ? 'yes' : 'no');

function Agreed({ record }: { record: SignatureRecord }) {
  const { consents, consentLog, attestation, attestedIn, wording, letterVersion, textSeen } = record;
  return (
    <>
      <Facts
        facts={[
          ['Shown by name', yesNo(record.display === 'public')],
          ['To be published', yesNo(consents.publication)],
          ['Updates by mail', yesNo(consents.updates)],
          ['Passed to the partner', yesNo(consents.partner)],
          ['May sign for it', record.kind === 'organisation' ? yesNo(attestation) : undefined],
          ['Wording shown', <code>{attestedIn ?? wording}</code>],
          ['Text read', <code>{(textSeen ?? letterVersion).slice(0, 16)}…</code>],
        ]}
      />
      {consentLog.length > 1 ? (
        <ul class="soft">
          {consentLog.map((one) => (
            <li>
              <Moment at={one.at} />
              {`: published ${yesNo(one.consents.publication)}, updates ${yesNo(one.consents.updates)}, partner ${yesNo(one.consents.partner)}`}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Mails({ record }: { record: SignatureRecord }) {
  const { due, dueAt, dueNext, confirmTokens, manageTokens } = record;
  return (
    <Facts
      facts={[
        ['Links to confirm sent', String(confirmTokens.length)],
        ['Links to manage sent', String(manageTokens.length)],
        ['Next', due === 'expiry' ? 'none' : (due ?? 'none')],
        [due === 'expiry' ? 'Ends' : 'Due', due && dueAt ? <Moment at={dueAt} /> : undefined],
        ['After it', dueNext.join(', ')],
        ['Held because', record.heldBecause && heldWords[record.heldBecause]],
      ]}
    />
  );
}

/** @returns the deed of an audit line, as a word */
export const wordsOf = (did: string) => did.slice(did.indexOf('.') + 1);

function History({ letter, visit, record, acts }: Pick<SignatureView, 'letter' | 'visit' | 'record' | 'acts'>) {
  const own = record.history.map(({ at, did }) => ({ at, words: did, act: undefined }));
  const ours = acts.map((act) => ({ at: act.at, words: `${wordsOf(act.did)} by ${act.by.kind} ${act.by.id}`, act }));
  const all = [
    { at: record.submittedAt, words: 'submitted', act: undefined },
    ...(record.confirmedAt ? [{ at: record.confirmedAt, words: 'confirmed', act: undefined }] : []),
    ...own,
    ...ours,
  ].toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <>
      {record.rejectedBecause ? (
        <p>
          Rejected because: <bdi>{record.rejectedBecause}</bdi>
        </p>
      ) : null}
      {record.duplicateOf ? (
        <p>
          Its place is held by{' '}
          <a href={`/console/letters/${letter.slug}/signatures/${record.duplicateOf}`}>another signature</a>.
        </p>
      ) : null}
      <ol class="history" reversed>
        {all.map(({ at, words, act }) => (
          <li>
            <Moment at={at} /> {words}
            {act?.undoneAt ? ' (undone)' : null}
            {act && !act.undoneAt && act.revision === record.revision && visit.may('signature.decide') ? (
              <UndoForm letter={letter} csrf={visit.csrf} record={record} act={act} />
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}

export function UndoForm({
  letter,
  csrf,
  record,
  act,
  next,
}: {
  letter: Letter;
  csrf: string;
  record: Pick<SignatureRecord, 'id'>;
  act: Pick<Act, 'id' | 'did'>;
  next?: 'review' | undefined;
}) {
  return (
    <form method="post" action={`/console/letters/${letter.slug}/signatures/${record.id}/undo`}>
      <Csrf token={csrf} />
      <input type="hidden" name="act" value={act.id} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <button type="submit" class="plain" data-key={next ? 'u' : undefined}>
        {`Undo: ${wordsOf(act.did)}`}
        {next ? (
          <>
            {' '}
            <kbd>u</kbd>
          </>
        ) : null}
      </button>
    </form>
  );
}
