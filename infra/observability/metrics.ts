/** What is watched, as metrics: those of AWS, and our own (`shared/platform/config/metric.ts`). */
import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { table as shape } from '../../shared/platform/store/table.ts';

const fiveMinutes = Duration.minutes(5);

/** @param namespace that of this deployment */
export const own = (namespace: string, metricName: string, statistic: string = Stats.SUM, period = fiveMinutes) =>
  new Metric({ namespace, metricName, statistic, period });

/** How often anything was put off by the table or an index of it. */
export function tableThrottles({ tableName: TableName }: Table): IMetric {
  const indexes = Object.values(shape.indexes);
  const one = (metricName: string, more: Record<string, string> = {}) =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: { TableName, ...more },
      statistic: Stats.SUM,
      period: fiveMinutes,
    });
  const usingMetrics = Object.fromEntries([
    ['reads', one('ReadThrottleEvents')],
    ['writes', one('WriteThrottleEvents')],
    ...indexes.map(({ name }) => [name, one('WriteThrottleEvents', { GlobalSecondaryIndexName: name })]),
  ]);
  const expression = Object.keys(usingMetrics)
    .map((name) => `FILL(${name}, 0)`)
    .join(' + ');
  return new MathExpression({ expression, usingMetrics, label: 'Table throttles', period: fiveMinutes });
}

/** Of the account, which they share: how often a function was not started because too many ran. */
export const notStarted = new Metric({
  namespace: 'AWS/Lambda',
  metricName: 'Throttles',
  statistic: Stats.SUM,
  period: fiveMinutes,
});

/** How much of what the account may run at once was running, in percent. */
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

/** How SES sees the account, as a part of 1. */
export const reputation = (of: 'Bounce' | 'Complaint') =>
  new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${of}Rate`,
    statistic: Stats.MAXIMUM,
    period: Duration.hours(1),
  });
