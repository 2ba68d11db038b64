/**
 * Answers some reads from the table snapshot, without a call: every item that nobody has written since the stream was
 * read, queries of what has no items or has not changed since the same query, and the shards of what is due, all at the
 * same moment. These are the most frequent reads of a history.
 */
import type { ServiceOutputTypes } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Store } from '../../../shared/platform/store/store.ts';
import { table } from '../../../shared/platform/store/table.ts';
import { type Key, keysRead, keysWritten, type Partition, partitionRead } from '../../fixtures/touched.ts';
import type { News } from '../property/mail-pipeline.ts';
import type { Run } from './run.ts';
import type { SnapshotReader } from './table-snapshot.ts';

const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;

/**
 * @param tableSnapshots receives what is read
 * @returns `remember`, which makes a client read from memory whatever is certain, and `news`, which reads the stream
 *   when there may be something to read. `remember` must be called for every client that writes
 */
export function openMemory(tableSnapshots: SnapshotReader, stream: News) {
  /** Keys written, or being written, since the stream was read, each with the number of its last write. */
  const unheard = new Map<string, number>();
  const open = new Map<string, number>();
  let writes = 0;
  const begin = (key: string) => {
    unheard.set(key, ++writes);
    open.set(key, (open.get(key) ?? 0) + 1);
  };
  const end = (key: string) => {
    unheard.set(key, ++writes);
    const others = (open.get(key) ?? 1) - 1;
    if (others > 0) open.set(key, others);
    else open.delete(key);
  };
  const isKnown = (key: Key) => !unheard.has(nameOf(key));
  /** Any write may change what an index holds. */
  const isPartitionKnown = ({ index, key }: Partition) =>
    index === undefined ? !unheard.keys().some((name) => name.startsWith(`${key} `)) : unheard.size === 0;
  /** Answers of the table to queries, each with the number of changes that its partition had had. */
  const answers = new Map<string, { output: ServiceOutputTypes; changes: number }>();
  const knownAnswer = (partition: Partition, input: unknown): ServiceOutputTypes | undefined => {
    if (!isPartitionKnown(partition)) return;
    const { items, changes } = tableSnapshots.partition(partition);
    if (items === 0) return { Items: [], Count: 0, ScannedCount: 0, $metadata: {} };
    const known = answers.get(JSON.stringify(input));
    return known?.changes === changes ? known.output : undefined;
  };
  const ask = async <Answer extends { output: ServiceOutputTypes }>(
    partition: Partition,
    input: unknown,
    call: () => Promise<Answer>,
  ): Promise<Answer> => {
    const wasKnown = isPartitionKnown(partition);
    const { changes } = tableSnapshots.partition(partition);
    const before = writes;
    const answer = await call();
    if (wasKnown && writes === before) answers.set(JSON.stringify(input), { output: answer.output, changes });
    return answer;
  };

  return {
    /** Faults of the client's calls also apply to reads from memory. */
    remember({ client }: Store): void {
      client.middlewareStack.add(
        (next, { commandName = '' }) =>
          async (args) => {
            const written = keysWritten(commandName, args.input).map(nameOf);
            if (written.length > 0) {
              for (const key of written) begin(key);
              return next(args).finally(() => {
                for (const key of written) end(key);
              });
            }
            const partition = partitionRead(commandName, args.input);
            if (partition) {
              const output = knownAnswer(partition, args.input);
              return output ? { output, response: {} } : ask(partition, args.input, () => next(args));
            }
            const { one, many } = keysRead(commandName, args.input);
            if (one && isKnown(one)) {
              return { output: { Item: tableSnapshots.find(one.pk, one.sk), $metadata: {} }, response: {} };
            }
            if (!many?.every(({ keys }) => keys.every(isKnown))) return next(args);
            const found = many.map(({ table: name, keys }) => [
              name,
              keys.flatMap(({ pk, sk }) => tableSnapshots.find(pk, sk) ?? []),
            ]);
            return { output: { Responses: Object.fromEntries(found), $metadata: {} }, response: {} };
          },
        { step: 'initialize', name: 'remember' },
      );
    },
    async news(): ReturnType<News> {
      if (unheard.size === 0) return [];
      const over = [...unheard].filter(([key]) => !open.has(key));
      const records = await stream();
      tableSnapshots.hear(records);
      for (const [key, number] of over) if (unheard.get(key) === number) unheard.delete(key);
      return records;
    },
  };
}

const dueQuery = z.object({
  IndexName: z.literal(table.indexes.due.name),
  ExpressionAttributeValues: z.object({ ':partition': z.string(), ':high': z.string() }),
});
const dueRow = z.looseObject({ dueShard: z.string(), lookAt: z.string() });

/** Runs the sweep as the schedule does. The next run makes up for a failure. */
export async function sweep({ post, observer, tableSnapshots }: Run, times = 1): Promise<void> {
  const { client } = observer.store;
  await post.listen();
  const due = tableSnapshots.look().items.flatMap((item) => dueRow.safeParse(item).data ?? []);
  client.middlewareStack.add(
    (next) => async (args) => {
      const query = dueQuery.safeParse(args.input);
      if (!query.success) return next(args);
      const { ':partition': shard, ':high': until } = query.data.ExpressionAttributeValues;
      const found = due.filter(({ dueShard, lookAt }) => dueShard === shard && lookAt <= until);
      return { output: { Items: found, $metadata: {} }, response: {} };
    },
    { step: 'initialize', name: 'oneLook', override: true },
  );
  await Promise.all(Array.from({ length: times }, () => post.sweep().catch(() => {})));
  client.middlewareStack.remove('oneLook');
}
