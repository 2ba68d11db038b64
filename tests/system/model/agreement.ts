/** Checks that the table matches the model: each signature, field by field. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { evidenceOf } from '../../../shared/signature/evidence.ts';
import { fieldsVersionOf } from '../../../shared/signature/public-fields.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { acceptedAs } from '../../../shared/signature/states.ts';
import { type Expected, forgotten, type Model, put, signatureOf } from './expected.ts';
import { gone, levelOf } from './expected-decisions.ts';
import { shownEnded } from './expected-mail.ts';
import type { Wish } from './people.ts';
import { type Run, signatureNumber } from './run.ts';
import type { Snapshot } from './table-snapshot.ts';

const kept = 30 * 24 * 3600 * 1000;

/** Learns which id belongs to which submission, by the role. */
export function learnIds({ ids }: Run, { records }: Snapshot): void {
  for (const [id, { signatoryRole }] of records) {
    if (ids.includes(id)) continue;
    const number = Number(/^Role (\d+)\.0$/.exec(signatoryRole ?? '')?.[1] ?? Number.NaN);
    if (!Number.isNaN(number)) ids[number] ??= id;
  }
}

/**
 * Unconfirmed signatures are deleted after thirty days, and withdrawn ones are forgotten after as many, but not at an
 * exact moment. Marks those as gone in the model that are gone from the table and may be.
 */
export function noteGone(run: Run, model: Model, { records, tombstones }: Snapshot): Model {
  const { now } = run.observer.clock;
  return model.signatures.reduce((known, own, number) => {
    const id = run.ids[number] ?? '';
    if (own.stage === 'pending') return !records.has(id) && now >= own.submittedAt + kept ? gone(known, number) : known;
    const withdrawnAt = Date.parse(run.snapshot.records.get(id)?.withdrawnAt ?? '');
    const isOver = own.stage === 'withdrawn' && tombstones.has(id) && now >= withdrawnAt + kept;
    return isOver ? forgotten(known, number) : known;
  }, model);
}

/**
 * The page of a signature whose receipt was sent before somebody unsubscribed says so; that of one whose receipt is still on
 * its way may not. An action of the same turn came after it.
 */
export function noteEnded({ ids, arrived }: Run, model: Model, { records }: Snapshot): Model {
  if (!model.signatures.some(({ perhapsShown }) => perhapsShown)) return model;
  const next = model.signatures.reduce((known, own, number) => {
    if (!own.perhapsShown) return known;
    const hasReceipt = arrived.some(({ of, mail }) => of === number && mail === 'receipt');
    const isShown = records.get(ids[number] ?? '')?.consents.updates === false;
    const must = hasReceipt && own.stage === 'confirmed';
    return isShown || must ? shownEnded(known, number) : put(known, number, { perhapsShown: false });
  }, model);
  const settled = (one: Expected, number: number): Expected => {
    const { consents, consentChanges, perhapsShown } = signatureOf(next, number);
    return one.perhapsShown ? { ...one, consents, consentChanges, perhapsShown } : one;
  };
  const done = next.done.map((one) => ({
    ...one,
    changed: one.changed.map(({ number, was, is }) => ({
      number,
      was: settled(was, number),
      is: settled(is, number),
    })),
  }));
  return { ...next, done };
}

/** @throws when the table differs from the model */
export function expectAgreement(run: Run, { signatures }: Model, { records, tombstones }: Snapshot): void {
  const { ids, agreed } = run;
  const there = signatures.filter(({ stage }) => stage !== 'gone' && stage !== 'forgotten');
  if (ids.length !== signatures.length || records.size !== there.length) {
    expect({ ids: ids.length, there: records.size }).toEqual({ ids: signatures.length, there: there.length });
  }
  for (const [number, own] of signatures.entries()) {
    const id = ids[number] ?? '';
    const record = records.get(id);
    // Already compared: neither has changed since.
    if (record && agreed.get(own) === record) continue;
    const isThere = own.stage !== 'gone' && own.stage !== 'forgotten';
    const [is, should] = [record && asRecorded(record, ids), isThere ? asExpected(own) : undefined];
    if (tombstones.has(id) !== (own.stage === 'forgotten') || !isDeepStrictEqual(is, should)) {
      expect({ is, forgotten: tombstones.has(id) }, `signature ${number}`).toEqual({
        is: should,
        forgotten: own.stage === 'forgotten',
      });
    }
    if (record) agreed.set(own, record);
  }
}

