/** Lists the shards of a table's stream, and reads records from a shard. */
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetShardIteratorCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import { jsonCalls } from '../../shared/platform/aws/json-call.ts';
import { postTo } from '../../shared/platform/aws/post.ts';
import { serviceError } from '../../shared/platform/store/service-error.ts';

/** Start of reading: after the existing records, or with the oldest one that is kept. */
export type Start = 'LATEST' | 'TRIM_HORIZON';

/** Records per read, at most. */
export const recordsAPage = 100;

interface Page {
  /** In JSON they have the form that Lambda passes to a function, but for where they come from. */
  readonly records: readonly DynamoDBRecord[];
  /** True when the shard was closed and has been read to its end. */
  readonly ended: boolean;
}

export interface ShardReader {
  readonly id: string;
  read(): Promise<Page>;
}

const page = z.object({
  Records: z.array(z.custom<DynamoDBRecord>((one) => typeof one === 'object' && one !== null)).default([]),
  NextShardIterator: z.string().optional(),
});

/** Most reads find nothing, and an idle stack should cost next to nothing, so they bypass the SDK's middleware. */
function recordReader({ config }: DynamoDBStreamsClient) {
  const call = jsonCalls(postTo('dynamodb', config), 'DynamoDBStreams_20120810', serviceError);
  return async (ShardIterator: string) => {
    const { answer } = await call('GetRecords', JSON.stringify({ ShardIterator, Limit: recordsAPage }));
    return page.parse(answer);
  };
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
  const getRecords = recordReader(client);
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
        const { Records: records, NextShardIterator } = await getRecords(iterator);
        behind = records.at(-1)?.dynamodb?.SequenceNumber ?? behind;
        iterator = NextShardIterator;
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
