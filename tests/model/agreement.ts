/** Whether the table is what the model says it should be: each signature, field by field. */
import { expect } from 'vitest';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { type Expected, forgotten, gone, type Model } from './expected.ts';
import { type Game, signatureNumber } from './game.ts';
import type { Snapshot } from './snapshot.ts';

const kept = 30 * 24 * 3600 * 1000;

/** Finds out which id was given to which submission: the role tells. */
export function learnIds({ ids }: Game, { records }: Snapshot): void {
  for (const { id, signatoryRole } of records.values()) {
    const number = Number(/^Role (\d+)\.0$/.exec(signatoryRole ?? '')?.[1] ?? Number.NaN);
    if (!Number.isNaN(number)) ids[number] ??= id;
  }
}

/**
 * What was never confirmed goes after thirty days, and what was withdrawn is forgotten after as many; nobody knows exactly
 * when. Who is gone, and may be, is gone.
 */
export function noteGone(game: Game, model: Model, { records, tombstones }: Snapshot): Model {
  const { now } = game.observer.clock;
  return model.signatures.reduce((known, own, number) => {
    const id = game.ids[number] ?? '';
    if (own.stage === 'pending') return !records.has(id) && now >= own.submittedAt + kept ? gone(known, number) : known;
    const withdrawnAt = Date.parse(game.snapshot.records.get(id)?.withdrawnAt ?? '');
    const isOver = own.stage === 'withdrawn' && tombstones.has(id) && now >= withdrawnAt + kept;
    return isOver ? forgotten(known, number) : known;
  }, model);
}

/** @throws where the table says something else than the model */
export function expectAgreement({ ids }: Game, { signatures }: Model, { records, tombstones }: Snapshot): void {
  expect(ids.length).toBe(signatures.length);
  const there = signatures.filter(({ stage }) => stage !== 'gone' && stage !== 'forgotten');
  expect(records.size, 'signatures that are there').toBe(there.length);
  for (const [number, own] of signatures.entries()) {
    const id = ids[number] ?? '';
    const record = records.get(id);
    expect(tombstones.has(id), `signature ${number} is forgotten`).toBe(own.stage === 'forgotten');
    if (own.stage === 'gone' || own.stage === 'forgotten') expect(record).toBe(undefined);
    else expect(record && asRecorded(record, ids), `signature ${number}`).toEqual(asExpected(own));
  }
}

function asRecorded(record: SignatureRecord, ids: Game['ids']) {
  const { kind, organisationName, organisationWebsite, country, signatoryName, signatoryRole, email } = record;
  const { display, consents, consentLog, comment, letterVersion, confirmedAt, confirmedBy, moderation } = record;
  return {
    who: { kind, organisationName, organisationWebsite, country, signatoryName, signatoryRole, email, comment },
    ...{ display, consents, letterVersion, confirmedBy, moderation },
    firstConsents: consentLog[0]?.consents ?? consents,
    consentChanges: Math.max(consentLog.length - 1, 0),
    stage: record.withdrawnAt ? 'withdrawn' : confirmedAt ? 'confirmed' : 'pending',
    after: record.duplicateOf && signatureNumber({ ids }, record.duplicateOf),
    verification: record.verification,
  };
}

function asExpected(own: Expected): ReturnType<typeof asRecorded> {
  const { wish, display, consents, firstConsents, consentChanges, version, confirmedBy, after, stage } = own;
  const { kind, organisation, person, role, mailbox } = wish;
  const isConfirmed = stage !== 'pending';
  return {
    who: {
      kind,
      organisationName: organisation?.fields.name,
      organisationWebsite: organisation?.fields.website,
      country: organisation?.fields.country,
      signatoryName: person.name,
      signatoryRole: role,
      email: mailbox.address,
      comment: own.comment,
    },
    ...{ display, consents, firstConsents, consentChanges, after, confirmedBy },
    letterVersion: version,
    moderation: isConfirmed ? (own.displaced ? 'held' : 'approved') : undefined,
    stage: stage === 'confirmed' || stage === 'withdrawn' ? stage : 'pending',
    verification: isConfirmed ? (own.proven ? 'mailbox-domain' : 'mailbox') : undefined,
  };
}
