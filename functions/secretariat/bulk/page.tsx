/** Bulk actions: the list, the form for a new one, and one with its set and its progress. */

import { type BulkDecision, decisionsFor } from '../../../shared/jobs/bulk/decide.ts';
import { type BulkJob, isUnderWay, type SeenSignature } from '../../../shared/jobs/bulk/job.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { countryName } from '../../../shared/organisation/country.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { kinds, orders, states } from '../signatures/filter-choices.ts';
import { TellSigner, TextField, WordsToSigner } from '../signatures/moderation-form.tsx';
import { Alert, Facts, nameOf, StateMark } from '../ui/components.tsx';
import { Csrf } from '../ui/layout.tsx';
import { zoneOf } from '../ui/local-time.ts';
import { amount, formatNumber } from '../ui/number.ts';
import { Timestamp } from '../ui/timestamp.tsx';

const stateWords = {
  gathering: 'finding the signatures',
  ready: 'not started yet',
  running: 'in progress',
  done: 'done',
  cancelled: 'cancelled',
  'rolling-back': 'being undone',
  'rolled-back': 'undone',
} as const;

const actionLabels = {
  approve: 'Approve',
  hold: 'Unpublish and review later:',
  reject: 'Reject',
  withdraw: 'Withdraw',
  resend: 'Resend the email to',
  release: 'Release',
  forget: 'Erase permanently',
} as const;

/** Decisions that send mail. The form says to whom beforehand. */
const filterNames: Readonly<Record<string, string>> = {
  state: 'State',
  q: 'Name',
  person: 'Person',
  kind: 'Type',
  country: 'Country',
  domain: 'Website domain',
  partner: 'Partner',
  order: 'Order',
};

/** @returns the value in words, where it is one of a closed list */
function filterValue(name: string, value: unknown): string {
  const typed = String(value);
  if (name === 'country') return countryName(typed, 'en');
  const choices = [...states, ...kinds, ...orders].find(([one]) => one === typed);
  return choices && (name === 'state' || name === 'kind' || name === 'order') ? choices[1] : typed;
}

const mailing = new Set(['withdraw', 'resend', 'release']);

export function BulkList({ letter, jobs }: { letter: Letter; jobs: readonly BulkJob[] }) {
  if (jobs.length === 0)
    return <p>No bulk actions in the last 30 days. To start one, select signatures in the list of signatures.</p>;
  return (
    <ul class="card">
      {jobs.map((job) => (
        <li>
          <a
            href={`/console/letters/${letter.slug}/bulk/${job.id}`}
          >{`${actionLabels[job.wanted.do]} ${signatures(job.number)}`}</a>{' '}
          <span class="mark">{stateWords[job.state]}</span> <Timestamp at={job.madeAt} zone={zoneOf(letter)} />
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
      <Alert title="Select at least one signature">
        <p>
          <a href={`${home}/signatures`}>Back to the list of signatures</a>
        </p>
      </Alert>
    );
  }
  return (
    <form method="post" action={`${home}/bulk`} class="card">
      {again ? <Alert title="Fill in this field" /> : null}
      <p>
        <strong>{makeWords(action, ticked?.length)}</strong>
      </p>
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
          <span>I understand that this cannot be undone</span>
        </label>
      ) : (
        <>
          <TextField id="why" name="why" label="Reason" hint="Seen only by the secretariat." />
          <TellSigner id="tell" label="Tell the signers" />
          <WordsToSigner id="words" />
        </>
      )}
      <button type="submit">Continue</button>
    </form>
  );
}

/** @returns what the form is for; without a number, for all results of the list */
function makeWords(action: string, number: number | undefined): string {
  const label = Object.entries(actionLabels).find(([name]) => name === action)?.[1] ?? 'Approve';
  return `${label} ${number === undefined ? 'all results of the list' : signatures(number)}`;
}

export interface JobView {
  readonly letter: Letter;
  readonly csrf: string;
  readonly job: BulkJob;
  readonly part: number;
  readonly records: readonly SeenRecord[];
}

const signatures = (number: number) => amount(number, 'signature', 'signatures');

const decisionWords = {
  start: (job: BulkJob) => `${actionLabels[job.wanted.do]} ${signatures(job.number)}`,
  cancel: () => 'Cancel this bulk action',
  'roll-back': () => 'Undo this bulk action',
} as const satisfies Record<BulkDecision, (job: BulkJob) => string>;

export function BulkJobPage({ letter, csrf, job, part, records }: JobView) {
  const path = `/console/letters/${letter.slug}/bulk/${job.id}`;
  const { wanted, number, partsDone, parts } = job;
  return (
    <>
      <p role="status">
        <strong>{`${actionLabels[wanted.do]} ${signatures(number)}${job.state === 'gathering' ? ' so far' : ''}`}</strong>
        : {stateWords[job.state]}
      </p>
      {isUnderWay(job) && parts > 0 && job.state !== 'gathering' ? (
        <p>
          <label for="progress">Progress</label>
          <progress id="progress" max={parts} value={partsDone}>{`${partsDone} of ${parts}`}</progress>
        </p>
      ) : null}
      {job.state === 'ready' && (mailing.has(wanted.do) || ('tell' in wanted && wanted.tell)) ? (
        <p class="note">
          {number === 1 ? 'One person will get an email.' : `Up to ${formatNumber(number)} people will get an email.`}
        </p>
      ) : null}
      <Facts
        facts={[
          ['Reason', 'why' in wanted ? <bdi>{wanted.why}</bdi> : undefined],
          ['Words to the signers', 'words' in wanted && wanted.words ? <bdi>{wanted.words}</bdi> : undefined],
          [
            'Filter',
            job.filter &&
              Object.entries(job.filter)
                .map(([name, value]) => `${filterNames[name] ?? 'other'}: ${filterValue(name, value)}`)
                .join(', '),
          ],
          ['Changed', job.startedAt && formatNumber(job.changed)],
          ['Already in this state', job.startedAt && formatNumber(job.same)],
          ['Not possible', job.startedAt && formatNumber(job.refused)],
          [
            'Skipped: details changed after you saw them',
            job.changedMeanwhile > 0 ? formatNumber(job.changedMeanwhile) : undefined,
          ],
          ['Undone', job.undone > 0 ? formatNumber(job.undone) : undefined],
          ['Not undone: changed since', job.kept > 0 ? formatNumber(job.kept) : undefined],
          ['Created on', <Timestamp at={job.madeAt} zone={zoneOf(letter)} />],
          ['Finished on', job.endedAt && <Timestamp at={job.endedAt} zone={zoneOf(letter)} />],
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
              Continue{' '}
            </button>
          </form>
        ) : null}
      </div>
      {isUnderWay(job) ? <p class="soft">This continues in the background. You can leave this page.</p> : null}
      {records.length > 0 ? <ExactSet letter={letter} job={job} part={part} records={records} path={path} /> : null}
    </>
  );
}

function ExactSet({ letter, job, part, records, path }: Omit<JobView, 'csrf'> & { path: string }) {
  return (
    <section class="card" aria-labelledby="set">
      <h2 id="set">{`Signatures, part ${part + 1} of ${job.parts}`}</h2>
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
        {part > 0 ? <a href={`${path}?part=${part - 1}`}>Previous part</a> : <span />}
        {part + 1 < job.parts ? <a href={`${path}?part=${part + 1}`}>Next part</a> : null}
      </p>
    </section>
  );
}
