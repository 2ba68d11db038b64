import { describe, expect, test } from 'vitest';
import {
  documentEnv,
  housekeepingEnv,
  mailerEnv,
  mailFeedbackEnv,
  publicApiEnv,
  relayEnv,
  secretariatEnv,
} from '../../shared/platform/config/env.ts';
import { allowedTo, everyStatement, functionNamed, functions } from './template.ts';

const cases = [
  ['PublicApiFunction', publicApiEnv],
  ['SecretariatFunction', secretariatEnv],
  ['SecretariatExports', secretariatEnv],
  ['MailMailer', mailerEnv],
  ['RelayFunction', relayEnv],
  ['ScheduleHousekeeping', housekeepingEnv],
  ['FeedbackFunction', mailFeedbackEnv],
  ['DocumentFunction', documentEnv],
] as const;

test.each(cases)('%s has exactly the environment variables that it reads', (name, schema) => {
  expect(Object.keys(functionNamed(name).Environment.Variables).sort()).toEqual(Object.keys(schema.shape).sort());
});

test('functions run on Node 24 on arm64', () => {
  expect(functions()).toHaveLength(cases.length);
  for (const { Runtime, Architectures, MemorySize } of functions()) {
    expect({ Runtime, Architectures, MemorySize }).toEqual({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: expect.any(Number),
    });
  }
});

test('the console has less memory than the others, as few people use it', () => {
  for (const name of ['SecretariatFunction', 'SecretariatExports']) expect(functionNamed(name).MemorySize).toBe(256);
  expect(functions().filter(({ MemorySize }) => MemorySize === 512)).toHaveLength(cases.length - 3);
  expect(functionNamed('DocumentFunction').MemorySize).toBe(2048);
});

test('one request keeps the console busy for a minute at most; only exports may take longer', () => {
  expect(functionNamed('SecretariatFunction').Timeout).toBeLessThanOrEqual(60);
  expect(functionNamed('SecretariatExports').Timeout).toBe(15 * 60);
});

describe('permissions', () => {
  const actions = (name: string) => {
    const all = allowedTo(name).flatMap(({ Effect, Action }) => (Effect === 'Allow' ? Action : []));
    return [...new Set(all)].filter((action) => !action.startsWith('logs:')).sort();
  };

  test('no function has wildcard actions', () => {
    expect(everyStatement().flatMap(({ Action }) => Action)).not.toContainEqual(expect.stringContaining('*'));
  });

  test('only actions that AWS cannot narrow are allowed on every resource', () => {
    const broad = everyStatement().filter(({ Resource }) =>
      /\*/.test(JSON.stringify(Resource).replace(/\/(?:deliveries|incoming|pictures|uploads)\/\*/g, '')),
    );
    expect(broad.flatMap(({ Action }) => Action).toSorted()).toEqual([
      'dynamodb:ListStreams',
      'ses:GetSendQuota',
      'ses:SendRawEmail',
    ]);
  });

  test('each function has the expected permissions and no others', () => {
    expect(actions('PublicApiFunction')).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
      's3:GetObject',
      's3:PutObject',
      'secretsmanager:GetSecretValue',
    ]);
    expect(actions('SecretariatFunction')).toEqual(actions('PublicApiFunction'));
    expect(actions('SecretariatExports')).toEqual(
      actions('PublicApiFunction').filter((action) => !/:((ConditionCheck|Delete)Item|(Get|Put)Object)$/.test(action)),
    );
    expect(actions('MailMailer')).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
      's3:GetObject',
      'secretsmanager:GetSecretValue',
      'ses:GetSendQuota',
      'ses:SendRawEmail',
      'sqs:ChangeMessageVisibility',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:ReceiveMessage',
    ]);
    expect(actions('RelayFunction')).toEqual([
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
      'lambda:InvokeFunction',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:SendMessage',
    ]);
    expect(actions('FeedbackFunction')).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'secretsmanager:GetSecretValue',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:SendMessage',
    ]);
    expect(actions('DocumentFunction')).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
      's3:DeleteObject',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:SendMessage',
    ]);
    expect(actions('ScheduleHousekeeping')).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
      'lambda:InvokeFunction',
      'secretsmanager:GetSecretValue',
      'sqs:SendMessage',
    ]);
  });

  test('no function can change or delete a line of the audit trail', () => {
    for (const [name] of cases) {
      const [allowed, denied] = ['Allow', 'Deny'].map((effect) =>
        allowedTo(name).filter(({ Effect }) => Effect === effect),
      );
      const rewriting = new Set(
        allowed?.flatMap(({ Action }) => Action).filter((action) => /:(Update|Delete)Item$/.test(action)),
      );
      expect(new Set(denied?.flatMap(({ Action }) => Action))).toEqual(rewriting);
      for (const { Condition } of denied ?? []) {
        expect(Condition).toEqual({
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['AUDIT#*'] },
          Null: { 'dynamodb:LeadingKeys': 'false' },
        });
      }
    }
  });

  test('the public API can read the lists but not the due mails', () => {
    const indexes = JSON.stringify(allowedTo('PublicApiFunction'));
    expect(indexes).toContain('/index/newest');
    expect(indexes).toContain('/index/byName');
    expect(indexes).not.toContain('/index/due');
  });
});
