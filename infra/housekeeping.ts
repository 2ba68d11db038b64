/** Scheduled tasks. */
import { Duration } from 'aws-cdk-lib';
import { Schedule as Rate, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunctionConstruct } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { housekeepingEnv } from '../shared/platform/config/env.ts';
import type { Config } from './config.ts';
import type { Document } from './document.ts';
import { makeFunction } from './function.ts';
import { pinLogicalId } from './logical-ids.ts';
import type { MailQueue } from './mailer.ts';
import type { Secrets } from './secrets.ts';
import type { Storage } from './storage.ts';

/** A task that runs out of time continues in its next run, so nightly tasks run several times. */
const rules = [
  {
    id: 'Sweep',
    description: 'sends overdue mail and expires unconfirmed signatures, every minute',
    when: Rate.rate(Duration.minutes(1)),
    // Ten minutes, as in shared/mail/sweep-time.ts: younger mails are most likely still being sent. Four of the 32 shards
    // in turn, and all as soon as one has anything: docs/decisions/095-sweep-in-turn.md.
    input: { task: 'sweep', olderThanSeconds: 600, shards: 4 },
  },
  {
    id: 'Letters',
    description: 'closes letters on their closing date and asks signers about new versions',
    when: Rate.rate(Duration.minutes(5)),
    input: { task: 'letters' },
  },
  {
    id: 'Bulk',
    description: 'continues bulk actions, imports and updates',
    when: Rate.rate(Duration.minutes(1)),
    input: { task: 'bulk' },
  },
  {
    id: 'Snapshots',
    description: 'counts signatures by country, language, partner and day',
    when: Rate.rate(Duration.minutes(15)),
    input: { task: 'snapshots' },
  },
  {
    id: 'Reconcile',
    description: 'checks the count of each letter against its signatures, every night',
    when: Rate.cron({ hour: '2-3', minute: '5/15' }),
    input: { task: 'reconcile' },
  },
  {
    id: 'Retention',
    description: 'erases data of letters whose retention period has ended, every day',
    when: Rate.cron({ hour: '4', minute: '5/10' }),
    input: { task: 'retention' },
  },
  {
    id: 'Digest',
    description: 'sends members a summary of their letters, every morning',
    when: Rate.cron({ hour: '5', minute: '5/10' }),
    input: { task: 'digest' },
  },
];

export interface HousekeepingProps {
  readonly storage: Storage;
  readonly secrets: Secrets;
  readonly mailQueue: MailQueue;
  readonly document: Document;
  readonly config: Pick<Config, 'stackName'>;
}

export class Housekeeping extends Construct {
  readonly housekeeping: LambdaFunctionConstruct;

  constructor(scope: Construct, id: string, { config, storage, secrets, mailQueue, document }: HousekeepingProps) {
    super(scope, id);
    const housekeeping = makeFunction(this, 'Housekeeping', {
      name: 'housekeeping',
      description: 'runs scheduled tasks and retries overdue work',
      timeout: Duration.minutes(5),
      schema: housekeepingEnv,
      environment: {
        TABLE_NAME: storage.table.tableName,
        SECRET_ID: secrets.secretId,
        ...mailQueue.environment,
        ...document.environment,
        METRIC_NAMESPACE: config.stackName,
      },
    });
    // Failed runs are not retried: the next one comes soon and finds the same work.
    housekeeping.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    pinLogicalId(housekeeping.node.findChild('EventInvokeConfig'), 'housekeepingInvocation');
    storage.allow(
      housekeeping,
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      // An erasure checks that no list with the name is being frozen.
      'dynamodb:ConditionCheckItem',
      'dynamodb:Query',
    );
    storage.allowQuery(housekeeping, 'due', 'newest', 'listedByTime', 'byName');
    secrets.allowRead(housekeeping);
    mailQueue.allowSending(housekeeping);
    document.allowStarting(housekeeping);
    for (const rule of rules) this.startBy(rule, housekeeping);
    this.housekeeping = housekeeping;
  }

  /**
   * An EventBridge rule rather than EventBridge Scheduler: the function's own policy names the rule, so no further role
   * is needed.
   */
  private startBy({ id, description, when, input }: (typeof rules)[number], target: LambdaFunctionConstruct): void {
    new Rule(this, id, {
      description: `Undersigned: ${description}`,
      schedule: when,
      targets: [new LambdaFunction(target, { event: RuleTargetInput.fromObject(input), retryAttempts: 0 })],
    });
  }
}
