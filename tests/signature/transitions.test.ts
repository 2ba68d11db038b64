/** Each transition as a table: the state before, the event, and the state after. */
import { describe, expect, it } from 'vitest';
import { makeSignatureId } from '../../shared/ids.ts';
import * as correct from '../../shared/signature/corrections.ts';
import * as decide from '../../shared/signature/moderation/transitions.ts';
import { type SignatureRecord, signatureRecord } from '../../shared/signature/record.ts';
import { acceptedAs, awaitsReview, countedAs, holdsClaim, isShown } from '../../shared/signature/states.ts';
import * as step from '../../shared/signature/transitions.ts';
import type { PublicationPolicy } from '../../shared/verification/level.ts';

const now = new Date('2026-05-04T12:00:00.000Z');
const earlier = '2026-05-01T12:00:00.000Z';
const other = makeSignatureId();
const everybody: PublicationPolicy = { organisation: 'mailbox', individual: 'mailbox' };
const vouchedOnly: PublicationPolicy = { organisation: 'vouched', individual: 'vouched' };

const pending = signatureRecord.parse({
  id: makeSignatureId(),
  letter: 'clean-air',
  letterVersion: 'a'.repeat(64),
  language: 'en',
  kind: 'organisation',
  organisationName: 'Lakeside Guild',
  organisationWebsite: 'https://lakeside.example',
  organisationKey: 'domain:lakeside.example',
  mailboxDomain: 'free',
  country: 'KZ',
  signatoryName: 'Wren Alder',
  email: 'wren@post.example',
  display: 'public',
  consents: { publication: true, updates: false, partner: false },
  attestation: true,
  wording: '1',
  submittedAt: earlier,
  due: 'confirmation',
  dueAt: earlier,
});

const confirm = (record: SignatureRecord, policy = everybody) =>
  step.confirmed(record, { by: 'link', claimant: 'domain:lakeside.example', provenBy: 'someone', policy, now });

const public_ = confirm(pending);
const onDomain = confirm({ ...pending, mailboxDomain: 'organisation' });
const person = step.confirmed(
  { ...pending, kind: 'individual', organisationName: undefined, organisationKey: undefined },
  { by: 'code', claimant: 'individual:x', provenBy: undefined, policy: everybody, now },
);
const awaiting = confirm(pending, vouchedOnly);

/** The properties that lists, count and review use. */
const statusOf = (record: SignatureRecord) => ({
  counted: countedAs(record),
  shown: isShown(record),
  holds: holdsClaim(record),
  review: awaitsReview(record),
  mail: record.due,
});

const organisation = { counted: 'organisations', shown: true, holds: true, review: false } as const;
const nowhere = { counted: undefined, shown: false, holds: false, review: false };
const inReview = { counted: undefined, shown: false, holds: true, review: true };

describe('a signature', () => {
  it.each<[string, SignatureRecord, Partial<ReturnType<typeof statusOf>>]>([
    ['that nobody confirmed is nowhere', pending, { ...nowhere, mail: 'confirmation' }],
    ['that is confirmed is listed and gets a receipt', public_, { ...organisation, mail: 'receipt' }],
    ['of a person is counted among individuals', person, { ...organisation, counted: 'individuals' }],
    ['under a strict policy waits for review', awaiting, { ...inReview, mail: 'receipt' }],
    ['that is approved is listed', decide.approved(awaiting, now), organisation],
    ['that is held waits again', decide.held(public_, now), inReview],
    ['that is rejected frees its place', decide.rejected(public_, 'not an organisation', now), nowhere],
    [
      'that is approved after it was rejected is listed',
      decide.approved(decide.rejected(public_, 'x', now), now),
      organisation,
    ],
    ['that is merged into another frees its place', decide.merged(public_, other, now), nowhere],
    ['that is a duplicate is in no list', step.duplicateOf(public_, other), nowhere],
    [
      'that is displaced waits and hears of it',
      step.displaced(public_, other, now),
      { counted: undefined, holds: false, review: true, mail: 'receipt' },
    ],
    ['whose holder left takes the place', step.tookClaim(step.duplicateOf(public_, other), now), organisation],
    ['that was merged does not take a free place', step.tookClaim(decide.merged(public_, other, now), now), nowhere],
    [
      'that is withdrawn is nowhere, and only that is mailed',
      step.withdrawn(public_, now),
      { ...nowhere, mail: 'withdrawn' },
    ],
    [
      'that hides its name is counted and holds its place',
      correct.withDisplay(public_, 'withheld', now),
      { ...organisation, shown: false },
    ],
    [
      'that shows its name again is listed',
      correct.withDisplay(correct.withDisplay(public_, 'withheld', now), 'public', now),
      organisation,
    ],
    ['that bounces stays', step.undeliverable(public_, { state: 'bounced', at: earlier }), organisation],
    [
      'that hid as a duplicate is none any more',
      correct.withDisplay(step.duplicateOf(public_, other), 'withheld', now),
      { ...organisation, shown: false },
    ],
  ])('%s', (_, record, expected) => {
    expect(statusOf(record)).toMatchObject(expected);
  });
});

