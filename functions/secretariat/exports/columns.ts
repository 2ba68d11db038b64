/** Columns of an export, and its closing line. */
import { stateOf } from '../../../shared/signature/owner/owner-view.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { isOnPaper } from '../../../shared/signature/states.ts';
import { shownAs } from '../../../shared/signature/typed-facts.ts';
import { correctableFields } from '../../../shared/signature/typed-fields.ts';
import type { ExportEnd } from './read.ts';
import type { ExportGroup, ExportRequest } from './request.ts';

type Value = string | number | boolean | undefined;

type ValueIn = (record: SeenRecord) => Value;

const columns: Readonly<Record<string, ValueIn>> = {
  id: ({ id }) => id,
  kind: ({ kind }) => kind,
  ...Object.fromEntries(
    correctableFields.map((field): [string, ValueIn] => [shownAs[field].column, (record) => record[field]]),
  ),
  name: ({ signatoryName, seen }) => (seen.isNameHidden ? 'Name withheld' : signatoryName || undefined),
  email: ({ email }) => email || undefined,
  display: ({ display }) => display,
  state: stateOf,
  verification: ({ verification }) => verification,
  submittedAt: ({ submittedAt }) => submittedAt,
  confirmedAt: ({ confirmedAt }) => confirmedAt,
  letterVersion: ({ letterVersion }) => letterVersion,
  language: ({ language }) => language,
  partner: ({ partner }) => partner,
  agreedToUpdates: ({ consents }) => consents.updates,
  agreedToPartner: ({ consents }) => consents.partner,
  agreedToFollowUp: ({ consents }) => consents.followUp === true,
  comment: ({ comment }) => comment,
  duplicateOf: ({ duplicateOf, seen }) => (seen.withLinks ? duplicateOf : undefined),
  onPaper: (record) => isOnPaper(record),
  paperNote: ({ paperNote }) => paperNote,
  rejectedBecause: ({ rejectedBecause }) => rejectedBecause,
};

/** @returns names of the columns, in order */
export function columnsFor({ mailboxes }: Pick<ExportRequest, 'mailboxes'>): readonly string[] {
  return Object.keys(columns).filter((name) => mailboxes || name !== 'email');
}

/** @returns the values of these columns */
export function valuesOf(record: SeenRecord, names: readonly string[]): Value[] {
  return names.map((name) => columns[name]?.(record));
}

const groupWords = {
  published: 'published by name',
  withheld: 'counted with the name withheld',
  paper: 'on paper',
  waiting: 'awaiting review',
  aside: 'duplicates or rejected',
} as const satisfies Record<ExportGroup, string>;

/** @returns the last line of a file for people: says that it is complete, and lists omissions */
export function closingLine({ rows, leftOut, withoutMailbox, moved }: ExportEnd): string {
  const lacks = Object.entries(leftOut).map(([group, count]) => `${count} ${wordsOf(group)}`);
  return [
    `End of the export: ${rows} ${rows === 1 ? 'signature' : 'signatures'}.`,
    lacks.length > 0 ? `Left out: ${lacks.join(', ')}.` : 'No group of confirmed signatures was left out.',
    withoutMailbox > 0 ? `The email addresses of ${withoutMailbox} are not in this file.` : '',
    moved > 0 ? `${moved} changed during the export and may be missing: export again.` : '',
    'Unconfirmed and withdrawn signatures are never exported.',
  ]
    .filter(Boolean)
    .join(' ');
}

const wordsOf = (group: string) => Object.entries(groupWords).find(([name]) => name === group)?.[1] ?? group;
