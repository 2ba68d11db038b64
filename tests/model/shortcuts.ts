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

const known = z.object({
  pk: z.string().regex(/^LETTER#|^LISTS$/),
  sk: z.string().regex(/^(?!PROGRESS|SNAPSHOT)/),
});
const letterGet = z.object({ Key: known });
const letterGets = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(known) })) });

/** From now on this client reads letters and lists from memory; what befalls its calls befalls these, too. */
export function remember({ client }: Store, mirror: Mirror): void {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const { Key } = (commandName === 'GetItemCommand' && letterGet.safeParse(args.input).data) || {};
        if (Key) return { output: { Item: mirror.find(Key.pk, Key.sk), $metadata: {} }, response: {} };
        const asked = commandName === 'BatchGetItemCommand' && letterGets.safeParse(args.input).data?.RequestItems;
        if (!asked) return next(args);
        const found = Object.entries(asked).map(([name, { Keys }]) => [
          name,
          Keys.flatMap(({ pk, sk }) => mirror.find(pk, sk) ?? []),
        ]);
        return { output: { Responses: Object.fromEntries(found), $metadata: {} }, response: {} };
      },
    { step: 'initialize', name: 'remember' },
  );
}

const dueQuery = z.object({
  IndexName: z.literal(table.indexes.due.name),
  ExpressionAttributeValues: z.object({ ':shard': z.string(), ':until': z.string() }),
});
const dueRow = z.looseObject({ dueShard: z.string(), lookAt: z.string() });

/** The sweep, run as the schedule does it. A failure is made good by the next one. */
export async function sweep({ post, observer }: Game, times = 1): Promise<void> {
  const { client, table: TableName } = observer.store;
  const { Items } = await client.send(new ScanCommand({ TableName, IndexName: table.indexes.due.name }));
  const due = z.array(dueRow).parse(Items);
  client.middlewareStack.add(
    (next) => async (args) => {
      const query = dueQuery.safeParse(args.input);
      if (!query.success) return next(args);
      const { ':shard': shard, ':until': until } = query.data.ExpressionAttributeValues;
      const found = due.filter(({ dueShard, lookAt }) => dueShard === shard && lookAt <= until);
      return { output: { Items: found, $metadata: {} }, response: {} };
    },
    { step: 'initialize', name: 'oneLook', override: true },
  );
  await Promise.all(Array.from({ length: times }, () => post.sweep().catch(() => {})));
  client.middlewareStack.remove('oneLook');
}
