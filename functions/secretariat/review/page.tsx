/** One signature to decide on, with its signals and the keyboard shortcuts. */
import type { Letter } from '../../../shared/letter/letter.ts';
import type { AwaitingReview } from '../../../shared/signature/moderation/review.ts';
import type { UndoEntry } from '../../../shared/signature/moderation/undo-log.ts';
import { hasChangeInReview } from '../../../shared/signature/record.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import type { PageVisit } from '../guard.ts';
import { ChangeInReview } from '../signatures/change-in-review.tsx';
import { UndoForm, wordsOf } from '../signatures/history.tsx';
import { SeenFields } from '../signatures/moderation-form.tsx';
import { Facts, nameOf, typedFacts, UtcTime } from '../ui/components.tsx';
import { Csrf } from '../ui/layout.tsx';
import { Signals } from '../ui/signals.tsx';
import type { Signal } from './signals.ts';

type SeenWaiting = Omit<AwaitingReview, 'record'> & { readonly record: SeenRecord };

export interface ReviewView {
  readonly letter: Letter;
  readonly visit: PageVisit;
  readonly waiting: SeenWaiting | undefined;
  readonly count: { readonly number: number; readonly more: boolean };
  readonly signals: readonly Signal[];
  /** Start of the queue, after skipped signatures. */
  readonly after: string | undefined;
  /** The last decision. */
  readonly last: { readonly id: SeenRecord['id']; readonly done: UndoEntry } | undefined;
}

const reasons = ['Not the organisation', 'Spam', 'No real name', 'Signed already under another name'];

export function ReviewQueue(view: ReviewView) {
  const { letter, visit, waiting, count, after, last } = view;
  const home = `/console/letters/${letter.slug}`;
  return (
    <section data-keys tabindex={-1} aria-label="Review queue">
      <p role="status">
        {last ? `Done: ${wordsOf(last.done.did)}. ` : ''}
        {count.number === 0 ? 'Nothing waits.' : `${count.more ? 'More than ' : ''}${count.number} waiting.`}
      </p>
      {last ? <UndoForm letter={letter} csrf={visit.csrf} record={last} act={last.done} next="review" /> : null}
      {waiting ? (
        <Decide {...view} waiting={waiting} />
      ) : after ? (
        <p>
          You have seen all that waits. <a href={`${home}/review`}>Begin again</a> with what you skipped.
        </p>
      ) : null}
      {waiting ? (
        <p class="soft">
          The keys work while the focus is in the queue: <kbd>a</kbd> approve, <kbd>r</kbd> reason, then Enter to
          reject, <kbd>h</kbd> hold, <kbd>d</kbd> keep as it is, <kbd>s</kbd> skip, <kbd>o</kbd> open, <kbd>u</kbd>{' '}
          undo.
        </p>
      ) : null}
    </section>
  );
}

function Decide({ letter, visit, waiting, signals, after }: ReviewView & { waiting: SeenWaiting }) {
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
      <ChangeInReview record={record} />
      <Facts
        facts={[
          ['Kind', record.kind],
          ...typedFacts(record),
          ['Comment', record.comment && <bdi>{record.comment}</bdi>],
          ['Shown by', record.verification],
          ['Partner', record.partner],
          ['Confirmed', record.confirmedAt && <UtcTime at={record.confirmedAt} />],
        ]}
      />
      <div class="row">
        <form method="post" action={action}>
          {hidden('approve')}
          <button type="submit" data-key="a">
            {hasChangeInReview(record) ? 'Approve the change' : 'Approve'} <kbd>a</kbd>
          </button>
        </form>
        {record.proposal ? (
          <form method="post" action={action}>
            {hidden('decline')}
            <button type="submit" class="quiet" data-key="d">
              Keep it as it is <kbd>d</kbd>
            </button>
          </form>
        ) : null}
        {record.reviewBecause === 'secretariat' ? null : (
          <form method="post" action={action}>
            {hidden('hold')}
            <button type="submit" class="quiet" data-key="h">
              Hold <kbd>h</kbd>
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
            Reason, for the secretariat’s eyes only <kbd>r</kbd>
          </label>
          <input type="text" id="why" name="why" list="reasons" maxlength={500} required dir="auto" data-key="r" />
          <datalist id="reasons">
            {reasons.map((reason) => (
              <option value={reason} />
            ))}
          </datalist>
        </div>
        <button type="submit" class="grave">
          Reject
        </button>
      </form>
    </article>
  );
}
