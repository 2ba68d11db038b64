/** Transfers of claims, as items of the transaction that changes the signatures. */
import * as z from 'zod';
import { type SignatureId, signatureId } from '../../ids.ts';
import { claimKey } from '../../platform/store/keys.ts';
import { readItem } from '../../platform/store/read.ts';
import type { Store } from '../../platform/store/store.ts';
import type { TransactItems } from '../../platform/store/transaction.ts';
import { readSignature } from '../storage.ts';
import type { Step } from '../update-item.ts';
import { type ClaimPlace, claimPlaceOf, isSameMailbox, ownHiddenClaim } from './claim-key.ts';

/**
 * A row of a claim. The row of a public claim also records when a hidden signature for the same organisation last
 * arrived (`arrival`, different each time). A signature that takes the public claim first looks for a hidden one of its
 * own mailbox, and its write fails when one arrived after that look. This way public signatures cost no more.
 */
const claimRow = z.object({ signature: signatureId.optional(), arrival: z.string().optional() });
type ClaimRow = z.infer<typeof claimRow>;

/** Retention of a row without a holder, in seconds: only writes in progress need it. */
const arrivalKeptFor = 24 * 3600;

interface Move {
  readonly place: ClaimPlace;
  readonly from?: SignatureId;
  readonly to?: SignatureId;
  readonly arrival?: string;
}

/** @returns the items to write, or the holder of a claim that one of the steps needs. Two reads, one after the other */
export async function claimItems(
  store: Store,
  steps: readonly Step[],
): Promise<{ readonly items: TransactItems } | { readonly claimedBy: SignatureId }> {
  const moves = movesOf(steps);
  if (moves.length === 0) return { items: [] };
  const own = new Set(steps.map(({ before }) => before.id));
  const others = (holder: SignatureId | undefined) => (holder !== undefined && !own.has(holder) ? holder : undefined);
  // The order matters: a hidden signature that arrives between the two reads is seen by the second, or it fails the
  // write.
  const rows = await readRows(
    store,
    moves.map(({ place }) => place).filter(({ space }) => space === 'public'),
  );
  const hidden = await readRows(
    store,
    takers(steps).flatMap(({ after }) => ownHiddenClaim(after) ?? []),
  );
  for (const { place, to } of moves) {
    const holder = others((place.space === 'public' ? rows : hidden).get(nameOf(place))?.signature);
    if (to && holder) return { claimedBy: holder };
  }
  for (const { after } of takers(steps)) {
    const mine = ownHiddenClaim(after);
    const holder = others(mine && hidden.get(nameOf(mine))?.signature) ?? (await ownShown(store, after, rows));
    if (others(holder)) return { claimedBy: holder ?? after.id };
  }
  return { items: moves.map((move) => itemOf(store, move, rows.get(nameOf(move.place)) ?? {})) };
}

/** @returns the signature of the same mailbox that is shown for the same organisation */
async function ownShown(store: Store, after: Step['after'], rows: ReadonlyMap<string, ClaimRow>) {
  if (claimPlaceOf(after)?.space !== 'hidden' || after.claimant === undefined || !ownHiddenClaim(after))
    return undefined;
  const row = rows.get(nameOf({ space: 'public', key: claimKey(after.letter, after.claimant) }));
  const holder = row?.signature && (await readSignature(store, row.signature));
  return holder && isSameMailbox(holder, after) ? holder.id : undefined;
}

const nameOf = ({ key }: ClaimPlace) => `${key.pk} ${key.sk}`;

/** @returns the steps after which a signature holds a claim that it did not hold before */
const takers = (steps: readonly Step[]) =>
  steps.filter(({ before, after }) => {
    const [from, to] = [claimPlaceOf(before), claimPlaceOf(after)];
    return to && (!from || nameOf(from) !== nameOf(to));
  });

async function readRows(store: Store, places: readonly ClaimPlace[]): Promise<ReadonlyMap<string, ClaimRow>> {
  const found = await Promise.all(
    places.map(async (place) => [nameOf(place), claimRow.parse((await readItem(store, place.key)) ?? {})] as const),
  );
  return new Map(found);
}

/** Rows that change: released by a signature, taken by one, or passed from one to the other. */
function movesOf(steps: readonly Step[]): Move[] {
  const moves = new Map<string, Move>();
  const add = (place: ClaimPlace, change: Omit<Move, 'place'>) =>
    moves.set(nameOf(place), { place, ...moves.get(nameOf(place)), ...change });
  for (const { before, after } of steps) {
    const [from, to] = [claimPlaceOf(before), claimPlaceOf(after)];
    if (from && to && nameOf(from) === nameOf(to)) continue;
    if (from) add(from, { from: before.id });
    if (to) add(to, { to: after.id });
    if (to?.space === 'hidden' && ownHiddenClaim(after) && after.claimant !== undefined) {
      const place: ClaimPlace = { space: 'public', key: claimKey(after.letter, after.claimant) };
      add(place, { arrival: `${after.id}#${before.revision + 1}` });
    }
  }
  return [...moves.values()];
}

function itemOf({ table: TableName }: Store, { place, from, to, arrival }: Move, row: ClaimRow) {
  const holder = from ?? (to ? undefined : row.signature);
  const isPublic = place.space === 'public';
  const condition = {
    TableName,
    ConditionExpression: [
      holder ? 'signature = :holder' : 'attribute_not_exists(signature)',
      ...(isPublic ? [row.arrival ? 'arrival = :seen' : 'attribute_not_exists(arrival)'] : []),
    ].join(' AND '),
  };
  const seen = {
    ...(holder ? { ':holder': holder } : {}),
    ...(isPublic && row.arrival ? { ':seen': row.arrival } : {}),
  };
  const values = Object.keys(seen).length > 0 ? { ExpressionAttributeValues: seen } : {};
  const latest = arrival ?? row.arrival;
  if (from && !to && latest === undefined) return { Delete: { Key: place.key, ...condition, ...values } };
  const isHeld = to !== undefined || (!from && row.signature !== undefined);
  const Item = {
    ...place.key,
    signature: to ?? (isHeld ? row.signature : undefined),
    arrival: latest,
    ttl: isHeld ? undefined : Math.ceil(Date.now() / 1000) + arrivalKeptFor,
  };
  return { Put: { Item, ...condition, ...values } };
}
