/** The verification of a signature, its consents, and the mails that were sent. */
import { evidenceOf } from '../../../shared/signature/evidence.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { Facts, UtcTime } from '../ui/components.tsx';
import { heldReasons } from './held-reasons.ts';

const methods = {
  mailbox: 'the mailbox confirmed it',
  'mailbox-domain': 'the mailbox is on the organisation’s domain',
  dns: 'a DNS record of the domain',
  'well-known': 'a file on the website',
  secretariat: 'the secretariat vouches for it',
} as const;

const domains = {
  organisation: 'on the organisation’s domain',
  other: 'on another domain than the organisation’s',
  free: 'at a free provider: anybody can have it',
  disposable: 'a throw-away mailbox',
} as const;

export function Proof({ record }: { record: SeenRecord }) {
  const shown = evidenceOf(record);
  return (
    <>
      {shown.length === 0 ? <p>Nothing yet: its mailbox has not confirmed it.</p> : null}
      {shown.length > 0 ? (
        <ul>
          {shown.map(({ level, method, at, note }) => (
            <li>
              <span class="mark">{level}</span> {methods[method]}, <UtcTime at={at} />
              {note ? (
                <>
                  {': '}
                  <bdi>{note}</bdi>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <Facts
        facts={[
          ['Mailbox is', record.mailboxDomain && domains[record.mailboxDomain]],
          ['Stands for', record.kind === 'organisation' ? (record.claimant ?? record.organisationKey) : undefined],
          ['Confirmed by', record.confirmedBy],
          [
            'Mail comes back',
            record.deliverability && `${record.deliverability.state}, ${record.deliverability.at.slice(0, 10)}`,
          ],
        ]}
      />
    </>
  );
}

const yesNo = (value: boolean) => (value ? 'yes' : 'no');

export function Agreed({ record }: { record: SeenRecord }) {
  const { consents, consentLog, attestation, attestedIn, wording, letterVersion, textSeen } = record;
  return (
    <>
      <Facts
        facts={[
          ['Shown by name', yesNo(record.display === 'public')],
          ['To be published', yesNo(consents.publication)],
          ['Updates by mail', yesNo(consents.updates)],
          ['Passed to the partner', yesNo(consents.partner)],
          ['May sign for it', record.kind === 'organisation' ? yesNo(attestation) : undefined],
          ['Wording shown', <code>{attestedIn ?? wording}</code>],
          ['Text read', <code>{(textSeen ?? letterVersion).slice(0, 16)}…</code>],
        ]}
      />
      {consentLog.length > 1 ? (
        <ul class="soft">
          {consentLog.map((one) => (
            <li>
              <UtcTime at={one.at} />
              {`: published ${yesNo(one.consents.publication)}, updates ${yesNo(one.consents.updates)}, partner ${yesNo(one.consents.partner)}`}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

export function Mails({ record }: { record: SeenRecord }) {
  const { due, dueAt, dueNext, confirmTokens, manageTokens } = record;
  return (
    <Facts
      facts={[
        ['Links to confirm sent', String(confirmTokens.length)],
        ['Links to manage sent', String(manageTokens.length)],
        ['Next', due === 'expiry' ? 'none' : (due ?? 'none')],
        [due === 'expiry' ? 'Ends' : 'Due', due && dueAt ? <UtcTime at={dueAt} /> : undefined],
        ['After it', dueNext.join(', ')],
        ['Held because', record.heldBecause && heldReasons[record.heldBecause]],
      ]}
    />
  );
}
