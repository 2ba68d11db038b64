/** The page of one signature: details, verification, history and actions. */

import type { Actor } from '../../../shared/audit/audit.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { UndoEntry } from '../../../shared/signature/moderation/undo-log.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { languageName } from '../../../shared/text/language-names.ts';
import type { Upload } from '../../../shared/upload/upload.ts';
import type { PageVisit } from '../guard.ts';
import type { Signal } from '../review/signals.ts';
import { doneWords } from '../ui/action-words.ts';
import { Alert, Facts, mailboxDomainShown, StateMark, typedFacts } from '../ui/components.tsx';
import { Csrf } from '../ui/layout.tsx';
import { zoneOf } from '../ui/local-time.ts';
import { kindNames } from '../ui/names.ts';
import { Signals } from '../ui/signals.tsx';
import { Timestamp } from '../ui/timestamp.tsx';
import { SignatureActions } from './action-forms.tsx';
import { ChangeInReview } from './change-in-review.tsx';
import { EvidenceFiles } from './evidence-section.tsx';
import { Agreed, Mails, Proof, sawNoForm } from './facts.tsx';
import { History, UndoForm } from './history.tsx';

export interface SignatureView {
  readonly letter: Letter;
  readonly visit: PageVisit;
  readonly record: SeenRecord;
  readonly acts: readonly UndoEntry[];
  readonly nameOf: (actor: Actor) => string;
  /** Name of the partner that it came through. */
  readonly partner: string | undefined;
  readonly signals: readonly Signal[];
  /** Signatures that it can be merged into. */
  readonly candidates: readonly SeenRecord[];
  /** Empty for people who may not see them. */
  readonly evidenceFiles: readonly Upload[];
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
      {refused ? <Alert title="Nothing was changed">{<p>{refused}</p>}</Alert> : null}
      {done && !done.undoneAt ? (
        <div class="note" role="status">
          <p>{`${doneWords(done.did)}.`}</p>
          <UndoForm letter={letter} csrf={visit.csrf} record={record} act={done} />
        </div>
      ) : null}
      <p>
        <StateMark record={record} />
      </p>
      <ChangeInReview record={record} zone={zoneOf(letter)} />
      {signals.length > 0 ? (
        <section class="note" aria-labelledby="signals">
          <h2 id="signals">Check before you decide</h2>
          <Signals letter={letter} signals={signals} />
        </section>
      ) : null}
      <div class="two">
        <div>
          <section class="card" aria-labelledby="about">
            <h2 id="about">Details</h2>
            {record.seen.isNameHidden ? (
              <p class="note">Name withheld. Only moderators, editors and owners can see who this is.</p>
            ) : null}
            <About {...view} />
          </section>
          <section class="card" aria-labelledby="proof">
            <h2 id="proof">Verification</h2>
            <Proof record={record} zone={zoneOf(letter)} />
            <EvidenceFiles {...{ letter, visit, record }} files={view.evidenceFiles} />
          </section>
          <section class="card" aria-labelledby="agreed">
            <h2 id="agreed">Consents</h2>
            <Agreed record={record} letter={letter} />
          </section>
          <section class="card" aria-labelledby="mails">
            <h2 id="mails">Emails</h2>
            <Mails record={record} zone={zoneOf(letter)} />
          </section>
          <section class="card" aria-labelledby="history">
            <h2 id="history">History</h2>
            <History letter={letter} visit={visit} record={record} acts={acts} nameOf={view.nameOf} />
          </section>
        </div>
        {visit.may('signature.decide') ? (
          <section aria-labelledby="actions">
            <h2 id="actions">Actions</h2>
            <SignatureActions letter={letter} csrf={visit.csrf} record={record} candidates={candidates} />
          </section>
        ) : null}
      </div>
    </>
  );
}

function About({ letter, visit, record, email, partner }: SignatureView) {
  const { comment } = record;
  return (
    <>
      <Facts
        facts={[
          ['Type', kindNames[record.kind]],
          ...typedFacts(record),
          ['Email address', email && <bdi>{email}</bdi>],
          ['Email domain', visit.may('signature.decide') ? mailboxDomainShown(record) : undefined],
          ['Language', languageName(record.language) ?? record.language],
          ['Partner', record.partner && (partner ?? record.partner)],
          ['Page', record.source?.page],
          ['Message', comment && <bdi>{comment}</bdi>],
          [
            sawNoForm(record) ? 'Added on' : 'Form sent on',
            <Timestamp at={record.submittedAt} zone={zoneOf(letter)} />,
          ],
        ]}
      />
      {visit.may('mailbox.read') && email === undefined && record.email !== '' ? (
        <form method="post" action={`/console/letters/${letter.slug}/signatures/${record.id}/mailbox`}>
          <Csrf token={visit.csrf} />
          <button type="submit" class="quiet">
            Show the email address
          </button>
          <span class="hint">This is recorded in the audit log.</span>
        </form>
      ) : null}
    </>
  );
}
