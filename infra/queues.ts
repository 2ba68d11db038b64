/** Creates every dead-letter queue. */
import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type LogicalName, pinLogicalId } from './logical-ids.ts';
import { suppressNag } from './nag-suppressions.ts';

/** Settings of every queue: encrypted at rest, TLS only. */
export const encryptedQueue = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;

/** Keeps messages that failed for good for two weeks, the maximum in SQS, so that somebody can look at them. */
export function deadLetterQueue(scope: Construct, id: string, name: LogicalName): Queue {
  const queue = new Queue(scope, id, { ...encryptedQueue, retentionPeriod: Duration.days(14) });
  pinLogicalId(queue, name);
  suppressNag(queue, { SQS3: 'This is a dead-letter queue: an alarm watches it.' });
  return queue;
}
