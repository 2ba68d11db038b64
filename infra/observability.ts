/** What tells the owner that something is wrong: logs that are kept briefly, and alarms. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Logs hold no personal data; a month is enough to find a fault, and the end of it needs nobody to remember. */
export function functionLogs(scope: Construct, id: string): LogGroup {
  return new LogGroup(scope, id, { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
}

/** For dead-letter queues, where one message is one too many. */
export function alarmWhenNotEmpty(queue: Queue, alarmDescription: string): void {
  queue
    .metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: Stats.MAXIMUM })
    .createAlarm(queue, 'NotEmpty', {
      alarmDescription,
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
}

/** The nightly recount found another number than the count. It rings until a recount finds them equal. */
export function alarmOnCountDrift(scope: Construct): void {
  new Metric({
    namespace: 'Undersigned',
    metricName: 'CountDrift',
    period: Duration.hours(1),
    statistic: Stats.MAXIMUM,
  }).createAlarm(scope, 'CountDrift', {
    alarmDescription: 'The count of a letter is not what its list says. See docs/operating.md.',
    threshold: 0,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.IGNORE,
  });
}
