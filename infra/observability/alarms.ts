/**
 * All alarms, one row each, with the entry of the runbook (docs/operating.md) that says what to do. Each metric that one
 * watches costs ten cents a month, also when nobody signs: docs/decisions/096-few-alarms.md.
 */
import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Gateway } from '../gateway.ts';
import type { MailQueue } from '../mailer.ts';
import type { Storage } from '../storage.ts';
import type { AlarmTopic } from './alarm-topic.ts';
import { concurrencyUsed, failedRuns, notStarted, ownMetric, reputation } from './metrics.ts';

/** The monitored parts of a deployment. */
export interface Watched {
  readonly namespace: string;
  readonly gateway: Gateway;
  readonly storage: Storage;
  readonly functions: Readonly<
    Record<
      'PublicApi' | 'Secretariat' | 'Exports' | 'Relay' | 'Mailer' | 'Feedback' | 'Housekeeping' | 'Document',
      LambdaFunction
    >
  >;
  readonly mailQueue: Pick<MailQueue, 'queue' | 'others'>;
  readonly deadLetters: Readonly<Record<'Mail' | 'Feedback' | 'Relay' | 'Document', Queue>>;
}

const minute = Duration.minutes(1);
const fiveMinutes = Duration.minutes(5);

export function addAlarms(topic: AlarmTopic, watched: Watched): void {
  const { namespace, gateway, functions, mailQueue, deadLetters } = watched;
  const setAside = {
    Mail: 'Mails could not be sent.',
    Feedback: 'News about mails could not be read.',
    Relay: 'Changes were not passed on.',
    Document: 'The documents of a delivery could not be made.',
  };
  for (const [name, queue] of Object.entries(deadLetters)) {
    topic.add(`${name}DeadLetters`, {
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: minute, statistic: Stats.MAXIMUM }),
      entry: `${name.toLowerCase()} dead letters`,
      says: setAside[name === 'Mail' || name === 'Feedback' || name === 'Document' ? name : 'Relay'],
      above: 0,
    });
  }
  topic.add('QueueAge', {
    metric: mailQueue.queue.metricApproximateAgeOfOldestMessage({ period: fiveMinutes, statistic: Stats.MAXIMUM }),
    entry: 'queue age',
    says: 'A mail that somebody waits for has waited for more than 15 minutes.',
    above: 900,
  });
  topic.add('OtherQueueAge', {
    metric: mailQueue.others.metricApproximateAgeOfOldestMessage({ period: fiveMinutes, statistic: Stats.MAXIMUM }),
    entry: 'queue age',
    says: 'A receipt or another mail has waited for more than an hour.',
    above: 3600,
  });
  topic.add('StreamAge', {
    metric: functions.Relay.metric('IteratorAge', { period: fiveMinutes, statistic: Stats.MAXIMUM }),
    entry: 'stream age',
    says: 'Changes of the table are passed on more than five minutes late.',
    above: 300_000,
  });
  topic.add('FunctionErrors', {
    metric: failedRuns,
    entry: 'function errors',
    says: 'Functions of this account have failed more than twice in an hour.',
    above: 2,
  });
  topic.add('FailedAnswers', {
    metric: gateway.api.metricServerError({ period: fiveMinutes, statistic: Stats.SUM }),
    entry: 'failed answers',
    says: 'More than five requests in five minutes were answered with a fault of ours.',
    above: 5,
  });
  topic.add('ConsoleFailedAnswers', {
    metric: functions.Secretariat.metric('Url5xxCount', { period: fiveMinutes, statistic: Stats.SUM }),
    entry: 'failed answers',
    says: 'More than five requests to the console in five minutes were answered with a fault of ours.',
    above: 5,
  });
  topic.add('FunctionThrottles', {
    metric: notStarted,
    entry: 'function throttles',
    says: 'Functions were not started because the account runs as many as it may.',
    above: 0,
  });
  topic.add('Quota', {
    metric: concurrencyUsed,
    entry: 'quota',
    says: 'More than 80 % of the executions that the account may run at once are in use.',
    above: 80,
  });
  topic.add('NeedsAttention', {
    metric: ownMetric(namespace, 'NeedsAttention'),
    entry: 'needs attention',
    says: 'SES takes no mail or soon will not, the table puts off requests, or a count is wrong.',
    above: 0,
  });
}

/** Alarms of the SES region. */
export function addMailAlarms(topic: AlarmTopic): void {
  topic.add('Bounces', {
    metric: reputation('Bounce'),
    entry: 'bounces',
    says: 'More than 3 % of the mails come back; SES reviews an account at 5 %.',
    above: 0.03,
    holdUntilData: true,
  });
  topic.add('Complaints', {
    metric: reputation('Complaint'),
    entry: 'complaints',
    says: 'More than 0.05 % of the mails are complained about; SES reviews an account at 0.1 %.',
    above: 0.0005,
    holdUntilData: true,
  });
}
