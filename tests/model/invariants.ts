/** What must be true after every step, whatever happened (DESIGN §2), recomputed from every item of the table. */
import { expect } from 'vitest';
import * as z from 'zod';
import { evidenceOf } from '../../shared/signature/evidence.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { counted } from './expected.ts';
import { type Game, slug } from './game.ts';
import { claimantOf } from './people.ts';
import type { Item, Snapshot } from './snapshot.ts';

const count = z.object({ organisations: z.number(), individuals: z.number(), total: z.number() });
const page = z.object({ items: z.array(z.object({ signatory: z.object({ role: z.string() }) })) });
const day = 24 * 3600 * 1000;

/** Confirmed and approved and not withdrawn and not a duplicate (DESIGN §1). */
const isCounted = ({ confirmedAt, moderation, withdrawnAt, duplicateOf }: SignatureRecord) =>
  Boolean(confirmedAt) && moderation === 'approved' && !withdrawnAt && !duplicateOf;

const holdsPlace = ({ confirmedAt, moderation, withdrawnAt, duplicateOf }: SignatureRecord) =>
  Boolean(confirmedAt) && moderation !== 'rejected' && !withdrawnAt && !duplicateOf;

/** The rows that count, and the places in the indexes of the list, say the same as the records and the model. */
export function expectCountedRows({ model }: Game, { records, items }: Snapshot): void {
  const found = [...records.values()].filter(isCounted);
  const wanted = model.signatures.filter(counted);
  for (const kind of ['organisation', 'individual'] as const) {
    const of = found.filter((record) => record.kind === kind);
    expect(sumOf(items, `${kind}s`), `${kind}s that are counted`).toBe(of.length);
    expect(wanted.filter(({ wish }) => wish.kind === kind)).toHaveLength(of.length);
    for (const display of ['public', 'withheld'] as const) {
      const place = `LIST#${slug}#${kind}${display === 'withheld' ? '#withheld' : ''}`;
      const listed = items.filter(({ listKey }) => listKey === place).map(({ id }) => String(id));
      const shown = of.filter((record) => record.display === display).map(({ id }) => String(id));
      expect(listed.toSorted(), place).toEqual(shown.toSorted());
    }
  }
}

const sumOf = (items: readonly Item[], kind: string) =>
  items.filter(({ pk }) => pk === `COUNT#${slug}`).reduce((sum, row) => sum + Number(row[kind] ?? 0), 0);

/** What the public reads is so, too: the numbers, and who is counted and not withheld in the list. */
export async function expectPublic({ observer, model }: Game, orders = ['newest']): Promise<void> {
  const wanted = model.signatures.filter(counted);
  const of = (kind: string) => wanted.filter(({ wish }) => wish.kind === kind).length;
  const said = count.parse(await observer.json(`/v1/letters/${slug}/count`));
  expect(said).toEqual({ organisations: of('organisation'), individuals: of('individual'), total: wanted.length });
  const shown = wanted.filter(({ display }) => display === 'public').map(({ wish }) => wish.role);
  for (const order of orders) {
    const { items } = page.parse(await observer.json(`/v1/letters/${slug}/signatures?limit=200&order=${order}`));
    expect(items.map(({ signatory }) => signatory.role).toSorted()).toEqual(shown.toSorted());
  }
}

/** One for each claimant, who holds the one claim that there is for it. */
export function expectClaims({ ids, model }: Game, { records, claims }: Snapshot): void {
  const holders = [...records.values()].filter(holdsPlace);
  expect(claims.toSorted()).toEqual(holders.map(({ id }) => String(id)).toSorted());
  const claimants = model.signatures.flatMap(({ wish }, number) =>
    claims.includes(ids[number] ?? '') ? [claimantOf(wish)] : [],
  );
  expect(new Set(claimants).size).toBe(claims.length);
}

const levels = ['mailbox', 'mailbox-domain', 'domain', 'vouched'];

/** The public mark is the best of what was shown, and what was shown has a time and begins with the mailbox. */
export function expectEvidence({ records }: Snapshot): void {
  for (const record of records.values()) {
    const { confirmedAt, verification, kind } = record;
    const evidence = evidenceOf(record);
    if (!confirmedAt) {
      expect({ evidence, verification }).toEqual({ evidence: [], verification: undefined });
      continue;
    }
    expect(evidence[0]).toMatchObject({ level: 'mailbox', method: 'mailbox', at: confirmedAt });
    const best = evidence.toSorted((one, other) => levels.indexOf(other.level) - levels.indexOf(one.level))[0];
    expect(verification).toBe(best?.level);
    if (kind === 'individual') expect(verification).toBe('mailbox');
  }
}

/** Whatever was confirmed stays so, with the mailbox that confirmed it, until it is forgotten. */
export function expectConfirmedStay(before: Snapshot, after: Snapshot): void {
  for (const [id, record] of before.records) {
    if (!record.confirmedAt) continue;
    const now = after.records.get(id);
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
    expect(proof(now)).toEqual(proof(record));
    if (record.withdrawnAt) expect(now.withdrawnAt).toBe(record.withdrawnAt);
    // The first signer hears of others at most once a day.
    const noted = Date.parse(now.notedAt ?? '') - Date.parse(record.notedAt ?? '');
    if (noted) expect(noted).toBeGreaterThanOrEqual(day);
    // The log of consents and the history only grow.
    for (const log of ['consentLog', 'history'] as const) {
      expect(now[log].slice(0, record[log].length)).toEqual(record[log]);
    }
  }
  for (const [id, tombstone] of before.tombstones) expect(after.tombstones.get(id)).toEqual(tombstone);
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

/** Nothing in the table says who was forgotten: no name, mailbox, role, organisation or comment, no link to a mailbox. */
export function expectForgotten({ model, ids }: Game, { items, tombstones }: Snapshot): void {
  const wordsOf = ({ wish, comment }: Game['model']['signatures'][number]) => {
    const { name, website } = wish.organisation?.fields ?? {};
    return [name, website, wish.person.name, wish.role, wish.mailbox.address, comment].filter(
      (word) => word !== undefined,
    );
  };
  const gone = model.signatures.filter(({ stage }) => stage === 'forgotten' || stage === 'gone');
  const there = new Set(model.signatures.filter((own) => !gone.includes(own)).flatMap(wordsOf));
  const words = new Set(gone.flatMap(wordsOf).filter((word) => !there.has(word)));
  for (const found of items) {
    // A request for links says which mailbox somebody, perhaps a stranger, typed; it is gone when it is answered.
    if (found.sk === 'LINKS') continue;
    const said = JSON.stringify(found);
    for (const word of words) expect(said.includes(word), `${found.sk} says nothing of who is gone`).toBe(false);
  }
  for (const [id, tombstone] of tombstones) {
    expect(Object.keys(tombstone).filter((name) => !anonymous.includes(name))).toEqual([]);
    expect(items.filter(isMailbox).filter((found) => JSON.stringify(found).includes(id))).toEqual([]);
    expect(items.filter(({ pk, sk }) => pk === 'ERASURES' && sk.endsWith(id))).toHaveLength(1);
  }
  expect(ids.length).toBe(model.signatures.length);
}

const isMailbox = ({ sk }: Item) => sk === 'MAILBOX';
