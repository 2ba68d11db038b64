/** Cost of the stack while nobody signs: cents for each resource, and none that is paid for waiting. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { fixedCostsIn, metricsOf, runsOf } from '../bench/fixed-costs.ts';
import { makeStack } from './stack.ts';
import { template } from './template.ts';

/** Dollars a month at list prices (https://aws.amazon.com/pricing/), for a resource that nobody uses. */
const idle: Readonly<Record<string, number>> = {
  // Billed by request, item or byte, or not at all. Of budgets, two are free and a third is 60 cents.
  'AWS::Budgets::Budget': 0,
  'AWS::ApiGatewayV2::Api': 0,
  'AWS::ApiGatewayV2::Integration': 0,
  'AWS::ApiGatewayV2::Route': 0,
  'AWS::ApiGatewayV2::Stage': 0,
  'AWS::CloudFront::CachePolicy': 0,
  'AWS::CloudFront::Distribution': 0,
  'AWS::CloudFront::Function': 0,
  'AWS::CloudFront::OriginRequestPolicy': 0,
  'AWS::CloudFront::ResponseHeadersPolicy': 0,
  'AWS::DynamoDB::Table': 0,
  'AWS::Events::Rule': 0,
  'AWS::IAM::Policy': 0,
  'AWS::IAM::Role': 0,
  'AWS::Lambda::EventInvokeConfig': 0,
  'AWS::Lambda::EventSourceMapping': 0,
  'AWS::Lambda::Function': 0,
  'AWS::Lambda::Permission': 0,
  'AWS::Lambda::Url': 0,
  'AWS::Logs::LogGroup': 0,
  'AWS::S3::Bucket': 0,
  'AWS::S3::BucketPolicy': 0,
  'AWS::SES::ConfigurationSet': 0,
  'AWS::SES::ConfigurationSetEventDestination': 0,
  'AWS::SES::EmailIdentity': 0,
  'AWS::SNS::Subscription': 0,
  'AWS::SNS::Topic': 0,
  'AWS::SNS::TopicPolicy': 0,
  'AWS::SQS::Queue': 0,
  'AWS::SQS::QueuePolicy': 0,
  // Three are free.
  'AWS::CloudWatch::Dashboard': 0,
  'AWS::SecretsManager::Secret': 0.4,
};
const perAlarmMetric = 0.1;
const costs = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'costs.md'), 'utf8');

const resource = z.object({ Type: z.string(), Properties: z.looseObject({}).default({}) });
const resources = Object.values(
  z.object({ Resources: z.record(z.string(), resource) }).parse(template.toJSON()).Resources,
);

const alarms = resources.filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
const others = resources.filter(({ Type }) => Type !== 'AWS::CloudWatch::Alarm');

test.each(others)('$Type costs cents at most', ({ Type }) => {
  expect(idle).toHaveProperty([Type]);
  expect(idle[Type]).toBeLessThan(0.5);
});

test('an alarm costs cents', () => {
  for (const { Properties } of alarms) expect(metricsOf(Properties) * perAlarmMetric).toBeLessThan(1);
});

test('no resource is paid for while it waits', () => {
  for (const { Properties } of resources) {
    expect(Properties).not.toHaveProperty('ProvisionedConcurrencyConfig');
    expect(Properties).not.toHaveProperty('ProvisionedThroughput');
    expect(Properties).not.toHaveProperty('VpcConfig');
  }
  template.allResourcesProperties('AWS::DynamoDB::Table', { BillingMode: 'PAY_PER_REQUEST' });
});

test('an idle month has two secrets, 15 metrics with alarms and two queues that are asked', () => {
  const { secrets, alarmMetrics, queueCalls } = fixedCostsIn(template.toJSON());
  expect({ secrets, alarmMetrics, queueCalls }).toEqual({
    secrets: 2,
    // Ten cents each: docs/costs.md has a line for every one.
    alarmMetrics: 15,
    queueCalls: 2 * 15 * 60 * 24 * 30,
  });
});

test('docs/costs.md has a line for each alarm, with its price', () => {
  const listed = [...costs.matchAll(/^\| \*([a-z ]+)\*.* \| (\d+) \| (\d\.\d\d) \|/gm)].map(
    ([, entry = '', metrics, price]) => [entry, Number(metrics), Number(price)],
  );
  const inTemplate = new Map<string, number>();
  for (const { Properties } of alarms) {
    const entry = /See "(.+)" in/.exec(
      z.object({ AlarmDescription: z.string() }).parse(Properties).AlarmDescription,
    )?.[1];
    inTemplate.set(entry ?? '', (inTemplate.get(entry ?? '') ?? 0) + metricsOf(Properties));
  }
  const wanted = [...inTemplate].map(([entry, metrics]) => [entry, metrics, metrics * perAlarmMetric]);
  expect(listed.toSorted()).toEqual(wanted.toSorted());
});

test.each([
  ['rate(1 minute)', 43_200],
  ['rate(15 minutes)', 2_880],
  ['cron(5/15 2-3 * * ? *)', 30 * 2 * 4],
  ['cron(5/10 4 * * ? *)', 30 * 6],
])('%s starts %d times in thirty days', (schedule, runs) => {
  expect(runsOf(schedule)).toBe(runs);
});

test('the owner’s own key encrypts table and files on request, and only DynamoDB and S3 can use it', () => {
  template.resourceCountIs('AWS::KMS::Key', 0);
  const withKey = Template.fromStack(makeStack({ customerKey: 'true' }));
  const [id = ''] = Object.keys(withKey.findResources('AWS::KMS::Key', { DeletionPolicy: 'RetainExceptOnCreate' }));
  withKey.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  withKey.hasResourceProperties('AWS::DynamoDB::Table', {
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: { 'Fn::GetAtt': [id, 'Arn'] } },
  });
  withKey.allResourcesProperties('AWS::S3::Bucket', {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          BucketKeyEnabled: true,
          ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { 'Fn::GetAtt': [id, 'Arn'] } },
        },
      ],
    },
  });
  const policy = JSON.stringify(withKey.findResources('AWS::KMS::Key'));
  expect(policy).toMatch(/"kms:ViaService":[^}]*"dynamodb\.",\{"Ref":"AWS::Region"\}/);
  expect(policy).toMatch(/"s3\.",\{"Ref":"AWS::Region"\}/);
  expect(policy).toContain('"kms:CallerAccount":{"Ref":"AWS::AccountId"}');
});
