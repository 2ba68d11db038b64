/** What SES tells about mails that we sent: from a topic to the function that draws the conclusions. */
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
import { pin } from './logical-ids.ts';
import { deadLetterQueue } from './queues.ts';
import type { Secrets } from './secrets.ts';
import type { Storage } from './storage.ts';

export interface FeedbackProps {
  readonly config: Pick<Config, 'stackName'>;
  readonly storage: Storage;
  readonly secrets: Secrets;
  /** Where SES tells it. */
  readonly topic: ITopic;
}

export class Feedback extends Construct {
  readonly handler: LambdaFunction;
  /** Events name the mailbox, so these hold some: encrypted, and gone after two weeks as everything in a queue. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { config, storage, secrets, topic }: FeedbackProps) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', 'feedbackDeadLetters');
    const handler = makeFunction(this, 'Function', {
      name: 'mail-feedback',
      description: 'closes, marks and suppresses what bounced or was complained about',
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
    // Once and twice more, minutes apart; then a person looks.
    handler.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(this.deadLetters) });
    pin(handler.node.findChild('EventInvokeConfig'), 'feedbackInvocation');

    // Only this topic may start the function.
    // SNS sets aside only in its own region; from another it tries for 23 days.
    const isNear = Stack.of(topic) === Stack.of(this);
    const source = new LambdaSubscription(handler, isNear ? { deadLetterQueue: this.deadLetters } : {});
    pin(topic.addSubscription(source), 'feedbackSubscription');
    this.handler = handler;
  }
}
