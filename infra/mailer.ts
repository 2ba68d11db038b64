/** The last step of the outbox: the queues of due mails, and the mailer. */
import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IConfigurationSet } from 'aws-cdk-lib/aws-ses';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { maxReceives } from '../shared/mail/receives.ts';
import { mailerEnv } from '../shared/platform/config/env.ts';
import type { Config } from './config.ts';
import type { Files } from './files.ts';
import { makeFunction, visibilityFor } from './function.ts';
import { mailerSourceId, pinLogicalId } from './logical-ids.ts';
import { suppressNag } from './nag-suppressions.ts';
import { deadLetterQueue, encryptedQueue } from './queues.ts';
import type { Secrets } from './secrets.ts';
import type { Storage } from './storage.ts';

const mailerTimeout = Duration.seconds(60);

/**
 * Two queues, so that mails that people wait for are never stuck behind many others (`lane` in
 * `shared/mail/kind.ts`). Mails of both queues that could not be sent go to one dead-letter queue.
 */
export class MailQueue extends Construct {
  /** Confirmation requests and sign-in links. */
  readonly queue: Queue;
  readonly others: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', 'mailDeadLetters');
    const settings = {
      ...encryptedQueue,
      visibilityTimeout: visibilityFor(mailerTimeout),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: maxReceives },
    };
    this.queue = new Queue(this, 'Queue', settings);
    pinLogicalId(this.queue, 'mailQueue');
    this.others = new Queue(this, 'Others', settings);
  }

  /** @returns the environment of a function that works with mails (`shared/platform/config/env.ts`) */
  get environment(): { MAIL_QUEUE_URL: string; OTHER_MAIL_QUEUE_URL: string } {
    return { MAIL_QUEUE_URL: this.queue.queueUrl, OTHER_MAIL_QUEUE_URL: this.others.queueUrl };
  }

  allowSending(to: LambdaFunction): void {
    for (const queue of [this.queue, this.others]) queue.grant(to, 'sqs:SendMessage');
  }
}

export interface MailerProps {
  readonly config: Pick<Config, 'mailFrom' | 'sender' | 'stackName' | 'mailerConcurrency' | 'sesRegion'>;
  readonly storage: Storage;
  readonly files: Files;
  readonly secrets: Secrets;
  readonly mailQueue: MailQueue;
  readonly publicUrl: string;
  /** Named in every mail, so that its events reach us. */
  readonly configurationSet: IConfigurationSet;
  /** Named in mails that hand a letter over instead. */
  readonly handoverSet: IConfigurationSet;
}

export class Mailer extends Construct {
  readonly mailer: LambdaFunction;

  constructor(scope: Construct, id: string, props: MailerProps) {
    super(scope, id);
    const { config, storage, files, secrets, mailQueue, publicUrl, configurationSet, handoverSet } = props;
    const region = config.sesRegion ?? Stack.of(this).region;

    const mailer = makeFunction(this, 'Mailer', {
      name: 'mailer',
      description: 'composes and sends mail',
      timeout: mailerTimeout,
      schema: mailerEnv,
      environment: {
        TABLE_NAME: storage.table.tableName,
        SECRET_ID: secrets.secretId,
        PUBLIC_URL: publicUrl,
        MAIL_FROM: config.mailFrom,
        CONFIGURATION_SET: configurationSet.configurationSetName,
        HANDOVER_CONFIGURATION_SET: handoverSet.configurationSetName,
        ...mailQueue.environment,
        BUCKET_NAME: files.bucket.bucketName,
        METRIC_NAMESPACE: config.stackName,
        SES_REGION: region,
        MAILERS: String(config.mailerConcurrency),
      },
    });
    const workOn = (id: string, queue: Queue, batchSize: number) => {
      // Also to count the mails that wait in the other queue.
      queue.grantConsumeMessages(mailer);
      return mailer.addEventSourceMapping(id, {
        eventSourceArn: queue.queueArn,
        batchSize,
        reportBatchItemFailures: true,
        // Limited by the queue, as new accounts have too few executions to reserve any. Each mailer keeps its share of
        // the SES rate.
        maxConcurrency: config.mailerConcurrency,
      });
    };
    pinLogicalId(workOn('Queue', mailQueue.queue, 10), { id: mailerSourceId(config.stackName) });
    // Smaller batches, as this queue has the smaller share of the rate (`functions/mailer/rate-limit.ts`).
    workOn('Others', mailQueue.others, 5);
    // Deletes requests for links once they are answered, and checks whether any member owns everything.
    storage.allow(
      mailer,
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:Query',
    );
    // Finds the signers of an organisation that says it did not sign.
    storage.allowQuery(mailer, 'byName');
    secrets.allowRead(mailer);
    // Attaches documents, or links to them.
    files.allow(mailer, 'made', 's3:GetObject');

    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', region, resource, resourceName });
    // In the sandbox, SES also checks the identity of the recipient, which can be any. So the policy limits the sender
    // instead.
    // https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html
    mailer.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [arn('identity', '*')],
        conditions: { StringEquals: { 'ses:FromAddress': config.sender.asWritten } },
      }),
    );
    mailer.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [configurationSet, handoverSet].map((set) => arn('configuration-set', set.configurationSetName)),
      }),
    );
    mailer.addToRolePolicy(new PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] }));
    const reason = 'ses:GetSendQuota, which tells the pace of the account, can be allowed on everything only.';
    suppressNag(mailer.role ?? mailer, { IAM5: reason }, 'Resource::*');
    const recipients =
      'In the sandbox SES asks about the recipient’s identity as well; the condition names the one sender.';
    suppressNag(mailer.role ?? mailer, { IAM5: recipients }, { regex: '/^Resource::arn:.*:ses:.*:identity/\\*$/' });
    this.mailer = mailer;
  }
}
