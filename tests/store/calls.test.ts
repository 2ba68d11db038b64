/** Our calls to the table are those of the SDK: the same attributes, the same signature, the same errors. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import * as sdk from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { listen, loopback } from '../../infra/local/ports.ts';
import { requestSigner } from '../../shared/platform/aws/sign-request.ts';
import * as ours from '../../shared/platform/store/commands.ts';
import { openStore } from '../../shared/platform/store/store.ts';
import { freshStore } from '../fixtures/store.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

let server: Server;
let received: Received[];
let answers: { status: number; body: string; headers?: Record<string, string> }[];
let config: DynamoDBClientConfig;

beforeEach(async () => {
  received = [];
  answers = [];
  server = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: JSON.parse(await text(request)) });
    const { status, body, headers = {} } = answers.shift() ?? { status: 200, body: '{}' };
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...headers }).end(body);
  });
  config = {
    endpoint: `http://${loopback}:${await listen(server, 0)}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'of a role' },
  };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const values = {
  text: 'naïve – 書 \u2028 "quoted"',
  empty: '',
  number: 1.5e-7,
  large: Number.MAX_SAFE_INTEGER,
  zero: -0,
  yes: true,
  nothing: null,
  missing: undefined,
  list: ['a', 1, [true, null], { deep: { deeper: [] } }, undefined],
  map: { a: { b: 'c', d: undefined }, 'with.dot': 1 },
  words: new Set(['x', 'y']),
  numbers: new Set([1, 2.5]),
  bytes: new Uint8Array([0, 255, 128]),
};
const key = { pk: 'A', sk: 'B' };
const names = { '#a': 'a' };

/** The same input to the command of both. */
const inputs = {
  GetCommand: { TableName: 'table', Key: key, ConsistentRead: true },
  PutCommand: { TableName: 'table', Item: { ...key, ...values }, ConditionExpression: 'attribute_not_exists(pk)' },
  UpdateCommand: {
    TableName: 'table',
    Key: key,
    UpdateExpression: 'SET #a = :map',
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: { ':map': values, ':none': [] },
    ReturnValues: 'ALL_NEW' as const,
  },
  DeleteCommand: {
    TableName: 'table',
    Key: key,
    ConditionExpression: '#a = :a',
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: { ':a': 1 },
  },
  QueryCommand: {
    TableName: 'table',
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': 'A' },
    ExclusiveStartKey: key,
    Limit: 3,
  },
  ScanCommand: { TableName: 'table', ExclusiveStartKey: key },
  BatchGetCommand: { RequestItems: { table: { Keys: [key, { pk: 'C', sk: 'D' }], ConsistentRead: false } } },
  BatchWriteCommand: {
    RequestItems: { table: [{ PutRequest: { Item: { ...key, ...values } } }, { DeleteRequest: { Key: key } }] },
  },
  TransactWriteCommand: {
    TransactItems: [
      { Put: { TableName: 'table', Item: { ...key, a: 1 }, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const } },
      {
        Update: { TableName: 'table', Key: key, UpdateExpression: 'ADD n :n', ExpressionAttributeValues: { ':n': 1 } },
      },
      { Delete: { TableName: 'table', Key: key } },
      { ConditionCheck: { TableName: 'table', Key: key, ConditionExpression: 'attribute_exists(pk)' } },
    ],
  },
};
type Name = keyof typeof inputs;
const all: Name[] = ['GetCommand', 'PutCommand', 'UpdateCommand', 'DeleteCommand', 'QueryCommand', 'ScanCommand'];
const several: Name[] = ['BatchGetCommand', 'BatchWriteCommand', 'TransactWriteCommand'];

/** Sends the command of that name from either module. */
async function sendBoth(name: Name): Promise<[theirs: unknown, own: unknown]> {
  const made = (module: object) => z.custom<new (input: object) => never>().parse(Reflect.get(module, name));
  const document = sdk.DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const theirs = await document.send(new (made(sdk))(inputs[name]));
  return [theirs, await openStore('table', config).client.send(new (made(ours))(inputs[name]))];
}

describe('a request', () => {
  it.each([...all, ...several])('of %s has the body of the SDK', async (name) => {
    await sendBoth(name);
    const bodies = received.map(({ body }) =>
      z
        .looseObject({ ClientRequestToken: z.uuid().optional() })
        .transform(({ ClientRequestToken, ...rest }) => ({ ...rest, hasName: ClientRequestToken !== undefined }))
        .parse(body),
    );
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toEqual(bodies[0]);
  });

  it('is signed with the headers that it has', async () => {
    await openStore('table', config).client.send(new ours.GetCommand(inputs.GetCommand));
    const [{ headers } = expect.fail()] = received;
    expect(headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/eu-central-1\/dynamodb\/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, Signature=[0-9a-f]{64}$/,
    );
    expect(headers).toMatchObject({
      'x-amz-security-token': 'of a role',
      'content-type': 'application/x-amz-json-1.0',
    });
  });

  it('of a transaction has one name, however often it is sent', async () => {
    answers.push({ status: 500, body: '{"__type":"x#InternalServerError"}' });
    await openStore('table', config).client.send(new ours.TransactWriteCommand(inputs.TransactWriteCommand));
    const tokens = received.map(
      ({ body }) => z.object({ ClientRequestToken: z.uuid() }).parse(body).ClientRequestToken,
    );
    expect(tokens).toHaveLength(2);
    expect(tokens[1]).toBe(tokens[0]);
  });

  it.each([
    ['not a number', Number.NaN],
    ['infinite', Number.POSITIVE_INFINITY],
    ['too large to be exact', 2 ** 60],
    ['an empty set', new Set()],
    ['an object of a class', new Date(0)],
    ['a function in place of an item', () => {}],
  ])('with a value that is %s is refused before it is sent', async (_, value) => {
    const { client } = openStore('table', config);
    await expect(client.send(new ours.PutCommand({ TableName: 'table', Item: { ...key, value } }))).rejects.toThrow();
    expect(received).toEqual([]);
  });
});