function asRecorded(record: SignatureRecord, ids: Run['ids']) {
  const { kind, organisationName, organisationWebsite, country, signatoryName, signatoryRole, email } = record;
  const { display, consents, consentLog, comment, letterVersion, confirmedAt, confirmedBy, moderation } = record;
  return {
    who: { kind, organisationName, organisationWebsite, country, signatoryName, signatoryRole, email, comment },
    ...{ display, consents, letterVersion, confirmedBy, moderation },
    firstConsents: consentLog[0]?.consents ?? consents,
    consentChanges: Math.max(consentLog.length - 1, 0),
    stage: record.withdrawnAt ? 'withdrawn' : confirmedAt ? 'confirmed' : 'pending',
    after: record.duplicateOf && signatureNumber({ ids }, record.duplicateOf),
    displaced: record.displacedAt !== undefined,
    because: record.reviewBecause,
    // As the product reads it: whether the signer's next correction awaits review.
    accepted: acceptedAs(record) !== undefined,
    merged: record.mergedAt !== undefined,
    chapter: record.chapter,
    rank: record.featured,
    proposal: record.proposal?.correction && fieldsOf(record.proposal.correction),
    notedAt: record.notedAt && Date.parse(record.notedAt),
    shown: evidenceOf(record).map(({ method }) => method),
    verification: record.verification,
  };
}

function asExpected(own: Expected): ReturnType<typeof asRecorded> {
  const { display, consents, firstConsents, consentChanges, version, confirmedBy, after, stage, moderation } = own;
  return {
    who: whoIsKept(own),
    ...{ display, consents, firstConsents, consentChanges, after, confirmedBy, moderation },
    letterVersion: version,
    stage: stage === 'confirmed' || stage === 'withdrawn' ? stage : 'pending',
    displaced: own.displaced,
    ...{ because: own.because, accepted: own.accepted, merged: own.merged, chapter: own.chapter, rank: own.rank },
    proposal: own.proposal && fieldsIn(own.proposal),
    notedAt: own.notedAt,
    shown: [...own.shown],
    verification: stage === 'pending' ? undefined : levelOf(own),
  };
}

/** Returns who signed; once the letter is long over, only the published part. */
function whoIsKept({ wish, comment, display, erased }: Expected): ReturnType<typeof asRecorded>['who'] {
  const { kind, organisation, person, role, mailbox } = wish;
  const { name, website, country } = organisation?.fields ?? {};
  const nameless = erased && display === 'withheld';
  return {
    kind,
    organisationName: nameless ? undefined : name,
    organisationWebsite: nameless ? undefined : website,
    country,
    signatoryName: nameless ? '' : person.name,
    signatoryRole: nameless ? undefined : role,
    email: erased ? '' : mailbox.address,
    comment: erased || comment === '' ? undefined : comment,
  };
}

type Fields = Pick<
  SignatureRecord,
  'kind' | 'organisationName' | 'organisationWebsite' | 'country' | 'signatoryName' | 'signatoryRole'
>;

const fieldsOf = (record: Fields): Fields => ({
  kind: record.kind,
  organisationName: record.organisationName,
  organisationWebsite: record.organisationWebsite,
  country: record.country,
  signatoryName: record.signatoryName,
  signatoryRole: record.signatoryRole,
});

function fieldsIn({ kind, organisation, person, role }: Wish): Fields {
  const { name, website, country } = organisation?.fields ?? {};
  return fieldsOf({
    ...{ kind, country },
    organisationName: name,
    organisationWebsite: website,
    signatoryName: person.name,
    signatoryRole: role,
  });
}

/** The public fields as a page of the secretariat shows them: as the signer currently wants them. */
export function shownFields({ wish, proposal, display }: Expected): string {
  return JSON.stringify([fieldsIn(proposal ?? wish), display]);
}

/** Opens a page of the secretariat for each signature in its current state, and leaves it open. */
export function openPages({ model, ids, snapshot, pages }: Run): void {
  for (const [number, own] of model.signatures.entries()) {
    const record = snapshot.records.get(ids[number] ?? '');
    if (!record || own.stage !== 'confirmed') continue;
    const page = { fields: shownFields(own), version: fieldsVersionOf(record, { withNames: true }) };
    const open = pages.get(number) ?? [];
    if (open.at(-1)?.fields !== page.fields) pages.set(number, [...open, page]);
  }
}
