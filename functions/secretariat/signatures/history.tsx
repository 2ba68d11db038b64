/** The history of a signature, and undoing actions on it. */
import type { Actor } from '../../../shared/audit/audit.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { UndoEntry } from '../../../shared/signature/moderation/undo-log.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import type { PageVisit } from '../guard.ts';
import { doneWords, happenedWords } from '../ui/action-words.ts';

import { Csrf } from '../ui/layout.tsx';
import { zoneOf } from '../ui/local-time.ts';
import { Timestamp } from '../ui/timestamp.tsx';

interface HistoryView {
  readonly letter: Letter;
  readonly visit: PageVisit;
  readonly record: SeenRecord;
  readonly acts: readonly UndoEntry[];
  readonly nameOf: (actor: Actor) => string;
}

export function History({ letter, visit, record, acts, nameOf }: HistoryView) {
  // A decision is in both lists; the one of actions also names the member.
  const decidedAt = new Set(acts.map(({ at }) => at));
  const own = record.history
    .filter(({ at }) => !decidedAt.has(at))
    .map(({ at, did }) => ({ at, words: happenedWords[did], act: undefined }));
  const ours = acts.map((act) => ({ at: act.at, words: `${doneWords(act.did)} (${nameOf(act.by)})`, act }));
  const all = [...ours, ...own, ...beginningOf(record)].toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <>
      {record.rejectedBecause ? (
        <p>
          Reason for the rejection: <bdi>{record.rejectedBecause}</bdi>
        </p>
      ) : null}
      {record.duplicateOf && record.seen.withLinks ? (
        <p>
          <a href={`/console/letters/${letter.slug}/signatures/${record.duplicateOf}`}>Another signature</a> is counted
          instead.
        </p>
      ) : null}
      <ol class="history" reversed>
        {all.map(({ at, words, act }) => (
          <li>
            <Timestamp at={at} zone={zoneOf(letter)} />: {words}
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

/** @returns how the signature came, the latest first */
function beginningOf({ submittedAt, confirmedAt, confirmedBy }: SeenRecord) {
  if (confirmedBy === 'paper') return [{ at: submittedAt, words: 'Imported from a list on paper', act: undefined }];
  if (confirmedBy === 'added') return [{ at: submittedAt, words: 'Added by the secretariat', act: undefined }];
  const confirmed = confirmedAt ? [{ at: confirmedAt, words: 'Confirmed by the signer', act: undefined }] : [];
  return [...confirmed, { at: submittedAt, words: 'Form sent', act: undefined }];
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
  record: Pick<SeenRecord, 'id'>;
  act: Pick<UndoEntry, 'id' | 'did'>;
  next?: 'review' | undefined;
}) {
  return (
    <form method="post" action={`/console/letters/${letter.slug}/signatures/${record.id}/undo`}>
      <Csrf token={csrf} />
      <input type="hidden" name="act" value={act.id} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <button type="submit" class="plain" data-key={next ? 'u' : undefined}>
        {`Undo: ${doneWords(act.did)}`}
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
