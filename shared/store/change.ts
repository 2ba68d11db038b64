/** Changing one item under a condition. */
import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
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
