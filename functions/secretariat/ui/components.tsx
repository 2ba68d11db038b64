/** Small components shared by pages of the console. */
import type { Child } from 'hono/jsx';
import { stateOf } from '../../../shared/signature/owner/owner-view.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { coSignatoryName, hasChangeInReview } from '../../../shared/signature/states.ts';
import { shownAs, shownValue } from '../../../shared/signature/typed-facts.ts';
import { correctableFields } from '../../../shared/signature/typed-fields.ts';

/** An error, at the top of the page. */
export function Alert({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="alert" role="alert">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Terms with their values; those without a value are left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, Child])[] }) {
  return (
    <dl class="facts">
      {facts.map(([term, value]) =>
        value === undefined || value === null || value === '' ? null : (
          <>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </>
        ),
      )}
    </dl>
  );
}

/** @returns the signer's input, except for the mailbox, as facts of the page */
export function typedFacts(record: SeenRecord): [string, Child][] {
  return correctableFields.map((field) => {
    const value = shownValue(record, field, 'en');
    return [
      shownAs[field].console,
      value && (field === 'organisationWebsite' ? websiteLink(value) : <bdi>{value}</bdi>),
    ];
  });
}

/** @returns a link to the website, which learns nothing about the reader; plain text unless it is a web address */
function websiteLink(address: string): Child {
  if (!/^https?:\/\//i.test(address)) return <bdi>{address}</bdi>;
  return (
    <a href={address} rel="noopener noreferrer nofollow" target="_blank">
      <bdi>{address}</bdi>
    </a>
  );
}

/** @returns the domain of the mailbox, without the mailbox; undefined when it is erased or hidden */
export function mailboxDomainShown({ email }: SeenRecord): string | undefined {
  return email === '' ? undefined : email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

export function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string | undefined;
  options: readonly (readonly [string, string])[];
}) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {options.map(([option, text]) => (
          <option value={option} selected={option === (value ?? '')}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

const stateWords = {
  pending: ['not confirmed yet', ''],
  withdrawn: ['withdrawn', 'bad'],
  rejected: ['rejected', 'bad'],
  displaced: ['replaced by better proof', 'bad'],
  duplicate: ['duplicate', ''],
  merged: ['merged', ''],
  held: ['awaiting review', ''],
  counted: ['counted', 'good'],
} as const;

/** The state of a signature, in a word or two. */
export function StateMark({ record }: { record: SeenRecord }) {
  const [word, tone] = stateWords[stateOf(record)];
  return (
    <>
      <span class={`mark ${tone}`.trim()}>
        {record.heldBecause && !record.confirmedAt ? 'held as likely spam' : word}
      </span>
      {record.display === 'withheld' ? (
        <>
          {' '}
          <span class="mark">name withheld</span>
        </>
      ) : null}
      {hasChangeInReview(record) ? (
        <>
          {' '}
          <span class="mark">change awaits review</span>
        </>
      ) : null}
      {record.featured !== undefined ? (
        <>
          {' '}
          <span class="mark">{`pinned, number ${record.featured}`}</span>
        </>
      ) : null}
    </>
  );
}

/** @returns the name, or a note when it is hidden or was erased */
export function nameOf(record: SeenRecord): string {
  return coSignatoryName(record) || (record.seen.isNameHidden ? 'Name withheld' : 'Name erased');
}
