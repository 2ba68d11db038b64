/** Conditional writes of a single item. */
import { randomBytes } from 'node:crypto';
import type { PutCommandInput, UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { PutCommand, UpdateCommand } from './commands.ts';
import { isConditionFailed, type Store } from './store.ts';

/** One UpdateItem. @returns whether the condition held and the item was changed */
export async function changeIf(store: Store, change: Omit<UpdateCommandInput, 'TableName'>): Promise<boolean> {
  try {
    await store.client.send(new UpdateCommand({ TableName: store.table, ...change }));
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}

type Setting = Omit<UpdateCommandInput, 'TableName' | 'UpdateExpression' | 'ConditionExpression'> & {
  /** Only sets attributes, so that it can be repeated. */
  readonly UpdateExpression: `SET ${string}`;
  readonly ConditionExpression: string;
};

/**
 * The same for a change that may be made only once, after which the condition does not hold. When the answer to it is lost,
 * the SDK sends it again: the item names its last such write, so that the second finds the first. One UpdateItem.
 *
 * @returns whether the condition held and the item was changed, by this call
 */
export function changeOnce(store: Store, { UpdateExpression, ConditionExpression, ...change }: Setting) {
  return changeIf(store, {
    ...change,
    UpdateExpression: `${UpdateExpression}, lastWrite = :lastWrite`,
    ConditionExpression: `(${ConditionExpression}) OR lastWrite = :lastWrite`,
    ExpressionAttributeValues: {
      ...change.ExpressionAttributeValues,
      ':lastWrite': randomBytes(16).toString('base64url'),
    },
  });
}

/** One PutItem. @returns whether the condition held and the item was written */
export async function putIf(store: Store, put: Omit<PutCommandInput, 'TableName'>): Promise<boolean> {
  try {
    await store.client.send(new PutCommand({ TableName: store.table, ...put }));
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}
