import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { housekeepingTask } from '../../functions/housekeeping/task.ts';
import { sweepDelay } from '../../shared/mail/sweep-time.ts';
import { documentsDuePartition } from '../../shared/platform/store/keys.ts';
import { functionNamed, resource, template } from './template.ts';

const queue = z.object({
  Properties: z.object({
    VisibilityTimeout: z.number(),
    RedrivePolicy: z.object({ maxReceiveCount: z.number(), deadLetterTargetArn: z.unknown() }),
  }),
});

test('the relay runs only for due items, and gives up on a record rather than on a shard', () => {
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    BatchSize: 100,
    BisectBatchOnFunctionError: true,
    DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    FilterCriteria: {
      Filters: [
        { Pattern: '{"dynamodb":{"NewImage":{"due":{"S":[{"exists":true}]}}}}' },
        { Pattern: JSON.stringify({ dynamodb: { NewImage: { pk: { S: [documentsDuePartition] } } } }) },
      ],
    },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumRetryAttempts: 10,
    StartingPosition: 'TRIM_HORIZON',
  });
});

test.each([
  ['MailQueue1D1A7CA5', 10],
  ['MailQueueOthers', 5],
])('the mailer reads %s with limited concurrency and reports each mail separately', (queueId, BatchSize) => {
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    BatchSize,
    EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp(queueId), 'Arn'] },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 2 },
  });
});

test.each(['MailQueue', 'MailQueueOthers'])(
  'a received mail of %s stays hidden for six times the mailer’s timeout',
  (name) => {
    const { VisibilityTimeout, RedrivePolicy } = resource('AWS::SQS::Queue', name, queue).Properties;
    // Lambda counts a batch that it could not start as received.
    expect(RedrivePolicy.maxReceiveCount).toBe(10);
    expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * functionNamed('MailMailer').Timeout);
    expect(JSON.stringify(RedrivePolicy.deadLetterTargetArn)).toContain('MailQueueDeadLetters');
  },
);

test.each([
  ['rate(1 minute)', { task: 'sweep', olderThanSeconds: sweepDelay / 1000, shards: 4 }],
  ['rate(5 minutes)', { task: 'letters' }],
  ['rate(1 minute)', { task: 'bulk' }],
  ['rate(15 minutes)', { task: 'snapshots' }],
  ['cron(5/15 2-3 * * ? *)', { task: 'reconcile' }],
  ['cron(5/10 4 * * ? *)', { task: 'retention' }],
  ['cron(5/10 5 * * ? *)', { task: 'digest' }],
])('%s starts housekeeping with the valid task %j', (ScheduleExpression, task) => {
  expect(housekeepingTask.parse(task)).toEqual(task);
  template.hasResourceProperties('AWS::Events::Rule', {
    ScheduleExpression,
    State: 'ENABLED',
    Targets: [Match.objectLike({ Input: JSON.stringify(task) })],
  });
});

test('one route handles everything', () => {
  template.resourceCountIs('AWS::ApiGatewayV2::Route', 1);
  template.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: '$default', AuthorizationType: 'NONE' });
});

test('logs expire after a month', () => {
  template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
});

test('the outputs for the command line and the tests exist', () => {
  const { PublicUrl, TableName, MailQueueUrl, OtherMailQueueUrl, SecretId } = template.findOutputs('*');
  expect([PublicUrl, TableName, MailQueueUrl, OtherMailQueueUrl, SecretId]).not.toContain(undefined);
});
