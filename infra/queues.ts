/** The one way a dead-letter queue is made. */
import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type LogicalName, pin } from './logical-ids.ts';
import { justify } from './nag-suppressions.ts';

/** What every queue has: encrypted at rest, and refused to who does not use TLS. */
export const safeQueue = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;

/** Holds what failed for good for two weeks, the longest that SQS keeps anything, until a person has looked. */
export function deadLetterQueue(scope: Construct, id: string, name: LogicalName): Queue {
  const queue = new Queue(scope, id, { ...safeQueue, retentionPeriod: Duration.days(14) });
  pin(queue, name);
  justify(queue, { SQS3: 'This is a dead-letter queue: an alarm stands at its end, not another queue.' });
  return queue;
}
