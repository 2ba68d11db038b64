/** Bulk actions: the list, the form for a new one, and one with its set and its progress. */

import { type BulkDecision, decisionsFor } from '../../../shared/jobs/bulk/decide.ts';
import { type BulkJob, isUnderWay, type SeenSignature } from '../../../shared/jobs/bulk/job.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { TextField } from '../signatures/moderation-form.tsx';
import { Alert, Facts, nameOf, StateMark, UtcTime } from '../ui/components.tsx';
import { Csrf } from '../ui/layout.tsx';

const stateWords = {
  gathering: 'gathers the set',
  ready: 'ready: nothing was done yet',
  running: 'under way',
  done: 'done',
  cancelled: 'cancelled',
  'rolling-back': 'is being taken back',
  'rolled-back': 'taken back',
} as const;

const deedWords = {
  approve: 'Approve',
  hold: 'Hold',
  reject: 'Reject',
  withdraw: 'Withdraw',
  resend: 'Send the mail again to',
  release: 'Release',
  forget: 'Forget',
} as const;

/** Decisions that send mail. The form says to whom beforehand. */
const mailing = new Set(['withdraw', 'resend', 'release']);

export function BulkList({ letter, jobs }: { letter: Letter; jobs: readonly BulkJob[] }) {
  if (jobs.length === 0) return <p>There was none within the last 30 days. They begin in the list of signatures.</p>;
  return (
    <ul class="card">
      {jobs.map((job) => (
        <li>
          <a href={`/console/letters/${letter.slug}/bulk/${job.id}`}>{`${deedWords[job.wanted.do]} ${job.number}`}</a>{' '}
          <span class="mark">{stateWords[job.state]}</span> <UtcTime at={job.madeAt} />
        </li>
      ))}
    </ul>
  );
}

export interface MakeView {
  readonly letter: Letter;
  readonly csrf: string;
  readonly action: string;
  /** Selected signatures; undefined for all results of the list. */
  readonly ticked: readonly SeenSignature[] | undefined;
  readonly filterFields: readonly (readonly [string, string])[];
  readonly again: boolean;
}

/** The form before the set is collected: asks for a reason, or for a confirmation. */
export function BulkMake({ letter, csrf, action, ticked, filterFields, again }: MakeView) {
  const home = `/console/letters/${letter.slug}`;
  if (ticked?.length === 0) {
    return (
      <Alert title="Nothing was ticked">
        <p>
          <a href={`${home}/signatures`}>Back to the signatures</a>
        </p>
      </Alert>
    );
  }
  return (
    <form method="post" action={`${home}/bulk`} class="card">
      {again ? <Alert title="Something is missing" /> : null}
      <Csrf token={csrf} />
      <input type="hidden" name="do" value={action} />
      <input type="hidden" name="of" value={ticked ? 'ticked' : 'filter'} />
      <input type="hidden" name="again" value="yes" />
      {ticked?.map(({ id, fieldsVersion }) => (
        <input type="hidden" name="id" value={`${id}:${fieldsVersion}`} />
      ))}
      {filterFields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {action === 'forget' ? (
        <label class="choice">
          <input type="checkbox" name="sure" value="true" required />
          <span>I know that forgetting cannot be undone</span>
        </label>
      ) : (
        <TextField id="why" name="why" label="Why they are rejected" hint="For the secretariat’s eyes only." />
      )}
      <button type="submit">Show the exact set</button>
    </form>
  );
}

export interface JobView {
  readonly letter: Letter;
  readonly csrf: string;
  readonly job: BulkJob;
  readonly part: number;
  readonly records: readonly SeenRecord[];
}

const decisionWords = {
  start: (job: BulkJob) => `${deedWords[job.wanted.do]} ${job.number} signatures`,
  cancel: () => 'Cancel',
  'roll-back': () => 'Take it back',
} as const satisfies Record<BulkDecision, (job: BulkJob) => string>;

export function BulkJobPage({ letter, csrf, job, part, records }: JobView) {
  const path = `/console/letters/${letter.slug}/bulk/${job.id}`;
  const { wanted, number, partsDone, parts } = job;
  return (
    <>
      <p role="status">
        <strong>{`${deedWords[wanted.do]} ${number}${job.state === 'gathering' ? ' so far' : ''} signatures`}</strong>:{' '}
        {stateWords[job.state]}
      </p>
      {isUnderWay(job) && parts > 0 && job.state !== 'gathering' ? (
        <p>
          <label for="progress">Parts gone through</label>
          <progress id="progress" max={parts} value={partsDone}>{`${partsDone} of ${parts}`}</progress>
        </p>
      ) : null}
      {job.state === 'ready' && mailing.has(wanted.do) ? (
        <p class="note">{`As many as ${number} people will get a mail.`}</p>
      ) : null}
      <Facts
        facts={[
          ['Reason', 'why' in wanted ? <bdi>{wanted.why}</bdi> : undefined],
          [
            'Found by',
            job.filter &&
              Object.entries(job.filter)
                .map(([name, value]) => `${name} ${value}`)
                .join(', '),
          ],
          ['Changed', job.startedAt && String(job.changed)],
          ['Were so already', job.startedAt && String(job.same)],
          ['Could not be changed so', job.startedAt && String(job.refused)],
          [
            'Not decided: details changed after you saw them',
            job.changedMeanwhile > 0 ? String(job.changedMeanwhile) : undefined,
          ],
          ['Taken back', job.undone > 0 ? String(job.undone) : undefined],
          ['Not taken back: changed since', job.kept > 0 ? String(job.kept) : undefined],
          ['Made', <UtcTime at={job.madeAt} />],
          ['Ended', job.endedAt && <UtcTime at={job.endedAt} />],
        ]}
      />
      <div class="row">
        {decisionsFor(job).map((decision) => (
          <form method="post" action={`${path}/${decision}`}>
            <Csrf token={csrf} />
            <button type="submit" class={decision === 'start' ? undefined : 'quiet'}>
              {decisionWords[decision](job)}
            </button>
          </form>
        ))}
        {isUnderWay(job) ? (
          <form method="post" action={`${path}/advance`} data-advance>
            <Csrf token={csrf} />
            <button type="submit" class="quiet">
              Go on
            </button>
          </form>
        ) : null}
      </div>
      {isUnderWay(job) ? <p class="soft">It goes on while this page is open, and every minute without it.</p> : null}
      {records.length > 0 ? <ExactSet letter={letter} job={job} part={part} records={records} path={path} /> : null}
    </>
  );
}

function ExactSet({ letter, job, part, records, path }: Omit<JobView, 'csrf'> & { path: string }) {
  return (
    <section class="card" aria-labelledby="set">
      <h2 id="set">{`The exact set, part ${part + 1} of ${job.parts}`}</h2>
      <ul>
        {records.map((record) => (
          <li>
            <a href={`/console/letters/${letter.slug}/signatures/${record.id}`}>
              <bdi>{nameOf(record)}</bdi>
            </a>{' '}
            <StateMark record={record} />
          </li>
        ))}
      </ul>
      <p class="pages">
        {part > 0 ? <a href={`${path}?part=${part - 1}`}>Part before</a> : <span />}
        {part + 1 < job.parts ? <a href={`${path}?part=${part + 1}`}>Next part</a> : null}
      </p>
    </section>
  );
}
