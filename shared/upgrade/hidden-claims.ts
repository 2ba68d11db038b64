/**
 * Moves claims of hidden signatures out of the public row (decision 023), and notes which duplicates the secretariat
 * merged.
 */

import { hashMailbox } from '../mailbox/record.ts';
import { signatureKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { type TransactItems, transact } from '../platform/store/transaction.ts';
import type { Keys } from '../platform/token/keys.ts';
import { claimPlaceOf, isInterimClaim, noMailbox } from '../signature/claims/claim-key.ts';
import { claimItems } from '../signature/claims/move-claim.ts';
import type { SignatureRecord } from '../signature/record.ts';
import { isOnPaper } from '../signature/states.ts';
import { storedSignature } from '../signature/stored.ts';
import type { Row, UpgradeStep } from './upgrade.ts';

export const hiddenClaims: UpgradeStep = {
  name: '2026-hidden-claims',
  title: 'Claims of signatures that are not shown by name',
  rows: 'SIGNATURE',
  visit: async ({ store, keys }, row) => untilWritten(store, row, forwards(await keys())),
  back: ({ store }, row) => untilWritten(store, row, backwards),
};

type NewForm = Pick<SignatureRecord, 'provenBy' | 'mergedAt'>;
/** @returns the record in the other form; undefined when it is in that form already */
type Step = (record: SignatureRecord) => SignatureRecord | undefined;

const forwards =
  (keys: Keys): Step =>
  (record) => {
    const { kind, email, provenBy, mergedAt } = record;
    const isKnown = kind === 'individual' || (provenBy !== undefined && !isInterimClaim(record));
    const nobody = isOnPaper(record) ? noMailbox.paper : noMailbox.erased;
    const fresh: NewForm = {
      provenBy: isKnown ? provenBy : email === '' ? nobody : hashMailbox(keys, email),
      mergedAt: mergedAt ?? mergeIn(record),
    };
    return fresh.provenBy === provenBy && fresh.mergedAt === mergedAt ? undefined : { ...record, ...fresh };
  };

/** @returns when the secretariat merged it, if that is why it is a duplicate */
function mergeIn({ duplicateOf, history }: SignatureRecord): string | undefined {
  const ends = ['merged', 'approved', 'split', 'took-place', 'verified', 'displaced', 'corrected', 'switched'];
  const last = history.findLast(({ did }) => ends.includes(did));
  return duplicateOf !== undefined && last?.did === 'merged' ? last.at : undefined;
}

const backwards: Step = (record) =>
  record.provenBy === undefined && record.mergedAt === undefined
    ? undefined
    : { ...record, provenBy: undefined, mergedAt: undefined };

/**
 * Returns the outcome for the report. `left`: another signature holds the claim. That happens on the way back, where
 * hidden signatures for one organisation would have to share a claim: they keep theirs, and the count stays the same.
 */
async function untilWritten(store: Store, row: Row, step: Step): Promise<'moved' | 'noted' | 'left' | undefined> {
  for (let found: Row | undefined = row; found; ) {
    // A pending signature holds no claim, and an erased one has no data left.
    if (found['confirmedAt'] === undefined || found['forgottenAt'] !== undefined) return undefined;
    const before = storedSignature.parse(found);
    const after = step(before);
    if (!after) return undefined;
    const claims = await claimItems(store, [{ before, after }]);
    if ('claimedBy' in claims) return 'left';
    const items = after.provenBy === undefined ? claims.items.map(withoutArrival) : claims.items;
    const { written } = await transact(store, [noteOf(store, before, after), ...items]);
    if (written) return claimPlaceOf(before)?.key.pk === claimPlaceOf(after)?.key.pk ? 'noted' : 'moved';
    found = await readItem(store, signatureKey(before.id));
  }
  return undefined;
}

/** The revision stays the same, so that neither pages nor undo entries become outdated. */
function noteOf({ table }: Store, { id, revision }: SignatureRecord, { provenBy, mergedAt }: NewForm) {
  const fields = Object.entries({ provenBy, mergedAt });
  const set = fields.filter(([, value]) => value !== undefined);
  const removed = fields.filter(([, value]) => value === undefined);
  return {
    Update: {
      TableName: table,
      Key: signatureKey(id),
      UpdateExpression: [
        ...(set.length > 0 ? [`SET ${set.map(([name]) => `${name} = :${name}`).join(', ')}`] : []),
        ...(removed.length > 0 ? [`REMOVE ${removed.map(([name]) => name).join(', ')}`] : []),
      ].join(' '),
      ConditionExpression: '#revision = :revision',
      ExpressionAttributeNames: { '#revision': 'revision' },
      ExpressionAttributeValues: {
        ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
        ':revision': revision,
      },
    },
  };
}

/** The previous release does not know arrivals. */
function withoutArrival(item: TransactItems[number]): TransactItems[number] {
  const { arrival: _arrival, ...row } = item.Put?.Item ?? {};
  return item.Put ? { Put: { ...item.Put, Item: row } } : item;
}
