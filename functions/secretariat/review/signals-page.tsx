/** Signals about a letter, from its latest signatures and from held ones. */

import type { Letter } from '../../../shared/letter/letter.ts';
import { heldReasons } from '../signatures/held-reasons.ts';
import { type LetterSignals, sharedFrom } from './letter-signals.ts';

interface SignalsView {
  readonly letter: Letter;
  readonly signals: LetterSignals;
  /** Mailbox domains are shown only to members who may see mailboxes. */
  readonly maySeeDomains: boolean;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

export function SignalsPage({ letter, signals, maySeeDomains }: SignalsView) {
  const home = `/console/letters/${letter.slug}/signatures`;
  const { bursts, sameOrganisations, sameNames, held, heldIsAll, undeliverable, bounceRate, complaintRate, lookedAt } =
    signals;
  return (
    <>
      <section class="card" aria-labelledby="bursts">
        <h2 id="bursts">Bursts</h2>
        <p class="soft">{`Among the latest ${lookedAt} signatures, confirmed or not. Networks are never kept; those that sent too much are among what is held.`}</p>
        {bursts.length === 0 ? <p>None.</p> : null}
        <ul>
          {bursts.map(({ by, what, number, organisations }) => (
            <li>
              {by === 'website' ? (
                <>
                  {`${number} for `}
                  <a href={`${home}?${new URLSearchParams({ domain: what })}`}>{what}</a>
                </>
              ) : (
                `${number} from mailboxes of one domain${maySeeDomains ? `: ${what}` : ''}`
              )}
              {organisations >= sharedFrom ? (
                <span class="hint">{`${organisations} quite different organisations use this domain. It is probably a mail provider or a site that many share, so it proves none of them: check their verification.`}</span>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <section class="card" aria-labelledby="same">
        <h2 id="same">Same organisation?</h2>
        <p class="soft">
          Signatures whose name is not shown are counted for each mailbox, so that nobody can find out who signed. Merge
          those that are one. The public count then goes down.
        </p>
        {sameOrganisations.length === 0 ? <p>None.</p> : null}
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
        <h2 id="same-name">Same name, spelled differently</h2>
        <p class="soft">
          Both of each pair are counted. If they are the same, open the second one and choose “Merge”. If not, leave
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
        <h2 id="held">Held silently</h2>
        {held.length === 0 ? <p>Nothing.</p> : null}
        <ul>
          {held.map(({ because, number }) => (
            <li>{`${number}: ${heldReasons[because]}`}</li>
          ))}
        </ul>
        <p>
          {heldIsAll ? null : 'There are more than were looked at. '}
          <a href={`${home}?state=silent`}>Look at them, and release what was no abuse</a>
        </p>
      </section>
      <section class="card" aria-labelledby="bounces">
        <h2 id="bounces">Mail that comes back</h2>
        <p>
          {`${undeliverable} confirmed signatures take no mail: ${percent(bounceRate)} bounced, ${percent(complaintRate)} marked us as unwanted. `}
          <a href={`${home}?state=undeliverable`}>Look at them</a>
        </p>
        {bounceRate > 0.05 || complaintRate > 0.001 ? (
          <p class="alert">SES looks into senders above 5 % and 0.1 %. Stop mails or signing until you know why.</p>
        ) : null}
      </section>
    </>
  );
}
