/** Invariants (docs/architecture.md) after every step, recomputed from every item of the table. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import * as z from 'zod';
import { hashMailbox } from '../../../shared/mailbox/record.ts';
import { evidenceOf } from '../../../shared/signature/evidence.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { keys } from '../../fixtures/world.ts';
import { counted, type Expected, placeOf, shown, signatureOf } from './expected.ts';
import { levelOf } from './expected-decisions.ts';
import { labelOf, mailboxes } from './people.ts';
import { type Run, slug } from './run.ts';
import type { Item, Snapshot } from './table-snapshot.ts';

const count = z.object({ organisations: z.number(), individuals: z.number(), total: z.number() });
const page = z.object({ items: z.array(z.looseObject({ signatory: z.looseObject({ role: z.string() }) })) });

/** Confirmed and approved and not withdrawn and not a duplicate. */
const isCounted = ({ confirmedAt, moderation, withdrawnAt, duplicateOf }: SignatureRecord) =>
  Boolean(confirmedAt) && moderation === 'approved' && !withdrawnAt && !duplicateOf;

const holdsPlace = ({ confirmedAt, moderation, withdrawnAt, duplicateOf }: SignatureRecord) =>
  Boolean(confirmedAt) && moderation !== 'rejected' && !withdrawnAt && !duplicateOf;

/** The count rows and the list's index keys agree with the records and the model. */
export function expectCountedRows({ model }: Run, { records, items }: Snapshot): void {
  const found = [...records.values()].filter(isCounted);
  const wanted = model.signatures.filter(counted);
  const byHand = wanted.filter(({ confirmedBy }) => confirmedBy === 'added').length;
  expectSame(sumOf(items, 'added'), byHand, 'added by the secretariat');
  for (const kind of ['organisation', 'individual'] as const) {
    const of = found.filter((record) => record.kind === kind);
    const numbers = [sumOf(items, `${kind}s`), wanted.filter(({ wish }) => wish.kind === kind).length];
    expectSame(numbers, [of.length, of.length], `${kind}s that are counted`);
    for (const display of ['public', 'withheld'] as const) {
      const place = `LIST#${slug}#${kind}${display === 'withheld' ? '#withheld' : ''}`;
      const listed = items.filter(({ listKey }) => listKey === place).map(({ id }) => String(id));
      const wantedThere = of.filter((record) => record.display === display).map(({ id }) => String(id));
      expectSame(listed.toSorted(), wantedThere.toSorted(), place);
    }
  }
}

/** Compares cheaply, and explains only a difference, since there is nearly never one. */
function expectSame(is: unknown, should: unknown, what: string): void {
  if (!isDeepStrictEqual(is, should)) expect(is, what).toEqual(should);
}

const sumOf = (items: readonly Item[], kind: string) =>
  items.filter(({ pk }) => pk.startsWith(`COUNT#${slug}#`)).reduce((sum, row) => sum + Number(row[kind] ?? 0), 0);

/** The public view agrees too: the numbers, and a list of the signatures that are counted and not withheld. */
export async function expectPublic({ observer, model }: Run, orders = ['newest']): Promise<void> {
  const wanted = model.signatures.filter(counted);
  const of = (kind: string) => wanted.filter(({ wish }) => wish.kind === kind).length;
  const said = count.parse(await observer.json(`/v1/letters/${slug}/count`));
  expect(said).toEqual({ organisations: of('organisation'), individuals: of('individual'), total: wanted.length });
  const listed = wanted.filter((own) => shown(own)).map((own) => listedAs(own));
  const byRole = (one: { signatory: { role: string } }) => one.signatory.role;
  const sorted = <Listed extends { signatory: { role: string } }>(all: readonly Listed[]) =>
    all.toSorted((one, other) => byRole(one).localeCompare(byRole(other)));
  for (const order of orders) {
    const { items } = page.parse(await observer.json(`/v1/letters/${slug}/signatures?limit=200&order=${order}`));
    expect(sorted(items)).toEqual(sorted(listed));
  }
}

/** All fields that the public may see. */
function listedAs(own: Expected) {
  const { wish, version } = own;
  const { kind, organisation, person, role } = wish;
  const { name, website = null, country = null } = organisation?.fields ?? {};
  return {
    kind,
    ...(name ? { organisation: { name, website } } : {}),
    signatory: { name: person.name, role },
    country,
    signedAt: expect.any(String),
    letterVersion: version,
    verification: levelOf(own),
    ...(own.confirmedBy === 'added' ? { added: true } : {}),
  };
}

