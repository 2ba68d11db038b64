/** One signature to decide on, with its signals and the keyboard shortcuts. */
import type { Letter } from '../../../shared/letter/letter.ts';
import type { AwaitingReview } from '../../../shared/signature/moderation/review.ts';
import type { UndoEntry } from '../../../shared/signature/moderation/undo-log.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { hasChangeInReview } from '../../../shared/signature/states.ts';
import type { PageVisit } from '../guard.ts';
import { ChangeInReview } from '../signatures/change-in-review.tsx';
import { UndoForm } from '../signatures/history.tsx';
import { SeenFields, TellSigner, WordsToSigner } from '../signatures/moderation-form.tsx';
import { doneWords } from '../ui/action-words.ts';
import { Facts, mailboxDomainShown, nameOf, typedFacts } from '../ui/components.tsx';
import { Csrf } from '../ui/layout.tsx';
import { zoneOf } from '../ui/local-time.ts';
import { kindNames, levelNames } from '../ui/names.ts';
import { formatNumber } from '../ui/number.ts';
import { Signals } from '../ui/signals.tsx';
import { Timestamp } from '../ui/timestamp.tsx';
import type { Signal } from './signals.ts';

type SeenWaiting = Omit<AwaitingReview, 'record'> & { readonly record: SeenRecord };

export interface ReviewView {
  readonly letter: Letter;
  readonly visit: PageVisit;
  readonly waiting: SeenWaiting | undefined;
  readonly count: { readonly number: number; readonly more: boolean };
  readonly signals: readonly Signal[];
  /** Name of the partner that it came through. */
  readonly partner: string | undefined;
  /** Start of the queue, after skipped signatures. */
  readonly after: string | undefined;
  /** The last decision. */
  readonly last: { readonly id: SeenRecord['id']; readonly done: UndoEntry } | undefined;
}

const reasons = ['Not from the organisation', 'Spam', 'Not a real name', 'Has already signed under another name'];

export function ReviewQueue(view: ReviewView) {
  const { letter, visit, waiting, count, after, last } = view;
  const home = `/console/letters/${letter.slug}`;
  return (
    <section data-keys tabindex={-1} aria-label="Review queue">
      <p role="status">
        {last ? `${doneWords(last.done.did)}. ` : ''}
        {count.number === 0
          ? 'All done.'
          : `${count.more ? 'More than ' : ''}${formatNumber(count.number)} awaiting review.`}
      </p>
      {last ? <UndoForm letter={letter} csrf={visit.csrf} record={last} act={last.done} next="review" /> : null}
      {waiting ? (
        <Decide {...view} waiting={waiting} />
      ) : after ? (
        <p>
          You have reached the end of the queue. <a href={`${home}/review`}>Review the ones you skipped</a>.
        </p>
      ) : null}
      {waiting ? (
        <p class="soft">
          Keyboard shortcuts: <kbd>a</kbd> approve, <kbd>r</kbd> reason, then Enter to reject, <kbd>p</kbd> ask for
          proof, <kbd>h</kbd> hold, <kbd>d</kbd> decline the change, <kbd>s</kbd> skip, <kbd>o</kbd> open, <kbd>u</kbd>{' '}
          undo.
        </p>
      ) : null}
    </section>
  );
}

function Decide({ letter, visit, waiting, signals, after, partner }: ReviewView & { waiting: SeenWaiting }) {
  const { record, position } = waiting;
  const home = `/console/letters/${letter.slug}`;
  const hidden = (action: string) => (
    <>
      <Csrf token={visit.csrf} />
      <input type="hidden" name="do" value={action} />
      <SeenFields record={record} />
      <input type="hidden" name="next" value="review" />
      {after ? <input type="hidden" name="after" value={after} /> : null}
    </>
  );
  const action = `${home}/signatures/${record.id}/act`;
  return (
    <article class="card" aria-labelledby="waiting">
      <h2 id="waiting">
        <bdi>{nameOf(record)}</bdi>
      </h2>
      {signals.length > 0 ? <Signals letter={letter} signals={signals} /> : null}
      <ChangeInReview record={record} zone={zoneOf(letter)} />
      <Facts
        facts={[
          ['Type', kindNames[record.kind]],
          ...typedFacts(record),
          ['Message', record.comment && <bdi>{record.comment}</bdi>],
          ['Verified by', record.verification && levelNames[record.verification]],
          ['Partner', record.partner && (partner ?? record.partner)],
          ['Email domain', mailboxDomainShown(record)],
          ['Confirmed on', record.confirmedAt && <Timestamp at={record.confirmedAt} zone={zoneOf(letter)} />],
          ['Asked for proof on', record.proofAskedAt && <Timestamp at={record.proofAskedAt} zone={zoneOf(letter)} />],
        ]}
      />
      <div class="row">
        <form method="post" action={action}>
          {hidden('approve')}
          {record.email === '' || record.proposal ? null : <TellSigner id="tell-approved" label="Tell the signer" />}
          <button type="submit" data-key="a">
            {hasChangeInReview(record) ? 'Approve the change' : 'Approve'} <kbd>a</kbd>
          </button>
        </form>
        {record.proposal ? (
          <form method="post" action={action}>
            {hidden('decline')}
            <button type="submit" class="quiet" data-key="d">
              Decline the change <kbd>d</kbd>
            </button>
          </form>
        ) : null}
        {record.kind === 'organisation' && record.email !== '' ? (
          <form method="post" action={action}>
            {hidden('ask')}
            <button type="submit" class="quiet" data-key="p">
              Ask for proof <kbd>p</kbd>
            </button>
          </form>
        ) : null}
        {record.reviewBecause === 'secretariat' ? null : (
          <form method="post" action={action}>
            {hidden('hold')}
            <button type="submit" class="quiet" data-key="h">
              Hold for later <kbd>h</kbd>
            </button>
          </form>
        )}
        <a class="button quiet" data-key="s" href={`${home}/review?${new URLSearchParams({ after: position })}`}>
          Skip <kbd>s</kbd>
        </a>
        <a class="button quiet" data-key="o" href={`${home}/signatures/${record.id}`}>
          Open <kbd>o</kbd>
        </a>
      </div>
      <form method="post" action={action} class="row reject">
        {hidden('reject')}
        <div class="field">
          <label for="why">
            Reason, seen only by the secretariat <kbd>r</kbd>
          </label>
          <input type="text" id="why" name="why" list="reasons" maxlength={500} required dir="auto" data-key="r" />
          <datalist id="reasons">
            {reasons.map((reason) => (
              <option value={reason} />
            ))}
          </datalist>
        </div>
        {record.email === '' ? null : (
          <>
            <WordsToSigner id="words" />
            <TellSigner id="tell-rejected" label="Tell the signer" />
          </>
        )}
        <button type="submit" class="grave">
          Reject
        </button>
      </form>
    </article>
  );
}
