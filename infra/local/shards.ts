/** Lists the shards of a table's stream, and reads records from a shard. */
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';

/** Start of reading: after the existing records, or with the oldest one that is kept. */
export type Start = 'LATEST' | 'TRIM_HORIZON';

/** Records per read, at most. */
export const recordsAPage = 100;

interface Page {
  readonly records: readonly StreamRecord[];
  /** True when the shard was closed and has been read to its end. */
  readonly ended: boolean;
}

export interface ShardReader {
  readonly id: string;
  read(): Promise<Page>;
}

export async function listShards(client: DynamoDBStreamsClient, streamArn: string): Promise<readonly Shard[]> {
  const shards: Shard[] = [];
  let last: string | undefined;
  do {
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ...(last !== undefined && { ExclusiveStartShardId: last }) }),
    );
    shards.push(...(StreamDescription?.Shards ?? []));
    last = StreamDescription?.LastEvaluatedShardId;
  } while (last !== undefined);
  return shards;
}

export async function openShard(
  client: DynamoDBStreamsClient,
  streamArn: string,
  id: string,
  start: Start,
): Promise<ShardReader> {
  let behind: string | undefined;
  const position = async (): Promise<string | undefined> => {
    const from =
      behind === undefined
        ? ({ ShardIteratorType: start } as const)
        : ({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: behind } as const);
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: id, ...from }),
    );
    return ShardIterator;
  };
  let iterator = await position();
  return {
    id,
    async read() {
      if (iterator === undefined) return { records: [], ended: true };
      try {
        const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: recordsAPage }));
        const records = page.Records ?? [];
        behind = records.at(-1)?.dynamodb?.SequenceNumber ?? behind;
        iterator = page.NextShardIterator;
        return { records, ended: iterator === undefined };
      } catch (error) {
        // An iterator lives 15 minutes and a record 24 hours, but a laptop may sleep for days.
        if (error instanceof Error && error.name === 'TrimmedDataAccessException') behind = undefined;
        iterator = await position();
        throw error;
      }
    },
  };
}
