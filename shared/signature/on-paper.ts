/** Who signed on paper: imported by the secretariat, counted apart, in no public list. No mailbox is kept, and no mail goes. */
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { countMoves } from '../count/count.ts';
import { claimKey, signatureKey } from '../store/keys.ts';
import { backOff, cancellationReasons, isPassing, type Store } from '../store/store.ts';
import { mostAttempts } from './commit.ts';
import type { SignatureRecord } from './record.ts';
import { placeInLists } from './update.ts';

/**
 * - `kept`: it is counted now
 * - `already`: the very same was imported before, whatever became of it since
 * - `duplicate`: the same co-signatory stands under the letter already
 */
export type KeptOnPaper = 'kept' | 'already' | 'duplicate';

const withOld = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
/** As DynamoDB gives it back with a failed condition: typed attributes. */
const written = z.object({ importOf: z.object({ S: z.string() }) });

type TransactItems = NonNullable<TransactWriteCommandInput['TransactItems']>;

/**
 * One TransactWriteItems of the signature, its claim and one of the letter's count rows when nobody contends.
 *
 * @throws what DynamoDB throws when it stays unavailable; nothing is half done then
 */
export async function keepOnPaper(
  store: Store,
  record: SignatureRecord & { readonly claimant: string },
  also: TransactItems = [],
): Promise<KeptOnPaper> {
  const { id, letter, claimant, importOf } = record;
  const fresh = { TableName: store.table, ConditionExpression: 'attribute_not_exists(pk)' };
  const bare = { ...record, email: undefined, signatoryName: record.signatoryName || undefined };
  const TransactItems = [
    { Put: { ...fresh, ...withOld, Item: { ...signatureKey(id), ...bare, ...placeInLists(record) } } },
    { Put: { ...fresh, Item: { ...claimKey(letter, claimant), signature: id } } },
    ...countMoves(store, [{ letter, id, as: 'offline', change: 1 }]),
    ...also,
  ];
  for (let attempt = 1; ; attempt += 1) {
    try {
      await store.client.send(new TransactWriteCommand({ TransactItems }));
      return 'kept';
    } catch (error) {
      const reasons = cancellationReasons(error);
      if (reasons?.[0]?.code === 'ConditionalCheckFailed') {
        // Our own write whose answer was lost, or one that this import had done before it was interrupted.
        const before = written.safeParse(reasons[0].item).data?.importOf.S;
        return before !== undefined && before === importOf ? 'kept' : 'already';
      }
      if (reasons?.[1]?.code === 'ConditionalCheckFailed') return 'duplicate';
      if (!reasons || !isPassing(reasons) || attempt >= mostAttempts) throw error;
      await backOff(attempt);
    }
  }
}
