/** Tests limit each function to its role: calls that the role does not allow are refused, and no test bypasses this. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, inject, test } from 'vitest';
import { localAws } from '../../infra/local/environment.ts';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '../../shared/platform/store/commands.ts';
import { table } from '../../shared/platform/store/table.ts';
import { asFunction, takeDenied } from '../fixtures/permissions.ts';
import { freshStore } from '../fixtures/store.ts';
import { type FunctionName, functionConstructs } from './roles.ts';

const store = await freshStore();
const TableName = store.table;
const key = (pk: string) => ({ pk, sk: 'TEST' });
const put = (pk: string) => ({ Put: { TableName, Item: key(pk) } });
const check = (pk: string) => ({
  ConditionCheck: { TableName, Key: key(pk), ConditionExpression: 'attribute_not_exists(pk)' },
});
const change = (pk: string) => ({
  TableName,
  Key: key(pk),
  UpdateExpression: 'SET seen = :yes',
  ExpressionAttributeValues: { ':yes': true },
});
const query = (index: keyof typeof table.indexes) => ({
  TableName,
  IndexName: index,
  KeyConditionExpression: '#key = :any',
  ExpressionAttributeNames: { '#key': table.indexes[index].partitionKey },
  ExpressionAttributeValues: { ':any': 'any' },
});

/** @returns the actions that the function was denied while it did the work, which fails then */
async function deniedTo(name: FunctionName, work: () => Promise<unknown>): Promise<string[]> {
  const ended = await asFunction(name, work).then(
    () => 'done',
    (error: Error) => error.name,
  );
  const denied = takeDenied();
  expect(ended).toBe(denied.length > 0 ? 'AccessDeniedException' : 'done');
  return denied;
}

test('clients of all services that functions call use the limited send method', () => {
  const { send } = DynamoDBClient.prototype;
  for (const { prototype } of [SESClient, SQSClient, SecretsManagerClient]) {
    expect(Reflect.get(prototype, 'send')).toBe(send);
  }
  expect(store.client.send).toBe(send);
});

test('every function has a role', () => {
  expect(Object.keys(inject('roles')).toSorted()).toEqual(Object.keys(functionConstructs).toSorted());
  for (const grants of Object.values(inject('roles'))) expect(grants.length).toBeGreaterThan(0);
});

test('an action that is not granted is refused', async () => {
  const scan = () => store.client.send(new ScanCommand({ TableName }));
  expect(await deniedTo('public-api', scan)).toEqual(['public-api: dynamodb:Scan']);
  const read = () => store.client.send(new GetCommand({ TableName, Key: key('A') }));
  expect(await deniedTo('relay', read)).toEqual(['relay: dynamodb:GetItem']);
  expect(await deniedTo('public-api', read)).toEqual([]);
});

test('exports run with permissions of their own', async () => {
  const remove = () => store.client.send(new DeleteCommand({ TableName, Key: key('A') }));
  expect(await deniedTo('secretariat', remove)).toEqual([]);
  expect(await deniedTo('secretariat-exports', remove)).toEqual(['secretariat-exports: dynamodb:DeleteItem']);
});

test('each item of a transaction needs its own action', async () => {
  const write = () => store.client.send(new TransactWriteCommand({ TransactItems: [put('A'), check('B')] }));
  expect(await deniedTo('public-api', write)).toEqual([]);
  expect(await deniedTo('mail-feedback', write)).toEqual(['mail-feedback: dynamodb:ConditionCheckItem']);
});

test('a query needs permission for its index', async () => {
  const due = () => store.client.send(new QueryCommand(query('due')));
  expect(await deniedTo('public-api', due)).toEqual(['public-api: dynamodb:Query on index due']);
  expect(await deniedTo('housekeeping', due)).toEqual([]);
  const newest = () => store.client.send(new QueryCommand(query('newest')));
  expect(await deniedTo('public-api', newest)).toEqual([]);
});

test('the audit trail accepts new lines and no changes', async () => {
  const line = 'AUDIT#*#2026-03';
  const add = () => store.client.send(new PutCommand({ TableName, Item: key(line) }));
  expect(await deniedTo('secretariat', add)).toEqual([]);
  const rewrite = () => store.client.send(new UpdateCommand(change(line)));
  expect(await deniedTo('secretariat', rewrite)).toEqual(['secretariat: dynamodb:UpdateItem']);
  const together = () =>
    store.client.send(new TransactWriteCommand({ TransactItems: [put('A'), { Update: change(line) }] }));
  expect(await deniedTo('secretariat', together)).toEqual(['secretariat: dynamodb:UpdateItem']);
});

test('other services are limited as well, and tests themselves are not', async () => {
  const sqs = new SQSClient(localAws);
  sqs.middlewareStack.add(() => async () => ({ output: { $metadata: {} }, response: {} }), { step: 'initialize' });
  const QueueUrl = 'http://127.0.0.1:1/nowhere';
  const send = () => sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [] }));
  expect(await deniedTo('mailer', send)).toEqual(['mailer: sqs:SendMessage']);
  expect(await deniedTo('relay', send)).toEqual([]);
  await store.client.send(new ScanCommand({ TableName }));
  expect(takeDenied()).toEqual([]);
});

/** Files that run part of a function directly; the others are covered by lint (biome.json). */
const runs = /^import \{[^}]*\b(sweep|makeDigests)\b.*functions\/|import\('[^']*functions\/[^']*\/handler\.ts'\)/m;

test('no test calls a function without its role', () => {
  const tests = join(import.meta.dirname, '..');
  const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/^(bench|deploy|infra)\//.test(file))
    .map((file) => ({ file, text: readFileSync(join(tests, file), 'utf8') }));
  const calling = files.filter(({ text }) => runs.test(text));
  expect(calling.length).toBeGreaterThan(3);
  expect(calling.filter(({ text }) => !text.includes('asFunction(')).map(({ file }) => file)).toEqual([]);
});
