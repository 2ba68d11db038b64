/** Describes one signature to the secretariat. */
import { evidenceOf } from '../shared/signature/evidence.ts';
import { stateOf } from '../shared/signature/owner/owner-view.ts';
import { fieldsVersionOf, publicFieldNames, publicFieldsOf, wantedFields } from '../shared/signature/public-fields.ts';
import type { SignatureRecord } from '../shared/signature/record.ts';
import { shownAs } from '../shared/signature/typed-facts.ts';
import { correctableFields } from '../shared/signature/typed-fields.ts';

/** @returns names and values; the mailbox only on request, because a terminal may be seen and logged */
export function signatureFacts(record: SignatureRecord, withMailbox: boolean): [string, string][] {
  const { consents } = record;
  const agreed = Object.entries(consents).flatMap(([name, given]) => (given ? [name] : []));
  const facts: [string, string | undefined][] = [
    ['letter', record.letter],
    ['state', stateOf(record)],
    ['kind', record.kind],
    ...correctableFields.map((field): [string, string | undefined] => [shownAs[field].column, record[field]]),
    ['mailbox', withMailbox ? record.email : 'not shown; ask for it with --mailbox'],
    ['its domain', record.mailboxDomain],
    ['display', record.display],
    ['consents', agreed.join(', ') || 'none'],
    ...changeFacts(record),
    ['version', fieldsVersionOf(record, { withNames: true })],
    ['comment', record.comment],
    ['submitted', record.submittedAt],
    ['confirmed', record.confirmedAt],
    ['verification', record.verification],
    ...evidenceOf(record).map(({ at, method, note }): [string, string] => [
      'evidence',
      `${at} ${method}${note ? `: ${note}` : ''}`,
    ]),
    ['waits because', record.moderation === 'held' ? record.reviewBecause : undefined],
    ['rejected', record.rejectedBecause],
    ['duplicate of', record.duplicateOf],
    ...record.history.map(({ at, did }): [string, string] => ['history', `${at} ${did}`]),
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

/** The changes that the signer requested, field by field. */
function changeFacts(record: SignatureRecord): [string, string | undefined][] {
  if (!record.proposal) return [];
  const [is, wanted] = [publicFieldsOf(record), wantedFields(record)];
  return publicFieldNames
    .filter((name) => is[name] !== wanted[name])
    .map((name) => ['wants changed', `${name}: ${is[name] ?? 'none'} → ${wanted[name] ?? 'none'}`]);
}
