/** Permission to write to a signer: consent, state, permission and purpose in one table. */
import { describe, expect, it } from 'vitest';
import {
  type MailboxFacts,
  type MailPurpose,
  mailPurpose,
  type NotWrittenBecause,
  whyNotWritten,
} from '../../shared/signature/may-write.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { subject } from '../mail/every-mail.ts';

const at = '2026-03-04T05:06:07.000Z';
const later = '2026-04-01T00:00:00.000Z';
const consents = { publication: true, updates: true, partner: false };
const record = (change: Partial<SignatureRecord>) => subject({ confirmedBy: 'link', consents, ...change }).record;
const reachable: MailboxFacts = { isSuppressed: false };
const logged = (...steps: readonly (readonly [at: string, updates: boolean])[]) => ({
  consents: { ...consents, updates: steps.at(-1)?.[1] ?? true },
  consentLog: steps.map(([when, updates]) => ({ at: when, wording: 'en-1', consents: { ...consents, updates } })),
});

type Row = readonly [
  name: string,
  change: Partial<SignatureRecord>,
  why: NotWrittenBecause | undefined,
  mailbox?: Partial<MailboxFacts>,
];

/** For news; the same holds for a delivery, which is news. */
const rows: readonly Row[] = [
  ['confirmed by link, and agreed', {}, undefined],
  ['confirmed by code', { confirmedBy: 'code' }, undefined],
  ['an individual', { kind: 'individual' }, undefined],
  ['with the name withheld', { display: 'withheld' }, undefined],
  ['awaiting review', { moderation: 'held', reviewBecause: 'level' }, undefined],
  ['a duplicate', { duplicateOf: subject().record.id }, undefined],
  ['not confirmed', { confirmedAt: undefined, confirmedBy: undefined }, 'unconfirmed'],
  ['on paper', { confirmedBy: 'paper' }, 'by-hand'],
  ['added in a way that is not known', { confirmedBy: undefined }, 'by-hand'],
  ['withdrawn', { withdrawnAt: at }, 'withdrawn'],
  ['rejected', { moderation: 'rejected' }, 'rejected'],
  ['withdrawn and rejected', { withdrawnAt: at, moderation: 'rejected' }, 'withdrawn'],
  ['did not agree', { consents: { ...consents, updates: false } }, 'no-consent'],
  ['agreed to everything else', { consents: { publication: true, updates: false, partner: true } }, 'no-consent'],
  ['agreed, and took it back', logged([at, true], [later, false]), 'no-consent'],
  ['agreed later', logged([at, false], [later, true]), undefined],
  ['bounced', { deliverability: { state: 'bounced', at } }, 'undeliverable'],
  ['complained', { deliverability: { state: 'complained', at } }, 'undeliverable'],
  ['refused by SES', { deliverability: { state: 'refused', at } }, 'undeliverable'],
  ['erased mailbox', { email: '' }, 'undeliverable'],
  ['blocked mailbox', {}, 'undeliverable', { isSuppressed: true }],
  ['unsubscribed after signing', {}, 'unsubscribed', { unsubscribedAt: later }],
  ['unsubscribed at the very moment', {}, 'unsubscribed', { unsubscribedAt: at }],
  ['signed again after unsubscribing', { submittedAt: later }, undefined, { unsubscribedAt: at }],
  [
    'agreed again after unsubscribing',
    logged([at, true], [at, false], [later, true]),
    undefined,
    { unsubscribedAt: at },
  ],
  [
    'saved the consents after unsubscribing, without a new agreement',
    logged([at, true], [later, true]),
    'unsubscribed',
    { unsubscribedAt: '2026-03-10T00:00:00.000Z' },
  ],
];

describe.each(['updates', 'delivery'] as const)('for %s', (purpose) => {
  for (const [name, change, why, mailbox] of rows) {
    it(name, () => {
      expect(whyNotWritten(record(change), purpose, { ...reachable, ...mailbox })).toBe(why);
    });
  }
});

describe('for a letter that follows, nobody whose wording does not cover it', () => {
  for (const [name, change, , mailbox] of rows) {
    it(name, () => {
      expect(whyNotWritten(record(change), 'follow-up', { ...reachable, ...mailbox })).toBeDefined();
    });
  }
});

it('has a consent for each purpose or none at all', () => {
  const noConsent = record({ consents: { publication: true, updates: false, partner: true } });
  const purposes: readonly MailPurpose[] = mailPurpose.options;
  expect(purposes.map((purpose) => whyNotWritten(noConsent, purpose, reachable))).toEqual(
    purposes.map(() => 'no-consent'),
  );
});
