/** Metrics of AWS that are monitored, and our own (`shared/platform/config/metric.ts`). */
import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { table as shape } from '../../shared/platform/store/table.ts';

const fiveMinutes = Duration.minutes(5);

/** @param namespace namespace of this deployment */
export const ownMetric = (namespace: string, metricName: string, statistic: string = Stats.SUM, period = fiveMinutes) =>
  new Metric({ namespace, metricName, statistic, period });

/** Requests that were throttled by the table or one of its indexes. */
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

/** Of the whole account, as functions share the limit: starts that were refused because too many functions ran. */
export const notStarted = new Metric({
  namespace: 'AWS/Lambda',
  metricName: 'Throttles',
  statistic: Stats.SUM,
  period: fiveMinutes,
});

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
