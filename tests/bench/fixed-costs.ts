/** Resources that are billed whether or not anybody signs, read from the template of the stack. Pure. */
import * as z from 'zod';

/** As in infra/function.ts. */
export const memoryGb = 0.5;

/** A scheduled run of housekeeping. */
interface Scheduled {
  readonly input: unknown;
  /** Number of starts in thirty days. */
  readonly runs: number;
}

interface FixedCostParts {
  readonly secrets: number;
  /** Alarms are billed by the metrics that they watch. */
  readonly alarmMetrics: number;
  /** Calls by which Lambda asks empty queues. */
  readonly queueCalls: number;
  readonly scheduled: readonly Scheduled[];
}

const days = 30;
const minutes = days * 24 * 60;
/** Lambda asks a queue with five pollers, each of which waits for twenty seconds. */
const callsPerMinute = 15;

const resources = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.unknown().optional() })),
});
const alarm = z.object({ Metrics: z.array(z.looseObject({ MetricStat: z.unknown().optional() })).optional() });
const source = z.object({ EventSourceArn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }) });
const rule = z.object({
  ScheduleExpression: z.string(),
  Targets: z.array(z.object({ Input: z.string() })),
});

/** @returns the number of metrics for which an alarm with these properties is billed: a sum of metrics is all of them */
export function metricsOf(properties: unknown): number {
  const { Metrics } = alarm.parse(properties);
  return Metrics ? Metrics.filter(({ MetricStat }) => MetricStat !== undefined).length : 1;
}

/** @param template the template of the stack, as JSON */
export function fixedCostsIn(template: unknown): FixedCostParts {
  const { Resources } = resources.parse(template);
  const all = (type: string) =>
    Object.values(Resources).flatMap(({ Type, Properties }) => (Type === type ? [Properties] : []));
  const polled = all('AWS::Lambda::EventSourceMapping').filter((properties) => {
    const [id] = source.parse(properties).EventSourceArn['Fn::GetAtt'];
    return Resources[id]?.Type === 'AWS::SQS::Queue';
  });
  return {
    secrets: all('AWS::SecretsManager::Secret').length,
    alarmMetrics: all('AWS::CloudWatch::Alarm').reduce<number>((sum, one) => sum + metricsOf(one), 0),
    queueCalls: polled.length * minutes * callsPerMinute,
    scheduled: all('AWS::Events::Rule').flatMap((properties) => {
      const { ScheduleExpression, Targets } = rule.parse(properties);
      const runs = runsOf(ScheduleExpression);
      return Targets.map(({ Input }) => ({ input: JSON.parse(Input), runs }));
    }),
  };
}

/**
 * @returns how often a schedule starts in thirty days
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function runsOf(schedule: string): number {
  const every = /^rate\((\d+) minutes?\)$/.exec(schedule)?.[1];
  if (every !== undefined) return minutes / Number(every);
  const daily = /^cron\((\d+)\/(\d+) (\d+)(?:-(\d+))? \* \* \? \*\)$/.exec(schedule)?.slice(1);
  if (!daily) throw new Error(`${schedule} is not a schedule that can be priced`);
  const [first = 0, step = 0, from = 0, to = from] = daily.map((part) => (part === undefined ? part : Number(part)));
  return days * (to - from + 1) * Math.ceil((60 - first) / step);
}
