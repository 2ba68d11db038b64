/** The choices of the filters of signatures: the value, and its name. */

export const states = [
  ['any', 'All confirmed'],
  ['counted', 'Counted'],
  ['withheld', 'Counted, name withheld'],
  ['review', 'Awaiting review'],
  ['duplicate', 'Duplicates'],
  ['rejected', 'Rejected'],
  ['withdrawn', 'Withdrawn'],
  ['undeliverable', 'Returned mail'],
  ['pending', 'Not confirmed yet'],
  ['silent', 'Held as likely spam'],
] as const;

export const orders = [
  ['newest', 'Newest first'],
  ['oldest', 'Oldest first'],
  ['name', 'By name'],
] as const;

export const kinds = [
  ['', 'Both'],
  ['organisation', 'Organisations'],
  ['individual', 'Individuals'],
] as const;
