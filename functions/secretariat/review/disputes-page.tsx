/** Reports that an organisation did not sign, and their results. */
import type { DisputePage } from '../../../shared/dispute/dispute.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { UtcTime } from '../ui/components.tsx';
import { Csrf } from '../ui/layout.tsx';

type Dispute = DisputePage['items'][number];

const answers = [
  ['rejected', 'Removed', 'Mark as removed'],
  ['stands', 'Kept', 'Mark as kept'],
  ['unfounded', 'Cannot tell', 'Mark as “Cannot tell”'],
] as const;

interface DisputesView {
  readonly letter: Letter;
  readonly csrf: string;
  readonly disputes: DisputePage;
  readonly maySeeMailboxes: boolean;
}

export function DisputesPage({ letter, csrf, disputes, maySeeMailboxes }: DisputesView) {
  const home = `/console/letters/${letter.slug}`;
  if (disputes.items.length === 0)
    return (
      <p>No complaints in the last 180 days. Complaints from organisations that say they did not sign appear here.</p>
    );
  return (
    <>
      <p>
        Open the signature first, and reject it there if the organisation is right. Then record your answer here. This
        page sends no email.
      </p>
      {disputes.items.map((one) => (
        <article class="card" aria-labelledby={one.sk}>
          <h2 id={one.sk}>
            <bdi>{one.organisation}</bdi>
          </h2>
          <p class="soft">
            <bdi>{one.name}</bdi>, <UtcTime at={one.at} />
          </p>
          {one.message ? (
            <p dir="auto" class="message">
              {one.message}
            </p>
          ) : null}
          <p>
            <a href={`${home}/signatures?${new URLSearchParams({ q: one.organisation })}`}>Find the signature</a>
          </p>
          {one.answer ? (
            <p>
              <span class="mark">{answers.find(([answer]) => answer === one.answer)?.[1]}</span>{' '}
              {one.answeredAt ? <UtcTime at={one.answeredAt} /> : null}
            </p>
          ) : null}
          <form method="post" action={`${home}/disputes`} class="row">
            <Csrf token={csrf} />
            <input type="hidden" name="id" value={one.sk} />
            {answers.map(([answer, , label]) => (
              <button type="submit" class="quiet" name="answer" value={answer}>
                {label}
              </button>
            ))}
          </form>
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

/** The person who reported it, with the mailbox; only for members who may see it. */
export function RaiserPage({ letter, raised }: { letter: Letter; raised: Dispute }) {
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
