/** Complaints that an organisation did not sign: the signature, the decision and the answer on one page. */
import type { Letter } from '../../../shared/letter/letter.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { Alert, nameOf, StateMark } from '../ui/components.tsx';
import { Csrf } from '../ui/layout.tsx';
import { zoneOf } from '../ui/local-time.ts';
import { levelNames } from '../ui/names.ts';
import { Timestamp } from '../ui/timestamp.tsx';
import type { Raised } from './disputes.ts';

const answered = { rejected: 'Removed', stands: 'Kept', unfounded: 'Cannot tell' } as const;

interface DisputesView {
  readonly letter: Letter;
  readonly csrf: string;
  readonly disputes: { readonly items: readonly Raised[]; readonly next: string | undefined };
  readonly maySeeMailboxes: boolean;
  /** Why the last answer was not given. */
  readonly refused: string | undefined;
}

export function DisputesPage({ letter, csrf, disputes, maySeeMailboxes, refused }: DisputesView) {
  const home = `/console/letters/${letter.slug}`;
  if (disputes.items.length === 0)
    return (
      <p>No complaints in the last 180 days. Complaints from organisations that say they did not sign appear here.</p>
    );
  return (
    <>
      {refused ? <Alert title="Nothing was changed">{<p>{refused}</p>}</Alert> : null}
      <p>
        The signer is told that someone questions the signature, but not who, and is told if you remove it. Your answer
        goes to the address given in the complaint.
      </p>
      {disputes.items.map((one) => (
        <article class="card" aria-labelledby={one.sk}>
          <h2 id={one.sk}>
            <bdi>{one.organisation}</bdi>
          </h2>
          <p class="soft">
            From <bdi>{one.name}</bdi>, <Timestamp at={one.at} zone={zoneOf(letter)} />
          </p>
          {one.message ? (
            <p dir="auto" class="message">
              {one.message}
            </p>
          ) : null}
          {one.answer ? (
            <p>
              <span class="mark">{answered[one.answer]}</span>{' '}
              {one.answeredAt ? <Timestamp at={one.answeredAt} zone={zoneOf(letter)} /> : null}
            </p>
          ) : (
            <AnswerForm letter={letter} csrf={csrf} raised={one} />
          )}
          {maySeeMailboxes ? (
            <form method="post" action={`${home}/disputes/mailbox`}>
              <Csrf token={csrf} />
              <input type="hidden" name="id" value={one.sk} />
              <button type="submit" class="plain">
                Show the email address of <bdi>{one.name}</bdi>
              </button>{' '}
              <span class="soft">This is recorded in the audit log.</span>
            </form>
          ) : null}
        </article>
      ))}
      {disputes.next ? (
        <p>
          <a href={`${home}/disputes?${new URLSearchParams({ before: disputes.next })}`}>Older complaints</a>
        </p>
      ) : null}
    </>
  );
}

function AnswerForm({ letter, csrf, raised }: { letter: Letter; csrf: string; raised: Raised }) {
  const home = `/console/letters/${letter.slug}`;
  const words = `words-${raised.sk}`;
  return (
    <form method="post" action={`${home}/disputes`}>
      <Csrf token={csrf} />
      <input type="hidden" name="id" value={raised.sk} />
      {raised.signatures.length === 0 ? (
        <p>
          There is no signature with this name.{' '}
          <a href={`${home}/signatures?${new URLSearchParams({ q: raised.organisation.slice(0, 3) })}`}>
            Look for another spelling
          </a>
        </p>
      ) : (
        <fieldset>
          <legend>{raised.signatures.length === 1 ? 'Signature' : 'Which signature is it?'}</legend>
          {raised.signatures.map((record, index) => (
            <Candidate home={home} raised={raised} record={record} isFirst={index === 0} />
          ))}
        </fieldset>
      )}
      <div class="field">
        <label for={words}>Your words to the person who complained (optional)</label>
        <span class="hint" id={`${words}.hint`}>
          The email already says whether the signature was removed or stays.
        </span>
        <textarea id={words} name="words" maxlength={1000} rows={2} dir="auto" aria-describedby={`${words}.hint`} />
      </div>
      <div class="row">
        <button type="submit" class="grave" name="answer" value="rejected">
          {raised.signatures.length > 0 ? 'Remove and answer' : 'Answer that it was removed'}
        </button>
        {raised.signatures.length > 0 ? (
          <button type="submit" class="quiet" name="answer" value="stands">
            Keep and answer
          </button>
        ) : null}
        <button type="submit" class="quiet" name="answer" value="unfounded">
          Close without an answer
        </button>
      </div>
    </form>
  );
}

interface CandidateProps {
  readonly home: string;
  readonly raised: Raised;
  readonly record: SeenRecord;
  readonly isFirst: boolean;
}

function Candidate({ home, raised, record, isFirst }: CandidateProps) {
  const id = `${record.id}-${raised.sk}`;
  return (
    <div class="choice">
      <input
        type="radio"
        id={id}
        name="signature"
        value={`${record.id}:${record.seen.fieldsVersion}`}
        checked={isFirst}
      />
      <span>
        <label for={id}>
          <bdi>{nameOf(record)}</bdi>
        </label>
        <StateMark record={record} />{' '}
        <span class="hint">
          {record.signatoryName ? (
            <>
              Signed by <bdi>{record.signatoryName}</bdi>
              {record.signatoryRole ? (
                <>
                  , <bdi>{record.signatoryRole}</bdi>
                </>
              ) : null}
              .{' '}
            </>
          ) : null}
          {record.verification ? `Verified by ${levelNames[record.verification]}. ` : ''}
          <a href={`${home}/signatures/${record.id}`}>
            Open <bdi>{nameOf(record)}</bdi>
          </a>
        </span>
      </span>
    </div>
  );
}

/** The person who reported it, with the mailbox; only for members who may see it. */
export function RaiserPage({ letter, raised }: { letter: Letter; raised: Omit<Raised, 'signatures'> }) {
  return (
    <>
      <dl class="facts card">
        <dt>Organisation</dt>
        <dd>
          <bdi>{raised.organisation}</bdi>
        </dd>
        <dt>Name</dt>
        <dd>
          <bdi>{raised.name}</bdi>
        </dd>
        <dt>Email address</dt>
        <dd>
          <a href={`mailto:${encodeURIComponent(raised.email).replace('%40', '@')}`}>{raised.email}</a>
        </dd>
      </dl>
      <p>This address is not verified: the person could have typed any address.</p>
      <p>
        <a href={`/console/letters/${letter.slug}/disputes`}>Back to the complaints</a>
      </p>
    </>
  );
}
