/** Checks for every stack, deployed or local. */
import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { listDueDocuments } from '../../shared/delivery/due.ts';
import { readDeliveries } from '../../shared/delivery/storage.ts';
import { listLetters } from '../../shared/letter/storage.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { differenceOf, recount } from '../../shared/signature/lists/recount.ts';
import { type Finding, fail } from './finding.ts';
import { answers, deliveries, drift } from './running.ts';

/** Timeouts, so that a check without an answer ends. */
export const clientOptions = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
};

/** Recounts every letter that can have been signed. */
export async function* driftOf(store: Store): AsyncGenerator<Finding> {
  for (const { slug, state } of await listLetters(store)) {
    if (state === 'draft') continue;
    const found = await recount(store, slug, { now: new Date(), pause: sleep });
    yield drift(slug, found.outcome === 'busy' ? 'busy' : differenceOf(found));
  }
}

/** Documents are made in a minute or two, also when the first attempts fail. In milliseconds. */
const madeWithin = 30 * 60 * 1000;

/** Counts deliveries that need somebody. A failed one with a later one of the same letter needs nobody. */
export async function deliveriesOf(store: Store, now: Date): Promise<Finding> {
  const due = await listDueDocuments(store);
  const stuck = due.filter(({ since }) => Date.parse(since) < now.getTime() - madeWithin).length;
  let failed = 0;
  for (const { slug } of await listLetters(store)) {
    const last = (await readDeliveries(store, slug)).deliveries.at(-1);
    if (last?.progress.state === 'failed' && !last.cancelledAt) failed += 1;
  }
  return deliveries({ failed, stuck });
}

export async function answerOf(publicUrl: string): Promise<Finding> {
  try {
    const { status } = await fetch(`${publicUrl}/health`, { signal: AbortSignal.timeout(10_000) });
    return answers(publicUrl, status);
  } catch {
    return answers(publicUrl, undefined);
  }
}

/** @returns the number of messages in a queue, including those in flight; undefined when the queue cannot be read */
export async function messagesIn(sqs: SQSClient, QueueUrl: string): Promise<number | undefined> {
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  try {
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] }));
    return names.reduce((sum, name) => sum + Number(Attributes?.[name] ?? 0), 0);
  } catch {
    return undefined;
  }
}

/** Reports a failed check as a finding, so that the others continue. */
export async function* reportFailure(
  check: string,
  examine: () => AsyncIterable<Finding> | Promise<readonly Finding[]>,
): AsyncGenerator<Finding> {
  try {
    yield* await examine();
  } catch (error) {
    const why = error instanceof Error ? error.name : 'unknown';
    yield fail(
      check,
      `could not be checked (${why})`,
      'see whether it is reached, and whether the credentials may read it',
    );
  }
}
