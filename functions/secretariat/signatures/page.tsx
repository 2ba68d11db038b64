/** The page of one signature: details, verification, history and actions. */

import type { Letter } from '../../../shared/letter/letter.ts';
import type { UndoEntry } from '../../../shared/signature/moderation/undo-log.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import type { PageVisit } from '../guard.ts';
import type { Signal } from '../review/signals.ts';
import { Alert, Facts, StateMark, typedFacts, UtcTime } from '../ui/components.tsx';
import { Csrf } from '../ui/layout.tsx';
import { Signals } from '../ui/signals.tsx';
import { SignatureActions } from './action-forms.tsx';
import { ChangeInReview } from './change-in-review.tsx';
import { Agreed, Mails, Proof } from './facts.tsx';
import { History, UndoForm, wordsOf } from './history.tsx';

export interface SignatureView {
  readonly letter: Letter;
  readonly visit: PageVisit;
  readonly record: SeenRecord;
  readonly acts: readonly UndoEntry[];
  readonly signals: readonly Signal[];
  /** Signatures that it can be merged into. */
  readonly candidates: readonly SeenRecord[];
  /** The mailbox, when it was requested. */
  readonly email?: string | undefined;
  /** Why the requested action was not done. */
  readonly refused?: string | undefined;
  /** The last action. */
  readonly done?: UndoEntry | undefined;
}

export function SignaturePage(view: SignatureView) {
  const { letter, visit, record, acts, signals, candidates, refused, done } = view;
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
      <ChangeInReview record={record} />
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
            {record.seen.isNameHidden ? (
              <p class="note">Name withheld. Only moderators, editors and owners can see who this is.</p>
            ) : null}
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
            <SignatureActions letter={letter} csrf={visit.csrf} record={record} twins={candidates} />
          </section>
        ) : null}
      </div>
    </>
  );
}

function About({ letter, visit, record, email }: SignatureView) {
  const { comment, partner } = record;
  return (
    <>
      <Facts
        facts={[
          ['Kind', record.kind],
          ...typedFacts(record),
          ['Mailbox', email && <bdi>{email}</bdi>],
          ['Language', record.language],
          ['Partner', partner],
          ['Page', record.source?.page],
          ['Comment', comment && <bdi>{comment}</bdi>],
          ['Submitted', <UtcTime at={record.submittedAt} />],
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
