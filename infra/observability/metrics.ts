/** Metrics of AWS that are monitored, and our own (`shared/platform/config/metric.ts`). */
import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';

import { acceptable } from '../../shared/platform/config/metric.ts';

const fiveMinutes = Duration.minutes(5);

/** Names of our own metrics that share the alarm `NeedsAttention`. */
export const needingAttention: readonly string[] = Object.keys(acceptable);

/** @param namespace namespace of this deployment */
export const ownMetric = (namespace: string, metricName: string, statistic: string = Stats.SUM, period = fiveMinutes) =>
  new Metric({ namespace, metricName, statistic, period });

/**
 * Sum over all functions of the account in this region, which is one metric where each function's own would be eight.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics.html ("Across All Functions")
 */
const ofAllFunctions = (metricName: string, period: Duration) =>
  new Metric({ namespace: 'AWS/Lambda', metricName, statistic: Stats.SUM, period });

/** Starts that were refused because too many functions of the account ran. */
export const notStarted = ofAllFunctions('Throttles', fiveMinutes);

/** Failed runs. An hour, because a nightly task runs every ten minutes. */
export const failedRuns = ofAllFunctions('Errors', Duration.hours(1));

/** Used part of the account's concurrent executions, in percent. */
export const concurrencyUsed = new MathExpression({
  expression: 'running / SERVICE_QUOTA(running) * 100',
  label: 'Concurrent executions, % of the quota',
  period: fiveMinutes,
  usingMetrics: {
    running: new Metric({
      namespace: 'AWS/Usage',
      metricName: 'ResourceCount',
      dimensionsMap: { Service: 'Lambda', Type: 'Resource', Resource: 'ConcurrentExecutions', Class: 'None' },
      statistic: Stats.MAXIMUM,
      period: fiveMinutes,
    }),
  },
});

/** The account's bounce or complaint rate as SES sees it, from 0 to 1. */
export const reputation = (of: 'Bounce' | 'Complaint') =>
  new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${of}Rate`,
    statistic: Stats.MAXIMUM,
    period: Duration.hours(1),
  });
