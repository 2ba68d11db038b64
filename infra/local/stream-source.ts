import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { type FunctionHandler, invokeWithBatch } from './invoke.ts';
import { backOff, pause, type Running, startLoop } from './loop.ts';
import { listShards, openShard, type ShardReader, type Start } from './shards.ts';
import { toEventRecord } from './stream-record.ts';

interface StreamSource {
  readonly name: string;
  readonly client: DynamoDBStreamsClient;
  readonly streamArn: string;
  readonly handler: FunctionHandler<DynamoDBStreamEvent>;
  /** Filter of the event source mapping. The function never sees records that it rejects. */
  readonly wants: (record: DynamoDBRecord) => boolean;
}

const pollEveryMs = 200;
/** Used when nothing was written for a while: an idle stack should cost next to nothing. */
const pollIdleEveryMs = 1000;
const lookForShardsEveryMs = 5000;
const maxTries = 10;

/**
 * Passes changes of the table to a handler, in order per shard, at least once. Resolves when no later change can be
 * missed. Earlier changes are not replayed: a sweep finds due work.
 */
export async function startStreamSource(source: StreamSource): Promise<Running> {
  const { client, streamArn } = source;
  const known = new Set<string>();
  const readers = new Map<string, ShardReader>();
  let lookAgainAt = 0;
  let wait = pollEveryMs;

  const open = async (id: string, start: Start) => {
    readers.set(id, await openShard(client, streamArn, id, start));
    known.add(id);
  };
  const lookForShards = async () => {
    for (const shard of await listShards(client, streamArn)) {
      const id = shard.ShardId;
      if (id === undefined || known.has(id)) continue;
      // A child holds records after its parent's, so it waits until the parent is read to its end.
      if (!readers.has(shard.ParentShardId ?? '')) await open(id, 'TRIM_HORIZON');
    }
    lookAgainAt = Date.now() + lookForShardsEveryMs;
  };

  for (const { ShardId, SequenceNumberRange } of await listShards(client, streamArn)) {
    if (ShardId === undefined) continue;
    if (SequenceNumberRange?.EndingSequenceNumber === undefined) await open(ShardId, 'LATEST');
    known.add(ShardId);
  }

  return startLoop(source.name, async (signal) => {
    if (readers.size === 0 || Date.now() >= lookAgainAt) await lookForShards();
    let received = false;
    for (const reader of readers.values()) {
      const { records, ended } = await reader.read();
      received ||= records.length > 0;
      await deliver(source, records.map((record) => toEventRecord(record, streamArn)).filter(source.wants), signal);
      if (ended) readers.delete(reader.id);
    }
    wait = received ? pollEveryMs : Math.min(wait * 1.1, pollIdleEveryMs);
    return received ? 0 : wait;
  });
}

/**
 * Repeats until every record is done. After a failure it continues with the first failed record, as the mapping does.
 */
async function deliver(source: StreamSource, records: readonly DynamoDBRecord[], signal: AbortSignal): Promise<void> {
  let rest = records;
  let tries = 0;
  while (rest.length > 0 && !signal.aborted) {
    const event = { Records: [...rest] };
    const failed = await invokeWithBatch(source.name, source.handler, event, rest.map(sequenceOf));
    if (failed.size === 0) return;
    const first = rest.findIndex((record) => failed.has(sequenceOf(record)));
    tries = first > 0 ? 1 : tries + 1;
    rest = rest.slice(first);
    if (tries >= maxTries) {
      console.error(`${source.name}: gave up on a record after ${maxTries} tries; the sweep finds what is due`);
      rest = rest.slice(1);
      tries = 0;
    }
    await pause(backOff(tries), signal);
  }
}

const sequenceOf = (record: DynamoDBRecord) => record.dynamodb?.SequenceNumber ?? '';