/** AWS's own examples: https://github.com/awslabs/aws-c-auth/tree/main/tests/aws-signing-test-suite */
describe('the signature', () => {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
  const host = 'example.amazonaws.com';
  const form = { host, 'content-type': 'application/x-www-form-urlencoded' };

  it.each([
    ['nothing', { host }, '', '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
    ['a body', form, 'Param1=value1', 'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a'],
  ])('of a request with %s is that of AWS', (_, headers, body, signature) => {
    const sign = requestSigner({ region: 'us-east-1', service: 'service' });
    const now = new Date('2015-08-30T12:36:00Z');
    // Twice, as the key of the day is kept, and after another day.
    sign(headers, body, credentials, new Date('2015-08-29T12:36:00Z'));
    for (const _time of [1, 2]) {
      expect(sign(headers, body, credentials, now)['authorization']).toMatch(new RegExp(`Signature=${signature}$`));
    }
    const other = { ...credentials, secretAccessKey: 'another' };
    expect(sign(headers, body, other, now)['authorization']).not.toContain(signature);
  });
});

describe('an answer', () => {
  it('is read as the SDK reads it', async () => {
    const store = await freshStore();
    const Item = { ...key, ...values };
    await store.client.send(new ours.PutCommand({ TableName: store.table, Item }));
    const theirs = sdk.DynamoDBDocumentClient.from(store.client.sdk);
    const { list, map, missing: _, ...plain } = Item;
    const expected = { ...plain, zero: 0, list: list.slice(0, -1), map: { a: { b: 'c' }, 'with.dot': 1 } };
    const found = await store.client.send(new ours.GetCommand({ TableName: store.table, Key: key }));
    expect(found.Item).toEqual(expected);
    expect(found.Item).toEqual((await theirs.send(new sdk.GetCommand({ TableName: store.table, Key: key }))).Item);
  });

  it('after the time of this machine was refused is asked for again with the time of DynamoDB', async () => {
    const there = new Date(Date.now() - 3 * 3600 * 1000);
    answers.push({
      status: 400,
      body: '{"__type":"com.amazon.coral.service#InvalidSignatureException","message":"Signature expired"}',
      headers: { date: there.toUTCString() },
    });
    await openStore('table', config).client.send(new ours.GetCommand(inputs.GetCommand));
    const hours = received.map(({ headers }) => String(headers['x-amz-date']).slice(0, 11));
    expect(hours[1]).toBe(there.toISOString().replaceAll('-', '').slice(0, 11));
    expect(hours[0]).not.toBe(hours[1]);
  });
});

describe('an error', () => {
  it('of a condition holds the item that was found', async () => {
    answers.push({
      status: 400,
      body: '{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"no","Item":{"pk":{"S":"A"}}}',
    });
    const sent = openStore('table', config).client.send(new ours.PutCommand(inputs.PutCommand));
    const error = await sent.catch((one: unknown) => one);
    expect(error).toBeInstanceOf(ConditionalCheckFailedException);
    expect(error).toMatchObject({ message: 'no', Item: { pk: { S: 'A' } }, $metadata: { httpStatusCode: 400 } });
  });

  it('of a transaction holds the reasons', async () => {
    const body = {
      __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
      Message: 'cancelled',
      CancellationReasons: [
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed', Message: 'no', Item: { n: { N: '1' } } },
      ],
    };
    answers.push({ status: 400, body: JSON.stringify(body) });
    const sent = openStore('table', config).client.send(new ours.TransactWriteCommand(inputs.TransactWriteCommand));
    const error = await sent.catch((one: unknown) => one);
    expect(error).toBeInstanceOf(TransactionCanceledException);
    expect(error).toMatchObject({
      message: 'cancelled',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Item: { n: { N: '1' } } }],
    });
  });

  it('of a server that is not DynamoDB is retried when it says so, and seen when it stays', async () => {
    const page = { status: 503, body: '<html>busy</html>' };
    answers.push(page);
    const { client } = openStore('table', config);
    expect(await client.send(new ours.GetCommand(inputs.GetCommand))).toMatchObject({
      $metadata: { httpStatusCode: 200 },
    });
    answers.push({ status: 404, body: '' });
    await expect(client.send(new ours.GetCommand(inputs.GetCommand))).rejects.toMatchObject({
      name: 'UnknownError',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('is a time-out when the connection ends before the answer', async () => {
    server.removeAllListeners('request');
    server.on('request', (request) => request.socket.destroy());
    await expect(openStore('table', config).client.send(new ours.GetCommand(inputs.GetCommand))).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });
});
