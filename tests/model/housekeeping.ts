/** The sweep, run as the schedule does it, but quicker: no shard is asked in which nothing stands. */
import * as z from 'zod';
import { table } from '../../shared/store/table.ts';
import type { Game } from './game.ts';
import { readSnapshot } from './snapshot.ts';

const dueQuery = z.object({
  IndexName: z.literal(table.indexes.due.name),
  ExpressionAttributeValues: z.object({ ':shard': z.string() }),
});

/** A failure of the sweep is made good by the next one. */
export async function sweep({ post, observer }: Game, times = 1): Promise<void> {
  const { client } = observer.store;
  const { items } = await readSnapshot(observer.store);
  const now = new Date(observer.clock.now).toISOString();
  const shards = new Set(items.filter(({ dueAt }) => String(dueAt) <= now).map(({ dueShard }) => dueShard));
  client.middlewareStack.add(
    (next) => async (args) => {
      const query = dueQuery.safeParse(args.input);
      if (!query.success || shards.has(query.data.ExpressionAttributeValues[':shard'])) return next(args);
      return { output: { Items: [], $metadata: {} }, response: {} };
    },
    { step: 'initialize', name: 'skipEmptyShards', override: true },
  );
  await Promise.all(Array.from({ length: times }, () => post.sweep().catch(() => {})));
  client.middlewareStack.remove('skipEmptyShards');
}
