/**
 * Answers that need no call, since the history knows them: letters and deny lists, which change only when it says so, and
 * the shards of what is due, all seen in one look. They are what a history would read most.
 */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Store } from '../../shared/store/store.ts';
import { table } from '../../shared/store/table.ts';
import type { Game } from './game.ts';
import type { Mirror } from './mirror.ts';

const letterGet = z.object({ Key: z.object({ pk: z.string().regex(/^LETTER#|^LISTS$/), sk: z.string() }) });
const isProgress = (sk: string) => sk.startsWith('PROGRESS') || sk === 'SNAPSHOT';

/** From now on this client reads letters and lists from memory; what befalls its calls befalls these, too. */
export function remember({ client }: Store, mirror: Mirror): void {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const { Key } = (commandName === 'GetItemCommand' && letterGet.safeParse(args.input).data) || {};
        if (!Key || isProgress(Key.sk)) return next(args);
        return { output: { Item: mirror.find(Key.pk, Key.sk), $metadata: {} }, response: {} };
      },
    { step: 'initialize', name: 'remember' },
  );
}

const dueQuery = z.object({
  IndexName: z.literal(table.indexes.due.name),
  ExpressionAttributeValues: z.object({ ':shard': z.string(), ':before': z.string() }),
});
const dueRow = z.looseObject({ dueShard: z.string(), dueAt: z.string() });

/** The sweep, run as the schedule does it. A failure is made good by the next one. */
export async function sweep({ post, observer }: Game, times = 1): Promise<void> {
  const { client, table: TableName } = observer.store;
  const { Items } = await client.send(new ScanCommand({ TableName, IndexName: table.indexes.due.name }));
  const due = z.array(dueRow).parse(Items);
  client.middlewareStack.add(
    (next) => async (args) => {
      const query = dueQuery.safeParse(args.input);
      if (!query.success) return next(args);
      const { ':shard': shard, ':before': before } = query.data.ExpressionAttributeValues;
      const found = due.filter(({ dueShard, dueAt }) => dueShard === shard && dueAt <= before);
      return { output: { Items: found, $metadata: {} }, response: {} };
    },
    { step: 'initialize', name: 'oneLook', override: true },
  );
  await Promise.all(Array.from({ length: times }, () => post.sweep().catch(() => {})));
  client.middlewareStack.remove('oneLook');
}
