/**
 * Lists unconfirmed signatures of a letter: those that wait for their mailbox, and those that are held silently. They
 * come from the index of due work, from 32 shards and in no meaningful order; each step reads a bounded number.
 */
import * as z from 'zod';
import { type LetterSlug, signatureId } from '../../ids.ts';
import { canonicalMailbox } from '../../mailbox/address.ts';
import { dueShardName, dueShards, signatureIdIn } from '../../platform/store/keys.ts';
import { queryPage } from '../../platform/store/query.ts';
import type { Store } from '../../platform/store/store.ts';
import { table } from '../../platform/store/table.ts';
import { foldName } from '../../text/fold.ts';
import { matchesWords } from '../../text/name-words.ts';
import type { SignatureRecord } from '../record.ts';
import { coSignatoryName } from '../states.ts';
import { readSignature } from '../storage.ts';
import type { ListFilters } from './moderation-query.ts';

export interface UnconfirmedQuery extends ListFilters {
  /** `pending`: its mail was sent, or will be; `silent`: accepted, and no mail is sent. */
  readonly state: 'pending' | 'silent';
  readonly email?: string | undefined;
}

export interface UnconfirmedPage {
  readonly records: readonly SignatureRecord[];
  readonly next: string | undefined;
  /** Share of the index that was searched, from 0 to 1. */
  readonly looked: number;
}

const rowsAtOnce = 100;
/** All shards at once: in most tables, one Query reads a whole shard. */
const shardsAtOnce = dueShards;
/** No further step begins after this time, in milliseconds. */
const timeLimit = 120;

const place = z.object({ pk: z.string(), sk: z.string(), lookAt: z.string() });
type Place = z.infer<typeof place> & { readonly shard: number };
/** A cursor may come from anybody, and DynamoDB refuses keys that are not possible. */
const cursorPlace = z.object({
  pk: z.string().regex(/^[A-Z]{4,12}#[0-9a-z]{20}$/),
  sk: z.string().regex(/^[A-Z]{4,10}$/),
  lookAt: z.iso.datetime(),
});
const cursorContent = z.object({ shard: z.int().min(0).max(dueShards), after: cursorPlace.optional() });
type Cursor = z.infer<typeof cursorContent>;

/** @returns the page; undefined when the cursor is not one of ours */
export async function listUnconfirmed(
  store: Store,
  letter: LetterSlug,
  query: UnconfirmedQuery,
): Promise<UnconfirmedPage | undefined> {
  const start = query.cursor === undefined ? { shard: 0 } : readCursor(query.cursor);
  if (!start) return undefined;
  const began = performance.now();
  const found: { place: Place; record: SignatureRecord }[] = [];
  let next: Cursor = start;
  do {
    const step = await readStep(store, next);
    const records = await Promise.all(
      step.places.map(async (one) => ({ place: one, record: await readPlace(store, one) })),
    );
    for (const { place: at, record } of records) {
      if (record && record.letter === letter && fits(record, query)) found.push({ place: at, record });
    }
    next = step.next;
  } while (next.shard < dueShards && found.length < query.limit && performance.now() - began < timeLimit);
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1)?.place;
  if (found.length > shown.length && last) {
    const { shard, ...after } = last;
    next = { shard, after };
  }
  return {
    records: shown.map(({ record }) => record),
    next: next.shard < dueShards ? Buffer.from(JSON.stringify(next)).toString('base64url') : undefined,
    looked: next.shard / dueShards,
  };
}

function readPlace(store: Store, { pk }: Place): Promise<SignatureRecord | undefined> {
  const id = signatureId.safeParse(signatureIdIn(pk));
  return id.success ? readSignature(store, id.data) : Promise.resolve(undefined);
}

/** @returns the entries of the next shards, up to the first that was not read to its end */
async function readStep(store: Store, { shard, after }: Cursor): Promise<{ places: Place[]; next: Cursor }> {
  const shards = Array.from({ length: Math.min(shardsAtOnce, dueShards - shard) }, (_, place) => shard + place);
  const pages = await Promise.all(
    shards.map((number) => readShard(store, number, number === shard ? after : undefined)),
  );
  const places: Place[] = [];
  for (const page of pages) {
    places.push(...page.places);
    if (page.more) {
      const { shard: _, ...end } = page.places.at(-1) ?? { shard: page.number, ...page.more };
      return { places, next: { shard: page.number, after: end } };
    }
  }
  return { places, next: { shard: shard + shards.length } };
}

async function readShard(store: Store, number: number, after: Cursor['after']) {
  const { partitionKey, sortKey } = table.indexes.due;
  const shard = dueShardName(number);
  const start = after && { pk: after.pk, sk: after.sk, [partitionKey]: shard, [sortKey]: after.lookAt };
  const { rows, next } = await queryPage(store, table.indexes.due, shard, { limit: rowsAtOnce, start }, place);
  const more = next ? place.parse(next) : undefined;
  return { number, places: rows.map((one) => ({ ...one, shard: number })), more };
}

function fits(record: SignatureRecord, query: UnconfirmedQuery): boolean {
  const { q, person, kind, country, partner, domain, email, state, withNames } = query;
  const goesByNames = Boolean(q || person || domain || email);
  return (
    (withNames || !goesByNames || record.display === 'public') &&
    record.confirmedAt === undefined &&
    (record.heldBecause !== undefined) === (state === 'silent') &&
    (!q || matchesWords(coSignatoryName(record), q)) &&
    (!person || foldName(record.signatoryName).includes(foldName(person))) &&
    (!kind || record.kind === kind) &&
    (!country || record.country === country) &&
    (!partner || record.partner === partner) &&
    (!domain || (record.organisationWebsite ?? '').includes(domain.toLowerCase())) &&
    (!email || canonicalMailbox(record.email) === canonicalMailbox(email))
  );
}

function readCursor(cursor: string): Cursor | undefined {
  try {
    return cursorContent.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    return undefined; // not ours
  }
}
