/** Our calls to SQS are those of the SDK, and so are the answers and errors. */
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
  SQSServiceException,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localAws } from '../../infra/local/environment.ts';
import { listen, loopback } from '../../infra/local/ports.ts';
import { openSqs } from '../../shared/platform/aws/sqs-client.ts';
import { isUnavailable } from '../../shared/platform/http/unavailable.ts';

let server: Server;
let received: { body: unknown; target: unknown; authorization: string; path: unknown }[];
let answers: { status: number; body: string }[];
let place: { endpoint: string; useQueueUrlAsEndpoint: boolean } & typeof localAws;

beforeEach(async () => {
  received = [];
  answers = [];
  server = createServer(async (request, response) => {
    const { headers, url } = request;
    const body: unknown = JSON.parse(await text(request));
    received.push({ body, target: headers['x-amz-target'], authorization: headers.authorization ?? '', path: url });
    const answer = answers.shift() ?? { status: 200, body: '{}' };
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answer.body);
  });
  const endpoint = `http://${loopback}:${await listen(server, 0)}`;
  place = { ...localAws, endpoint, useQueueUrlAsEndpoint: false };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** The SDK checks it. */
const md5OfB = '92eb5ffee6ae2fec3ad71c777531578f';
const QueueUrl = 'https://sqs.eu-central-1.amazonaws.com/123456789012/undersigned-mail';
const sent = { QueueUrl, Entries: [{ Id: '0', MessageBody: '{"mail":"receipt","note":"ü \\" \u2028"}' }] };
const send = (client: SQSClient) => client.send(new SendMessageBatchCommand(sent));
const calls: Record<string, { ask: (client: SQSClient) => Promise<object>; answer: object }> = {
  SendMessageBatch: { ask: send, answer: { Successful: [], Failed: [{ Id: '0', SenderFault: true, Code: 'X' }] } },
  ReceiveMessage: {
    ask: (client) => client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 })),
    answer: {
      Messages: [
        { MessageId: 'm', ReceiptHandle: 'r', Body: 'b', MD5OfBody: md5OfB, Attributes: { SentTimestamp: '1' } },
      ],
    },
  },
  DeleteMessageBatch: {
    ask: (client) =>
      client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: [{ Id: '0', ReceiptHandle: 'r' }] })),
    answer: { Successful: [{ Id: '0' }], Failed: [] },
  },
  GetQueueAttributes: {
    ask: (client) => client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] })),
    answer: { Attributes: { ApproximateNumberOfMessages: '3' } },
  },
};

it.each(Object.entries(calls))('%s asks and answers as in the SDK', async (operation, { ask, answer }) => {
  const found: object[] = [];
  for (const client of [openSqs(place), new SQSClient(place)]) {
    answers.push({ status: 200, body: JSON.stringify(answer) });
    const { $metadata: _, ...output } = { $metadata: {}, ...(await ask(client)) };
    found.push(output);
  }
  expect(found[0]).toEqual(found[1]);
  const [own, theirs] = received;
  expect(own).toMatchObject({ body: theirs?.body, target: `AmazonSQS.${operation}`, path: theirs?.path });
  expect(theirs?.target).toBe(own?.target);
  expect(own?.authorization).toMatch(/\/us-east-1\/sqs\/aws4_request, /);
});

it.each([
  [400, '{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"The specified queue does not exist."}'],
  [403, '{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"No."}'],
])('names the error as the SDK does: %s %s', async (status, body) => {
  const errors: unknown[] = [];
  for (const client of [openSqs(place), new SQSClient(place)]) {
    answers.push({ status, body });
    errors.push(await send(client).catch((error: unknown) => error));
  }
  const [own, theirs] = errors;
  if (!(own instanceof SQSServiceException) || !(theirs instanceof SQSServiceException)) throw new Error('no error');
  expect([own.name, own.$fault, own.$metadata.httpStatusCode]).toEqual([theirs.name, theirs.$fault, status]);
  expect(isUnavailable(own)).toBe(false);
  expect(received).toHaveLength(2);
});

it.each([
  [503, '<html>busy</html>'],
  [400, '{"__type":"com.amazonaws.sqs#RequestThrottled"}'],
])('tries three times when an answer may pass (%s)', async (status, body) => {
  answers.push({ status, body }, { status, body });
  expect(await send(openSqs(place))).toMatchObject({ $metadata: { httpStatusCode: 200 } });
  answers.push({ status, body }, { status, body }, { status, body });
  await expect(send(openSqs(place))).rejects.toBeInstanceOf(SQSServiceException);
  expect(received).toHaveLength(6);
});
