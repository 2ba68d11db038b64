/** The last leg of the outbox: the queue that tells which mail is due, the mailer, and SES. */
import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { ConfigurationSet, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { mailerEnv } from '../shared/config/env.ts';
import type { Config } from './config.ts';
import { makeFunction, visibilityFor } from './function.ts';
import { deadLetterQueue, safeQueue } from './queues.ts';
import type { Secrets } from './secrets.ts';
import type { Storage } from './storage.ts';

const mailerTimeout = Duration.seconds(60);

export class MailQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters');
    this.queue = new Queue(this, 'Queue', {
      ...safeQueue,
      visibilityTimeout: visibilityFor(mailerTimeout),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
  }
}

export interface MailProps {
  readonly config: Pick<Config, 'mailFrom' | 'sender'>;
  readonly storage: Storage;
  readonly secrets: Secrets;
  readonly mailQueue: MailQueue;
  readonly publicUrl: string;
}

export class Mail extends Construct {
  readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, { config, storage, secrets, mailQueue, publicUrl }: MailProps) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'Events', { reputationMetrics: true });
    // The owner finds its three DNS records in the SES console, or with `aws sesv2 get-email-identity`.
    // The domain rather than the address: only a domain can be signed for (DKIM), and unsigned mail is not delivered.
    const sender = new EmailIdentity(this, 'Sender', { identity: Identity.domain(config.sender.domain) });

    const mailer = makeFunction(this, 'Mailer', {
      name: 'mailer',
      description: 'composes and sends the mails that are due',
      timeout: mailerTimeout,
      schema: mailerEnv,
      environment: {
        TABLE_NAME: storage.table.tableName,
        SECRET_ID: secrets.secretId,
        PUBLIC_URL: publicUrl,
        MAIL_FROM: config.mailFrom,
        CONFIGURATION_SET: this.configurationSet.configurationSetName,
      },
    });
    mailer.addEventSource(
      new SqsEventSource(mailQueue.queue, {
        batchSize: 10,
        reportBatchItemFailures: true,
        // The pace of SES, kept by the queue: new accounts have too few executions to reserve any.
        maxConcurrency: 2,
      }),
    );
    // It deletes requests for links when they are answered.
    storage.allow(
      mailer,
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
    );
    secrets.allowRead(mailer);

    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    mailer.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [
          sender.emailIdentityArn,
          // Where the owner has verified the address as well, SES asks about that identity instead.
          arn('identity', config.sender.address),
          arn('configuration-set', this.configurationSet.configurationSetName),
        ],
      }),
    );
  }
}