/** Each claimant is shown once, and no mailbox counts twice for it; each holder of a place has the claim for it. */
export function expectClaims({ ids, model }: Run, { records, items }: Snapshot): void {
  // Long after the letter is over, the mailbox of a withheld name is no longer known, so nobody can be matched to it.
  const isNobodys = ({ kind, email, display }: SignatureRecord) =>
    kind === 'organisation' && email === '' && display === 'withheld';
  const holders = [...records.values()].filter((record) => holdsPlace(record) && !isNobodys(record));
  const rows = items.filter(
    ({ pk, sk, signature }) =>
      signature !== undefined && (sk === 'CLAIM' || pk.startsWith('HIDDEN#')) && pk.split('#')[1] === slug,
  );
  const claims = rows.map(({ signature }) => String(signature));
  expectSame(claims.toSorted(), holders.map(({ id }) => String(id)).toSorted(), 'who holds a claim');
  const own = model.signatures.filter((_, number) => claims.includes(ids[number] ?? ''));
  const inPublic = own.filter((one) => shown(one)).map(placeOf);
  expectSame(new Set(inPublic).size, inPublic.length, 'claimants that are shown');
  const mailboxesOf = own.map((one) => `${placeOf(one)} by ${one.wish.mailbox.label}`);
  expectSame(new Set(mailboxesOf).size, mailboxesOf.length, 'mailboxes that stand for a claimant');
}

/** Pinned signatures are counted, shown by name, and named as in the list. */
export function expectFeatured({ model, ids }: Run, { items }: Snapshot): void {
  const {
    pk: _pk,
    sk: _sk,
    ...rows
  } = items.find(({ pk, sk }) => pk === `LETTER#${slug}` && sk === 'FEATURED') ?? {
    pk: '',
    sk: '',
  };
  const is = Object.entries(rows).map(([id, row]) => [id, featuredRow.parse(row)]);
  const should = model.signatures.flatMap((own, number) => {
    const { rank, wish } = own;
    if (rank === undefined || !shown(own)) return [];
    const name = wish.organisation?.fields.name;
    return [
      [ids[number] ?? '', { rank, signatoryName: wish.person.name, signatoryRole: wish.role, organisationName: name }],
    ];
  });
  expectSame(Object.fromEntries(is), Object.fromEntries(should), 'who stands first');
}

const featuredRow = z
  .object({
    rank: z.number(),
    signatoryName: z.string(),
    signatoryRole: z.string(),
    organisationName: z.string().optional(),
  })
  .transform(({ organisationName, ...row }) => ({ ...row, organisationName }));

/** Each change requested by a signer is in review, while the signature is shown as it was accepted. */
export function expectChangesInReview({ model, ids }: Run, { items }: Snapshot): void {
  const is = items.filter(({ pk }) => pk === `CHANGES#${slug}`).map(({ signature }) => String(signature));
  const should = model.signatures.flatMap(({ proposal, stage, moderation }, number) =>
    proposal && stage === 'confirmed' && moderation === 'approved' ? [ids[number] ?? ''] : [],
  );
  expectSame(is.toSorted(), should.toSorted(), 'changes that await review');
}

/** Evidence has a time and begins with the mailbox. */
export function expectEvidence(before: Snapshot, { records }: Snapshot): void {
  for (const [id, record] of records) {
    if (before.records.get(id) === record) continue;
    const { confirmedAt } = record;
    const evidence = evidenceOf(record);
    if (record.confirmedBy === 'added') expectSame(evidence[0]?.level, 'vouched', 'evidence');
    else if (!confirmedAt) expectSame(evidence, [], 'evidence');
    else expectSame(evidence[0], { level: 'mailbox', method: 'mailbox', at: confirmedAt }, 'evidence');
  }
}

/** The mailbox rows say which mailboxes get no mail, and the secretariat can see whose mail bounced. */
export function expectSuppression({ model, silencedAfter, tableSnapshots, snapshot }: Run): void {
  for (const { label, address } of mailboxes) {
    const row = tableSnapshots.find(`MAILBOX#${hashMailbox(keys, address)}`, 'MAILBOX');
    const because = suppressed.parse(row ?? {}).suppressed?.because;
    // Somebody who said "it was not me" at the moment of the confirmation may be silenced or not.
    if (because === model.silent[label] || (silencedAfter.has(label) && because === 'asked')) continue;
    expect(because, `why ${label} gets no mail`).toBe(model.silent[label]);
  }
  const marked = [...snapshot.records.values()].filter(
    ({ deliverability, withdrawnAt }) => deliverability && !withdrawnAt,
  );
  const rows = snapshot.items.filter(({ pk }) => pk === `UNDELIVERABLE#${slug}`).map(({ sk }) => sk);
  expectSame(rows.toSorted(), marked.map(({ id }) => String(id)).toSorted(), 'whose mailbox takes no mail');
  for (const { confirmedAt, withdrawnAt, email, deliverability } of snapshot.records.values()) {
    const why = email && model.silent[labelOf(email)];
    if (!confirmedAt || withdrawnAt || !why || why === 'asked') continue;
    expect(deliverability?.state).toBe(why === 'bounce' ? 'bounced' : 'complained');
  }
}

