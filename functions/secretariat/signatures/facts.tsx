/** The verification of a signature, its consents, and the mails that were sent. */

import type { Letter } from '../../../shared/letter/letter.ts';
import { domainOfKey } from '../../../shared/organisation/domain-of-key.ts';
import { withoutChapter } from '../../../shared/signature/claims/claim.ts';
import { evidenceOf } from '../../../shared/signature/evidence.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { isAdded, isOnPaper } from '../../../shared/signature/states.ts';
import { languageName } from '../../../shared/text/language-names.ts';
import { Facts } from '../ui/components.tsx';
import { formatInZone, shortInZone, zoneOf } from '../ui/local-time.ts';
import { confirmedWith, levelNames, mailName, returnedNames } from '../ui/names.ts';
import { Timestamp } from '../ui/timestamp.tsx';
import { heldReasons } from './held-reasons.ts';

/** The method of verification, if the level does not imply it. */
const methods = {
  mailbox: undefined,
  'mailbox-domain': undefined,
  dns: 'by a DNS record',
  'well-known': 'by a file on the website',
  secretariat: undefined,
} as const;

const domains = {
  organisation: 'the organisation’s own',
  other: 'not the organisation’s',
  free: 'a free email service such as Gmail: could be anyone',
  disposable: 'a service for disposable addresses',
} as const;

export function Proof({ record, zone }: { record: SeenRecord; zone: string }) {
  const shown = evidenceOf(record);
  return (
    <>
      {shown.length === 0 && record.confirmedBy !== 'paper' ? (
        <p>Nothing yet: the email address is not confirmed.</p>
      ) : null}
      {shown.length > 0 ? (
        <ul>
          {shown.map(({ level, method, at, note }) => (
            <li>
              <span class="mark">{levelNames[level]}</span> {methods[method] ? `${methods[method]}, ` : ''}
              <Timestamp at={at} zone={zone} />
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
          ['Email domain', record.mailboxDomain && domains[record.mailboxDomain]],
          ['Counted once for', countedOnceFor(record)],
          ['Confirmed with', record.confirmedBy && confirmedWith[record.confirmedBy]],
          [
            'Returned mail',
            record.deliverability &&
              `${returnedNames[record.deliverability.state]}, ${shortInZone(record.deliverability.at, zone)}`,
          ],
        ]}
      />
    </>
  );
}

/** @returns the domain that is counted once, if the organisation is identified by one */
function countedOnceFor({ kind, claimant, organisationKey, organisationName }: SeenRecord): string | undefined {
  if (kind !== 'organisation') return undefined;
  const key = claimant ?? organisationKey;
  return (key && domainOfKey(withoutChapter(key))) ?? organisationName;
}

/** `en-1` becomes “English, no. 1”. A letter's own wording has no number. */
function wordingName(id: string): string {
  const [, tag = '', number] = /^(.+)-(\d+)$/.exec(id) ?? [];
  const language = languageName(tag);
  return language && number ? `${language}, no. ${number}` : 'The letter’s own wording';
}

function versionName({ letterVersion }: SeenRecord, letter: Letter): string {
  const { versions } = letter;
  const index = versions.findIndex(({ id }) => id === letterVersion);
  const version = versions[index];
  if (!version) return 'An unknown version';
  return `Version ${index + 1}, of ${formatInZone(version.at, zoneOf(letter))}`;
}

const yesNo = (value: boolean) => (value ? 'Yes' : 'No');

/** Whether somebody else typed it, so that the signer read no form. */
export const sawNoForm = (record: SeenRecord) => isOnPaper(record) || isAdded(record);

/** @returns the consents given at one time, such as “publication, updates” */
function consented({ publication, updates, partner, followUp }: SeenRecord['consents']): string {
  const given = [
    publication ? 'publication' : '',
    updates ? 'updates' : '',
    partner ? 'contact by the partner' : '',
    followUp ? 'a letter that follows' : '',
  ].filter((one) => one !== '');
  return given.length > 0 ? given.join(', ') : 'no consent';
}

export function Agreed({ record, letter }: { record: SeenRecord; letter: Letter }) {
  const { consents, consentLog, attestation, attestedIn, wording } = record;
  const zone = zoneOf(letter);
  return (
    <>
      <Facts
        facts={[
          ['Shown by name', yesNo(record.display === 'public')],
          ['Agreed to publication', yesNo(consents.publication)],
          ['Wants updates by email', yesNo(consents.updates)],
          ['The partner may contact them', yesNo(consents.partner)],
          ['May be asked about a letter that follows', yesNo(consents.followUp === true)],
          [
            'Authorised to sign for it',
            record.kind === 'organisation' && !sawNoForm(record) ? yesNo(attestation) : undefined,
          ],
          ['Wording shown', sawNoForm(record) ? undefined : wordingName(attestedIn ?? wording)],
          ['Text signed', versionName(record, letter)],
        ]}
      />
      {consentLog.length > 1 ? (
        <ul class="soft">
          {consentLog.map((one) => (
            <li>
              <Timestamp at={one.at} zone={zone} />
              {`: ${consented(one.consents)}`}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

export function Mails({ record, zone }: { record: SeenRecord; zone: string }) {
  const { due, dueAt, dueNext, confirmTokens, manageTokens } = record;
  return (
    <Facts
      facts={[
        ['Emails to confirm sent', String(confirmTokens.length)],
        ['Emails with a link to manage the signature', String(manageTokens.length)],
        ['Next email', due === undefined || due === 'expiry' ? 'None' : mailName(due)],
        [
          due === 'expiry' ? 'To be deleted on' : 'Due on',
          due && dueAt ? <Timestamp at={dueAt} zone={zone} /> : undefined,
        ],
        ['Then', dueNext.map(mailName).join(', ')],
        ['Held as likely spam', record.heldBecause && heldReasons[record.heldBecause]],
      ]}
    />
  );
}
