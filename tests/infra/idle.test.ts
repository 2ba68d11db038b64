/** Cost of the stack while nobody signs: cents for each resource, and none that is paid for waiting. */
import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { standing } from '../bench/standing.ts';
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

const resource = z.object({ Type: z.string(), Properties: z.looseObject({}).default({}) });
const alarm = z.object({
  Metrics: z.array(z.looseObject({ MetricStat: z.unknown().optional() })).optional(),
});
const resources = Object.values(
  z.object({ Resources: z.record(z.string(), resource) }).parse(template.toJSON()).Resources,
);

/** An alarm is billed by the metrics that it watches; one on a sum of metrics watches each of them. */
function metricsOf(properties: unknown): number {
  const { Metrics } = alarm.parse(properties);
  return Metrics ? Metrics.filter(({ MetricStat }) => MetricStat !== undefined).length : 1;
}

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

test('the fixed costs cover the secrets and alarms of the template', () => {
  expect(standing.secrets).toBe(resources.filter(({ Type }) => Type === 'AWS::SecretsManager::Secret').length);
  expect(standing.alarms).toBe(alarms.reduce((sum, { Properties }) => sum + metricsOf(Properties), 0));
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
