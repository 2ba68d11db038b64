/** What happens by the clock. */
import { Duration } from 'aws-cdk-lib';
import { Schedule as Rate, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { housekeepingEnv } from '../shared/config/env.ts';
import { makeFunction } from './function.ts';
import type { MailQueue } from './mail.ts';
import type { Storage } from './storage.ts';

export interface ScheduleProps {
  readonly storage: Storage;
  readonly mailQueue: MailQueue;
}

export class Schedule extends Construct {
  constructor(scope: Construct, id: string, { storage, mailQueue }: ScheduleProps) {
    super(scope, id);
    const housekeeping = makeFunction(this, 'Housekeeping', {
      name: 'housekeeping',
      description: 'finds what is due and was not done',
      timeout: Duration.seconds(50),
      schema: housekeepingEnv,
      environment: { TABLE_NAME: storage.table.tableName, MAIL_QUEUE_URL: mailQueue.queue.queueUrl },
    });
    // A sweep that failed is not tried again: the next one comes within the minute and finds the same.
    housekeeping.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    storage.allow(housekeeping, 'dynamodb:UpdateItem');
    storage.allowQuery(housekeeping, 'due');
    mailQueue.queue.grant(housekeeping, 'sqs:SendMessage');

    // A rule rather than EventBridge Scheduler: the function's own policy names the rule, no further role is needed.
    new Rule(this, 'Sweep', {
      description: 'Undersigned: looks every minute for mail that is due and was not sent',
      schedule: Rate.rate(Duration.minutes(1)),
      targets: [
        new LambdaFunction(housekeeping, {
          event: RuleTargetInput.fromObject({ task: 'sweep', olderThanSeconds: 60 }),
          retryAttempts: 0,
        }),
      ],
    });
  }
}
