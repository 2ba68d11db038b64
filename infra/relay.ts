/** From the table's stream to the queues: sends on what a change makes due. */
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { relayEnv } from '../shared/platform/config/env.ts';
import type { Document } from './document.ts';
import { makeFunction } from './function.ts';
import { pinLogicalId } from './logical-ids.ts';
import type { MailQueue } from './mailer.ts';
import { suppressNag } from './nag-suppressions.ts';
import { deadLetterQueue } from './queues.ts';
import type { Storage } from './storage.ts';

export interface RelayProps {
  readonly storage: Storage;
  readonly mailQueue: MailQueue;
  readonly document: Document;
}

export class Relay extends Construct {
  readonly deadLetters: Queue;
  readonly handler: LambdaFunction;

  constructor(scope: Construct, id: string, { storage, mailQueue, document }: RelayProps) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', 'relayDeadLetters');

    const relay = makeFunction(this, 'Function', {
      name: 'relay',
      description: 'reads changes of the table and queues the mails that they cause',
      timeout: Duration.seconds(30),
      schema: relayEnv,
      environment: { ...mailQueue.environment, ...document.environment },
    });
    const stream = storage.streamArn;
    relay.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [stream],
      }),
    );
    relay.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }));
    const source = relay.addEventSourceMapping('Stream', {
      eventSourceArn: stream,
      // From the oldest record, so that nothing written while the stack was being created is missed.
      startingPosition: StartingPosition.TRIM_HORIZON,
      // Only items with something due: most changes (counts, claims, tokens) never start the function. Lambda compares
      // only leaves, so the pattern has the type below the attribute.
      filters: [
        FilterCriteria.filter({ dynamodb: { NewImage: { due: { S: FilterRule.exists() } } } }),
        // Documents of deliveries that are due (`documentsDuePartition`).
        FilterCriteria.filter({ dynamodb: { NewImage: { pk: { S: FilterRule.isEqual('DOCUMENTSDUE') } } } }),
      ],
      batchSize: 100,
      // One execution per shard: a batch of ten queue calls keeps up with a shard's 1,000 writes a second.
      parallelizationFactor: 1,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      // After that the shard moves on, and the sweep finds the due mail: one bad record must not delay a day of mail.
      retryAttempts: 10,
      onFailure: new SqsDlq(this.deadLetters),
    });
    pinLogicalId(source, 'relayStream');
    mailQueue.allowSending(relay);
    document.allowStarting(relay);
    const reason = 'dynamodb:ListStreams, which Lambda asks for to read a stream, can be allowed on all streams only.';
    suppressNag(relay.role ?? relay, { IAM5: reason }, 'Resource::*');
    this.handler = relay;
  }
}
