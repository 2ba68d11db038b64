/** Signals about a letter, from its latest signatures and from held ones. */

import type { Letter } from '../../../shared/letter/letter.ts';
import { heldReasons } from '../signatures/held-reasons.ts';
import { amount, formatNumber } from '../ui/number.ts';
import { type LetterSignals, sharedFrom } from './letter-signals.ts';

interface SignalsView {
  readonly letter: Letter;
  readonly signals: LetterSignals;
  /** Mailbox domains are shown only to members who may see mailboxes. */
  readonly maySeeDomains: boolean;
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

export function SignalsPage({ letter, signals, maySeeDomains }: SignalsView) {
  const home = `/console/letters/${letter.slug}/signatures`;
  const { bursts, sameOrganisations, sameNames, held, heldIsAll, undeliverable, bounceRate, complaintRate, lookedAt } =
    signals;
  return (
    <>
      <section class="card" aria-labelledby="bursts">
        <h2 id="bursts">Many at once</h2>
        <p class="soft">
          {lookedAt === 0
            ? 'No signatures yet.'
            : `Signatures with something in common, among the latest ${formatNumber(lookedAt)}, confirmed or not.`}
        </p>
        {bursts.length === 0 ? <p>Nothing unusual.</p> : null}
        <ul>
          {bursts.map(({ by, what, number, organisations }) => (
            <li>
              {by === 'website' ? (
                <>
                  {`${formatNumber(number)} for `}
                  <a href={`${home}?${new URLSearchParams({ domain: what })}`}>{what}</a>
                </>
              ) : (
                `${formatNumber(number)} from email addresses on the same domain${maySeeDomains ? `: ${what}` : ''}`
              )}
              {organisations >= sharedFrom ? (
                <span class="hint">{`${formatNumber(organisations)} organisations with different names use this domain. It is probably an email provider or a shared site, so it does not prove who they are: check their verification.`}</span>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <section class="card" aria-labelledby="same">
        <h2 id="same">Same organisation?</h2>
        <p class="soft">
          Signatures with withheld names are not compared automatically, so that nobody can find out who signed. Mark
          those of the same organisation as duplicates. The public count then goes down.
        </p>
        {sameOrganisations.length === 0 ? <p>Nothing unusual.</p> : null}
        <ul>
          {sameOrganisations.map(({ signatures }) => (
            <li>
              {`${signatures.length} for one organisation: `}
              {signatures.map((id, index) => (
                <>
                  {index > 0 ? ', ' : null}
                  <a href={`${home}/${id}`}>{`signature ${index + 1}`}</a>
                </>
              ))}
            </li>
          ))}
        </ul>
      </section>
      <section class="card" aria-labelledby="same-name">
        <h2 id="same-name">Same name, spelled differently or with letters that look alike</h2>
        <p class="soft">
          All of each line are counted. If they are the same, open the others and mark them as duplicates. If not, leave
          them as they are.
        </p>
        {sameNames.length === 0 ? <p>No pairs to compare.</p> : null}
        <ul>
          {sameNames.map(({ signatures }) => (
            <li>
              {signatures.map(({ id, name }, index) => (
                <>
                  {index > 0 ? ' and ' : null}
                  <a href={`${home}/${id}`}>
                    <bdi>{name}</bdi>
                  </a>
                </>
              ))}
            </li>
          ))}
        </ul>
      </section>
      <section class="card" aria-labelledby="held">
        <h2 id="held">Held as likely spam</h2>
        {held.length === 0 ? <p>Nothing is held.</p> : null}
        <ul>
          {held.map(({ because, number }) => (
            <li>{`${formatNumber(number)}: ${heldReasons[because]}`}</li>
          ))}
        </ul>
        {held.length === 0 ? null : (
          <p>
            {heldIsAll ? null : 'There are more than these. '}
            <a href={`${home}?state=silent`}>Check them and release those that are genuine</a>
          </p>
        )}
      </section>
      <section class="card" aria-labelledby="bounces">
        <h2 id="bounces">Returned mail</h2>
        <p>
          {undeliverable === 0
            ? 'We can email everyone who confirmed.'
            : `We cannot email the signers of ${amount(undeliverable, 'confirmed signature', 'confirmed signatures')}. `}
          {undeliverable === 0 ? null : <a href={`${home}?state=undeliverable`}>See which</a>}
        </p>
        <p class="soft">
          {`Emails bounced for ${percent(bounceRate)} of signatures, and ${percent(complaintRate)} of signers marked one as spam.`}
        </p>
        {bounceRate > 0.05 || complaintRate > 0.001 ? (
          <p class="alert">
            Amazon SES may suspend senders above 5% and 0.1%. Pause emails or signing until you know why.
          </p>
        ) : null}
      </section>
    </>
  );
}
