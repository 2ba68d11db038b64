/** The decision on duplicates as a table: the holder of the place, the later signature, and the result. */
import { describe, expect, it } from 'vitest';
import { makeSignatureId } from '../../shared/ids.ts';
import { displaces } from '../../shared/signature/claims/claim.ts';
import { claimPlaceOf, isSameMailbox } from '../../shared/signature/claims/claim-key.ts';
import { type SignatureRecord, signatureRecord } from '../../shared/signature/record.ts';
import type { VerificationLevel } from '../../shared/verification/level.ts';

function signature(change: Partial<SignatureRecord> = {}): SignatureRecord {
  return signatureRecord.parse({
    id: makeSignatureId(),
    letter: 'clean-air',
    letterVersion: 'a'.repeat(64),
    language: 'en',
    kind: 'organisation',
    organisationName: 'Lakeside Guild',
    signatoryName: 'Wren Alder',
    email: 'wren@post.example',
    display: 'public',
    consents: { publication: true, updates: false, partner: false },
    attestation: true,
    wording: '1',
    submittedAt: '2026-05-01T12:00:00.000Z',
    confirmedAt: '2026-05-01T12:05:00.000Z',
    confirmedBy: 'link',
    moderation: 'approved',
    claimant: 'domain:lakeside.example',
    provenBy: 'mailbox-one',
    verification: 'mailbox',
    ...change,
  });
}

describe('a later signature for the same organisation', () => {
  it.each<[VerificationLevel, VerificationLevel, boolean]>([
    ['mailbox', 'mailbox', false],
    ['mailbox', 'mailbox-domain', true],
    ['mailbox', 'domain', true],
    ['mailbox', 'vouched', true],
    ['mailbox-domain', 'mailbox', false],
    ['mailbox-domain', 'domain', false],
    ['mailbox-domain', 'vouched', false],
    ['domain', 'vouched', false],
    ['vouched', 'domain', false],
  ])('when the holder shows "%s" and the later one "%s" displaces it: %s', (holder, later, wins) => {
    expect(displaces(signature({ verification: later }), signature({ verification: holder }))).toBe(wins);
  });

  it('never displaces a person', () => {
    const person = { kind: 'individual', claimant: 'individual:x', organisationName: undefined } as const;
    expect(displaces(signature({ ...person, verification: 'domain' }), signature(person))).toBe(false);
  });
});

describe('the place of a signature', () => {
  const key = (change: Partial<SignatureRecord>) => claimPlaceOf(signature(change))?.key;
  const shown = key({});

  it('is one for all that are shown for the same organisation, whatever the mailbox', () => {
    expect(key({ provenBy: 'mailbox-two' })).toEqual(shown);
  });

  it.each<[string, Partial<SignatureRecord>]>([
    ['withheld', { display: 'withheld' }],
    ['held for review', { moderation: 'held', reviewBecause: 'level' }],
  ])('is its own while it is %s: nobody competes for it', (_, hidden) => {
    expect(key(hidden)).toBeDefined();
    expect(key(hidden)).not.toEqual(shown);
    expect(key({ ...hidden, provenBy: 'mailbox-two' })).not.toEqual(key(hidden));
  });

  it.each<[string, Partial<SignatureRecord>]>([
    ['pending', { confirmedAt: undefined, moderation: undefined }],
    ['rejected', { moderation: 'rejected' }],
    ['withdrawn', { withdrawnAt: '2026-05-02T12:00:00.000Z' }],
    ['a duplicate', { duplicateOf: makeSignatureId() }],
  ])('does not exist while it is %s', (_, state) => {
    expect(key(state)).toBeUndefined();
  });

  it('is that of a chapter, beside the organisation as a whole', () => {
    expect(key({ claimant: 'domain:lakeside.example|north', chapter: 'north' })).not.toEqual(shown);
  });

  it('knows who signed from the same mailbox', () => {
    expect(isSameMailbox(signature(), signature())).toBe(true);
    expect(isSameMailbox(signature(), signature({ email: 'lark@post.example', provenBy: 'mailbox-two' }))).toBe(false);
  });
});