describe('a correction', () => {
  const about = (claimant: string, change: Partial<correct.CorrectionContext> = {}): correct.CorrectionContext => ({
    standingOf: () => ({ claimant, provenBy: 'someone' }),
    organisationKey: claimant,
    mailboxDomain: 'free',
    policy: everybody,
    vouchStands: false,
    now,
    ...change,
  });
  const asBefore = {
    kind: 'organisation',
    organisationName: 'Lakeside Guild',
    organisationWebsite: 'https://lakeside.example',
    country: 'KZ',
    signatoryName: 'Wren Alder',
    signatoryRole: undefined,
    attestation: true,
    attestedIn: undefined,
  } as const;
  const vouched = step.verified(
    awaiting,
    { level: 'vouched', method: 'secretariat', at: earlier },
    { policy: vouchedOnly, now },
  );

  it('of the role keeps place, proof and count', () => {
    const after = correct.corrected(public_, { ...asBefore, signatoryRole: 'Chair' }, about('domain:lakeside.example'));
    expect(statusOf(after)).toMatchObject(organisation);
  });

  it('to another organisation loses every proof of the former one', () => {
    const after = correct.corrected(
      onDomain,
      { ...asBefore, organisationName: 'Ministry of Rivers' },
      about('name:ministry'),
    );
    expect([onDomain.verification, after.verification, after.evidence]).toEqual(['mailbox-domain', 'mailbox', []]);
  });

  it('of a name that was vouched for changes what the secretariat accepted', () => {
    expect(statusOf(vouched)).toMatchObject(organisation);
    expect([acceptedAs(vouched), acceptedAs(public_)]).toEqual(['named', undefined]);
  });

  it('by the secretariat keeps its vouching', () => {
    const renamed = { ...asBefore, organisationName: 'Guild of the Lakeside' };
    const by = about('domain:lakeside.example', { policy: vouchedOnly, vouchStands: true });
    expect(statusOf(correct.corrected(vouched, renamed, by))).toMatchObject(organisation);
  });

  it('of an accepted signature leaves list and count unchanged, and awaits review', () => {
    const after = correct.proposed(
      decide.approved(awaiting, now),
      { ...asBefore, organisationName: 'Lake Guild' },
      now,
    );
    expect(statusOf(after)).toMatchObject({ ...organisation, review: true });
    expect(after.organisationName).toBe('Lakeside Guild');
    expect(decide.declined(after, now)).toMatchObject({ proposal: undefined, due: 'receipt' });
  });

  it('back to the accepted fields requests nothing', () => {
    const asked = correct.proposed(public_, { ...asBefore, organisationName: 'Lake Guild' }, now);
    expect(correct.proposed(asked, asBefore, now).proposal).toBeUndefined();
  });
});

describe('feedback about a mailbox', () => {
  const bounced = { state: 'bounced', at: earlier } as const;
  const complained = { state: 'complained', at: earlier } as const;
  const refused = { state: 'refused', at: earlier } as const;

  it.each([
    [[refused, bounced, complained], 'complained'],
    [[complained, bounced], 'complained'],
    [[bounced, refused], 'bounced'],
    [[refused, refused], 'refused'],
  ] as const)('of %j ends as %s, in any order', (news, state) => {
    for (const order of [news, news.toReversed()]) {
      expect(order.reduce(step.undeliverable, public_).deliverability?.state).toBe(state);
    }
  });
});

describe('a history', () => {
  it('only keeps its newest entries', () => {
    const long = Array.from({ length: 120 }).reduce<SignatureRecord>(
      (record) => step.addToHistory(record, 'consents', now),
      public_,
    );
    expect(
      step
        .addToHistory(long, 'hidden', now)
        .history.slice(-2)
        .map(({ did }) => did),
    ).toEqual(['consents', 'hidden']);
    expect(long.history).toHaveLength(50);
  });
});
