import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { table as shape } from '../../shared/platform/store/table.ts';
import { makeStack } from './stack.ts';
import { template } from './template.ts';

test('the table is retained, recoverable, streams changes and expires items', () => {
  template.hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      // With a key of DynamoDB's own: encrypted all the same, and free.
      SSESpecification: { SSEEnabled: false },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: shape.timeToLive, Enabled: true },
    },
  });
});

test('keys and indexes are those of shared/platform/store/table.ts, with no other projections', () => {
  const schema = (partitionKey: string, sortKey: string) => [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ];
  const indexes = Object.values(shape.indexes).map(({ name, partitionKey, sortKey, projects }) => ({
    IndexName: name,
    KeySchema: schema(partitionKey, sortKey),
    Projection:
      projects.length > 0
        ? { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projects] }
        : { ProjectionType: 'KEYS_ONLY' },
  }));
  template.resourceCountIs('AWS::DynamoDB::Table', 1);
  template.hasResourceProperties('AWS::DynamoDB::Table', {
    KeySchema: schema(shape.partitionKey, shape.sortKey),
    GlobalSecondaryIndexes: indexes,
  });
});

test('the master key lives as long as the table', () => {
  const kept = { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' };
  template.hasResource('AWS::SecretsManager::Secret', kept);
  const trial = Template.fromStack(makeStack({ retainData: 'false' }));
  trial.hasResource('AWS::SecretsManager::Secret', { DeletionPolicy: 'Delete' });
  trial.hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Delete',
    Properties: { DeletionProtectionEnabled: false },
  });
  expect(JSON.stringify(trial.findResources('AWS::SecretsManager::Secret'))).toContain('"PasswordLength":64');
});
