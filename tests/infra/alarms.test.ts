import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { needingAttention } from '../../infra/observability/metrics.ts';
import { template } from './template.ts';

const alarm = z.object({
  Properties: z.object({
    AlarmDescription: z.string(),
    AlarmActions: z.array(z.object({ Ref: z.string() })),
    MetricName: z.string().optional(),
    Threshold: z.number(),
    TreatMissingData: z.string(),
  }),
});
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
  (found) => alarm.parse(found).Properties,
);
const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'operating.md'), 'utf8');
const runbook = guide.slice(guide.indexOf('## Alarms and responses')).split('\n## ')[0] ?? '';
const entries = [...runbook.matchAll(/^\| ([a-z ]+) \|/gm)].map(([, entry]) => entry);

test.each(alarms.map(({ AlarmDescription }) => AlarmDescription))(
  'the runbook has the entry that this alarm names: %s',
  (says) => {
    const entry = /See "(.+)" in docs\/operating\.md\.$/.exec(says)?.[1];
    expect(entries).toContain(entry);
  },
);

test('every alarm notifies somebody', () => {
  expect(alarms.flatMap(({ AlarmActions }) => AlarmActions)).toHaveLength(alarms.length);
  template.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'secretariat@undersigned.example',
  });
  template.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { StringEquals: { 'AWS:SourceAccount': Match.anyValue() } },
        }),
      ]),
    },
  });
});

test('alarms have the expected metrics, thresholds and handling of missing data', () => {
  const rows = alarms.map(({ MetricName, Threshold, TreatMissingData }) => [MetricName, Threshold, TreatMissingData]);
  expect(rows.map((row) => row.join(' ')).toSorted()).toEqual(
    [
      ...Array.from({ length: 4 }, () => 'ApproximateNumberOfMessagesVisible 0 notBreaching'),
      'ApproximateAgeOfOldestMessage 900 notBreaching',
      'ApproximateAgeOfOldestMessage 3600 notBreaching',
      'IteratorAge 300000 notBreaching',
      // Of all functions, as are the throttles.
      'Errors 2 notBreaching',
      '5xx 5 notBreaching',
      'Url5xxCount 5 notBreaching',
      'Throttles 0 notBreaching',
      // Metric math: used part of the concurrency quota.
      ' 80 notBreaching',
      'NeedsAttention 0 notBreaching',
      'Reputation.BounceRate 0.03 ignore',
      'Reputation.ComplaintRate 0.0005 ignore',
    ].toSorted(),
  );
});

test('the alarms on all functions name no function, and an hour is long enough for nightly tasks', () => {
  for (const [MetricName, Period] of [
    ['Errors', 3600],
    ['Throttles', 300],
  ]) {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...{ Namespace: 'AWS/Lambda', MetricName, Period, Statistic: 'Sum' },
      Dimensions: Match.absent(),
    });
  }
});

test('the dashboard and the runbook tell apart what shares an alarm', () => {
  const dashboard = JSON.stringify(template.findResources('AWS::CloudWatch::Dashboard'));
  const row = runbook.split('\n').find((line) => line.startsWith('| needs attention |'));
  for (const name of needingAttention) {
    expect(dashboard).toContain(`\\"Undersigned\\",\\"${name}\\"`);
    expect(row).toContain(`*${name}*`);
  }
  const eachFunction = JSON.stringify(dashboard).match(/AWS\/Lambda[^\]]*?Errors[^\]]*?FunctionName/g) ?? [];
  expect(eachFunction).toHaveLength(8);
});

test('every queue has an alarm for its failed or waiting messages', () => {
  template.resourceCountIs('AWS::SQS::Queue', 6);
});

test('one dashboard shows the metrics of the functions', () => {
  template.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
  const dashboard = JSON.stringify(template.findResources('AWS::CloudWatch::Dashboard'));
  for (const name of ['Submitted', 'Mailed', 'Landed', 'Confirmed', 'Held', 'Bounced', 'Complained', 'CountDrift']) {
    expect(dashboard).toContain(`\\"Undersigned\\",\\"${name}\\"`);
  }
});
