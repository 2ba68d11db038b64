/**
 * Freezes the list of a delivery: a row for each listed name, and then the state with its hash, in one write. Until that
 * write nothing is frozen, so a run that breaks off leaves nothing behind but rows that the next attempt replaces
 * (docs/decisions/053-frozen-state.md).
 */
import { auditPut } from '../../shared/audit/audit.ts';
import { type Commitment, commitTo, hashOfState } from '../../shared/delivery/commitment.ts';
import type { Delivery, FailureReason, FrozenCounts, FrozenState } from '../../shared/delivery/delivery.ts';
import { dropFrozenName, type FrozenName, frozenPut, readFrozenNames } from '../../shared/delivery/frozen-names.ts';
import type { SignatureId } from '../../shared/ids.ts';
import { currentVersion, type Letter, languagesOf } from '../../shared/letter/letter.ts';
import { olderVersionIn, textsShown } from '../../shared/letter/shown-version.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { changeIf } from '../../shared/platform/store/change.ts';
import { deliveryKey, signatureKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { transact } from '../../shared/platform/store/transaction.ts';
import { chooseLogos } from './organisation-logos.ts';
import { type CountedName, readList, readNames } from './read-list.ts';

export interface Freezing {
  readonly store: Store;
  readonly publicUrl: string;
  readonly now: () => Date;
  readonly pause: (ms: number) => Promise<unknown>;
}

/**
 * - `frozen`: the delivery has its state
 * - `overtaken`: another run froze it or started again, or the delivery was cancelled
 */
export type Frozen =
  | { readonly outcome: 'frozen' | 'overtaken' }
  | { readonly outcome: 'failed'; readonly why: FailureReason };

export async function freeze({ store, publicUrl, now, pause }: Freezing, delivery: Delivery): Promise<Frozen> {
  const attempt = delivery.attempt + 1;
  if (!(await begin(store, delivery, attempt))) return { outcome: 'overtaken' };
  const letter = await readLetter(store, delivery.letter);
  if (!letter) throw new Error('a letter with a delivery is never deleted');
  const list = await settledList({ store, now, pause }, delivery);
  if (!list) return { outcome: 'failed', why: 'unsettled' };
  const names = new Map(list.names);
  const withLogo = chooseLogos(names.values(), delivery.options);
  const commitments = await writeNames(store, delivery, { attempt, names, at: list.at, withLogo });
  // Names that were removed since an earlier attempt.
  await dropNames(store, delivery, (name) => name.attempt < attempt);
  const counts = countsOf(names, list.offline);
  if (counts.organisations + counts.individuals + counts.offline === 0) return { outcome: 'failed', why: 'no-names' };
  const { id: version } = currentVersion(letter);
  const facts = { at: list.at.toISOString(), version, counts };
  const frozen: FrozenState = {
    ...facts,
    texts: textsShown(letter),
    older: olderIn(letter),
    language: letter.language,
    timeZone: letter.settings.timeZone,
    logo: letter.logo?.id,
    url: `${publicUrl}/${delivery.letter}/deliveries/${delivery.id}`,
    number: commitments.length,
    hash: hashOfState(facts, commitments),
  };
  const isWritten = await finish(store, delivery, { attempt, frozen, now: now() });
  return { outcome: isWritten ? 'frozen' : 'overtaken' };
}

/**
 * @returns for each kept translation, when the version that it translates was published; undefined if there are none
 */
function olderIn(letter: Letter): FrozenState['older'] {
  const kept = languagesOf(letter).flatMap((language) => {
    const older = olderVersionIn(letter, language);
    return older ? [[language, older.at] as const] : [];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

const isOpen = 'attribute_not_exists(frozen) AND attribute_not_exists(cancelledAt)';

/** Begins an attempt. @returns false when another run did, the list is frozen, or the delivery was cancelled */
function begin(store: Store, { letter, id, attempt: before }: Delivery, attempt: number): Promise<boolean> {
  return changeIf(store, {
    Key: deliveryKey(letter, id),
    UpdateExpression: 'SET attempt = :attempt, #left = :none',
    ConditionExpression: `attempt = :before AND ${isOpen}`,
    ExpressionAttributeNames: { '#left': 'left' },
    ExpressionAttributeValues: { ':attempt': attempt, ':before': before, ':none': 0 },
  });
}

const maxLooks = 6;
/** Longer than the index normally lags, in milliseconds; doubles with each look. */
const betweenLooks = 1_000;

/**
 * @returns a list that matches the count exactly or, while people keep signing, one that misses nobody. Undefined if
 *   neither could be read
 */
async function settledList({ store, now, pause }: Omit<Freezing, 'publicUrl'>, { letter }: Delivery) {
  for (let look = 1; ; look += 1) {
    const list = await readList(store, letter, now);
    if (list.compared === 'exact' || (list.compared === 'more' && look === maxLooks)) return list;
    if (look === maxLooks) return undefined;
    await pause(betweenLooks * 2 ** (look - 1));
  }
}

interface Writing {
  readonly attempt: number;
  readonly at: Date;
  /** Updated to the rows that were written: without signatures that left meanwhile, and with changed kinds. */
  readonly names: Map<SignatureId, CountedName>;
  /** Those whose logos the documents show. */
  readonly withLogo: ReadonlySet<SignatureId>;
}

/** A transaction takes 100 items: each name takes one, and the check of its signature another. */
const namesAtOnce = 50;
/** Transactions at the same time. */
const inParallel = 8;

/** @returns the commitments to the names that were written */
async function writeNames(store: Store, delivery: Delivery, writing: Writing): Promise<string[]> {
  const shown = [...writing.names.values()].filter((name) => name.shown).map(({ id }) => id);
  const batches = Array.from({ length: Math.ceil(shown.length / namesAtOnce) }, (_, number) =>
    shown.slice(number * namesAtOnce, (number + 1) * namesAtOnce),
  );
  const commitments: string[] = [];
  const worker = async () => {
    for (let ids = batches.pop(); ids; ids = batches.pop()) {
      commitments.push(...(await writeBatch(store, delivery, writing, ids)));
    }
  };
  await Promise.all(Array.from({ length: inParallel }, worker));
  return commitments;
}

/** Writes rows only for signatures that have not changed since they were read; reads those again that have. */
async function writeBatch(
  store: Store,
  delivery: Delivery,
  { attempt, at, names, withLogo }: Writing,
  ids: readonly SignatureId[],
): Promise<string[]> {
  let left = ids;
  while (left.length > 0) {
    const rows = left.flatMap((id) => {
      const name = names.get(id);
      if (!name?.shown) return [];
      const { listed, rank, logo } = name.shown;
      return [{ name, rank, logo: withLogo.has(id) ? logo : undefined, ...commitTo(listed) }];
    });
    if (rows.length === 0) return [];
    const { written, failed } = await transact(store, [
      ...rows.map(({ name, ...row }) => frozenPut(store, delivery.id, { ...row, id: name.id, attempt })),
      ...rows.map(({ name }) => unchanged(store, name)),
    ]);
    if (written) return rows.map(({ commitment }: Commitment) => commitment);
    // A row of a later attempt: this run was overtaken, and its state will not be written.
    if (failed.some(({ index }) => index < rows.length)) return [];
    const changed = failed.flatMap(({ index }) => rows[index - rows.length]?.name.id ?? []);
    const again = new Map(
      (await readNames(store, delivery.letter, changed, at)).map((name) => [name.id, name] as const),
    );
    for (const id of changed) {
      const name = again.get(id);
      if (name) names.set(id, name);
      else names.delete(id);
    }
    left = rows.map(({ name }) => name.id);
  }
  return [];
}

function unchanged({ table }: Store, { id, revision }: CountedName) {
  return {
    ConditionCheck: {
      TableName: table,
      Key: signatureKey(id),
      ConditionExpression: 'revision = :read',
      ExpressionAttributeValues: { ':read': revision },
    },
  };
}

/** Deletes rows of a list that is not frozen. */
export async function dropNames(
  store: Store,
  { id }: Pick<Delivery, 'id'>,
  isUnwanted: (name: FrozenName) => boolean,
): Promise<void> {
  for await (const name of readFrozenNames(store, id)) if (isUnwanted(name)) await dropFrozenName(store, id, name);
}

function countsOf(names: ReadonlyMap<SignatureId, CountedName>, offline: number): FrozenCounts {
  const all = [...names.values()];
  return {
    organisations: all.filter(({ kind }) => kind === 'organisation').length,
    individuals: all.filter(({ kind }) => kind === 'individual').length,
    withheld: all.filter(({ shown }) => shown === undefined).length,
    offline,
  };
}

interface Finishing {
  readonly attempt: number;
  readonly frozen: FrozenState;
  readonly now: Date;
}

/** Writes the state, once. @returns false when another run did, or started again, or the delivery was cancelled */
async function finish(
  store: Store,
  { letter, id, by }: Delivery,
  { attempt, frozen, now }: Finishing,
): Promise<boolean> {
  const making = { state: 'making', since: now.toISOString() };
  const { written } = await transact(store, [
    {
      Update: {
        TableName: store.table,
        Key: deliveryKey(letter, id),
        UpdateExpression: 'SET frozen = :frozen, progress = :making',
        ConditionExpression: `attempt = :attempt AND ${isOpen}`,
        ExpressionAttributeValues: { ':frozen': frozen, ':making': making, ':attempt': attempt },
      },
    },
    auditPut(
      store,
      { by, did: 'delivery.frozen', scope: letter, subject: id, after: { names: frozen.number, hash: frozen.hash } },
      now,
    ),
  ]);
  return written;
}
