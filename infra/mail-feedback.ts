/** Feedback from SES on our mails: a topic, and the function that acts on it. */
import { Duration, Stack } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { mailFeedbackEnv } from '../shared/platform/config/env.ts';
import type { Config } from './config.ts';
import { makeFunction } from './function.ts';
import { pinLogicalId } from './logical-ids.ts';
import { deadLetterQueue } from './queues.ts';
import type { Secrets } from './secrets.ts';
import type { Storage } from './storage.ts';

export interface MailFeedbackProps {
  readonly config: Pick<Config, 'stackName'>;
  readonly storage: Storage;
  readonly secrets: Secrets;
  /** Topic to which SES publishes. */
  readonly topic: ITopic;
}

export class MailFeedback extends Construct {
  readonly handler: LambdaFunction;
  /**
   * Events contain mailboxes, so the queue is encrypted and keeps them for two weeks, like every dead-letter queue
   * here.
   */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { config, storage, secrets, topic }: MailFeedbackProps) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', 'feedbackDeadLetters');
    const handler = makeFunction(this, 'Function', {
      name: 'mail-feedback',
      description: 'handles bounces and complaints that SES reports',
      timeout: Duration.seconds(30),
      schema: mailFeedbackEnv,
      environment: {
        TABLE_NAME: storage.table.tableName,
        SECRET_ID: secrets.secretId,
        METRIC_NAMESPACE: config.stackName,
      },
    });
    storage.allow(handler, 'dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem');
    secrets.allowRead(handler);
    // Three attempts, minutes apart; then somebody has to look.
    handler.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(this.deadLetters) });
    pinLogicalId(handler.node.findChild('EventInvokeConfig'), 'feedbackInvocation');

    // Only this topic may start the function. SNS supports a dead-letter queue only in its own region; across regions
    // it retries for 23 days.
    const isNear = Stack.of(topic) === Stack.of(this);
    const source = new LambdaSubscription(handler, isNear ? { deadLetterQueue: this.deadLetters } : {});
    pinLogicalId(topic.addSubscription(source), 'feedbackSubscription');
    this.handler = handler;
  }
}
