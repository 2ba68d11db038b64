/** What SES tells about mails that we sent: from the configuration set over a topic to the function that draws the conclusions. */
import { Duration } from 'aws-cdk-lib';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { type ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { mailFeedbackEnv } from '../shared/config/env.ts';
import { makeFunction } from './function.ts';
import { deadLetterQueue } from './queues.ts';
import type { Secrets } from './secrets.ts';
import type { Storage } from './storage.ts';

export interface FeedbackProps {
  readonly storage: Storage;
  readonly secrets: Secrets;
  /** Every mail names it, so its events are those of our mails. */
  readonly configurationSet: ConfigurationSet;
}

export class Feedback extends Construct {
  readonly topic: Topic;
  /** Events name the mailbox, so these hold some: encrypted, and gone after two weeks as everything in a queue. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { storage, secrets, configurationSet }: FeedbackProps) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters');
    // No key of its own: SES cannot publish under the one that AWS manages, and a topic keeps nothing.
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });

    const handler = makeFunction(this, 'Function', {
      name: 'mail-feedback',
      description: 'closes, marks and suppresses what bounced or was complained about',
      timeout: Duration.seconds(30),
      schema: mailFeedbackEnv,
      environment: { TABLE_NAME: storage.table.tableName, SECRET_ID: secrets.secretId },
    });
    storage.allow(handler, 'dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem');
    secrets.allowRead(handler);
    // Once and twice more, minutes apart; then a person looks.
    handler.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(this.deadLetters) });

    // Only this topic may start the function, and only the configuration set may publish to the topic (both by IAM).
    this.topic.addSubscription(new LambdaSubscription(handler, { deadLetterQueue: this.deadLetters }));
    configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.snsTopic(this.topic),
      events: [
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY_DELAY,
      ],
    });
  }
}