const suppressed = z.object({ suppressed: z.object({ because: z.string() }).optional() });

/** A confirmed signature stays confirmed, with the mailbox that confirmed it, until it is forgotten. */
export function expectConfirmedStay(before: Snapshot, after: Snapshot): void {
  for (const [id, record] of before.records) {
    const now = after.records.get(id);
    if (!record.confirmedAt || now === record) continue;
    if (!now) {
      expect(after.tombstones.get(id)).toMatchObject({ confirmedAt: record.confirmedAt });
      continue;
    }
    const proof = ({ confirmedAt, confirmedBy, submittedAt, email, letter }: SignatureRecord) => ({
      confirmedAt,
      confirmedBy,
      submittedAt,
      email,
      letter,
    });
    expectSame(proof(now), { ...proof(record), email: now.email && record.email }, 'what was confirmed');
    if (record.withdrawnAt && now.withdrawnAt) expectSame(now.withdrawnAt, record.withdrawnAt, 'when it was withdrawn');
    // The consent log and the history only grow.
    for (const log of ['consentLog', 'history'] as const) {
      expectSame(now[log].slice(0, record[log].length), record[log], log);
    }
  }
  for (const [id, tombstone] of before.tombstones) expectSame(after.tombstones.get(id), tombstone, 'tombstone');
}

const anonymous = [
  'pk',
  'sk',
  'id',
  'letter',
  'letterVersion',
  'kind',
  'confirmedAt',
  'withdrawnAt',
  'forgottenAt',
  'revision',
];

/**
 * Nothing in the table identifies a forgotten signer: no name, mailbox, role, organisation or comment, and no link to a
 * mailbox.
 */
export function expectForgotten({ model, ids, frozen }: Run, { items, tombstones, followers }: Snapshot): void {
  const isGone = ({ stage }: Expected) => stage === 'forgotten' || stage === 'gone';
  const living = model.signatures.filter((own) => !isGone(own));
  // A secretariat's change stores the previous signature beside the current one.
  const before = model.done.flatMap(({ changed }) =>
    changed.flatMap(({ number, was, is }) => (isGone(signatureOf(model, number)) ? [] : [was, is])),
  );
  // A frozen list names the living as they were then.
  const listed = [...frozen].flatMap(([number, own]) => (isGone(signatureOf(model, number)) ? [] : [own]));
  // Under another letter, the same person may stay.
  const elsewhere = [...followers.values()].flatMap((record) =>
    [record.organisationName, record.organisationWebsite, record.signatoryName, record.email].flatMap(
      (word) => word ?? [],
    ),
  );
  const there = new Set([...[...living, ...before, ...listed].flatMap(wordsOf), ...elsewhere]);
  const words = new Set(
    model.signatures
      .filter(isGone)
      .flatMap(wordsOf)
      .filter((word) => !there.has(word)),
  );
  for (const found of items) {
    // A request for links holds a mailbox that somebody, perhaps a stranger, typed; it is deleted when answered.
    // So does a test, for a week.
    if (found.sk === 'LINKS' || found.sk === 'TEST') continue;
    const said = JSON.stringify(found);
    for (const word of words) {
      if (said.includes(word)) expect.unreachable(`${found.sk} says something of who is gone`);
    }
  }
  for (const [id, tombstone] of tombstones) {
    expect(Object.keys(tombstone).filter((name) => !anonymous.includes(name))).toEqual([]);
    expect(items.filter(isMailbox).filter((found) => JSON.stringify(found).includes(id))).toEqual([]);
    expect(items.filter(({ pk, sk }) => pk === 'ERASURES' && sk.endsWith(id))).toHaveLength(1);
  }
  expect(ids.length).toBe(model.signatures.length);
}

function wordsOf({ wish, proposal, comment }: Expected): string[] {
  const wishes = proposal ? [wish, proposal] : [wish];
  const said = wishes.flatMap(({ organisation, person, role, mailbox }) => {
    const { name, website } = organisation?.fields ?? {};
    return [name, website, person.name, role, mailbox.address];
  });
  return [...said, comment].flatMap((word) => word || []);
}

const isMailbox = ({ pk, sk }: Item) => pk.startsWith('MAILBOX#') || sk === 'SUBSCRIBER';

/** Nobody is carried over to the letter that follows without a press, and each press there counts once. */
export function expectNextSigned({ model }: Run, { followers }: Snapshot): void {
  const roles = [...followers.values()].flatMap(({ confirmedAt, signatoryRole }) =>
    confirmedAt && signatoryRole ? [signatoryRole] : [],
  );
  expectSame(roles.toSorted(), [...model.signedNext].toSorted(), 'who signed the letter that follows');
}
