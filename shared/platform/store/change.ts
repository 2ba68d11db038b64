/** Conditional writes of a single item. */
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
