/**
 * Makes AWS fail as a row of the table says: DynamoDB in its client, the other services through a server in their
 * place.
 */

import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { DynamoDBServiceException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { listen, loopback } from '../../../infra/local/ports.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { noAnswer } from '../../fixtures/dynamodb-faults.ts';
import type { TableRow } from './table.ts';

const anObject = z.custom<object>((item) => typeof item === 'object');
const transaction = z.object({ TransactItems: z.array(anObject) });
const batch = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(anObject) })) });

/**
 * @returns the part that stays the same when a caller resends some or all of it by another command; undefined for other
 *   commands
 */
function samePart(input: unknown): object | undefined {
  const asked = batch.safeParse(input).data?.RequestItems ?? {};
  return transaction.safeParse(input).data?.TransactItems[0] ?? Object.values(asked)[0]?.Keys[0];
}

/**
 * Makes each call fail as the row says, below the client's own retries.
 *
 * @returns the operations that failed, and a function that ends the failures
 */
export function failAt({ client }: Store, row: TableRow): { met: Set<string>; heal: () => void } {
  const met = new Set<string>();
  const left = new WeakMap<object, { tries: number }>();
  const inputs = new WeakMap<object, unknown>();
  let isHealed = false;
  const operations: ReadonlySet<string> = new Set(row.operations);
  client.middlewareStack.add(
    (next, context) => (args) => {
      const call = samePart(args.input) ?? context;
      const tries = left.get(call) ?? { tries: row.times === 'always' ? Number.POSITIVE_INFINITY : row.times };
      left.set(call, tries).set(context, tries);
      inputs.set(context, args.input);
      return next(args);
    },
    { step: 'initialize', name: 'countTries', priority: 'high' },
  );
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const operation = String(context.commandName)
        .replace(/Command$/, '')
        .replace(/^(Get|Put|Update|BatchGet)$/, '$1Item');
      const call = left.get(context);
      if (isHealed || !call || call.tries <= 0 || !operations.has(operation)) return next(args);
      // A conditional write whose answers were all lost would never learn that it succeeded.
      if (row.how === 'done' && met.has(operation)) return next(args);
      call.tries -= 1;
      met.add(operation);
      if (row.how === 'done') await next(args);
      if (row.how !== 'unprocessed') throw errorOf(row, args.input);
      const answer = await next(args);
      // Read above the marshalling, like the output here.
      const { RequestItems } = z.object({ RequestItems: z.unknown() }).parse(inputs.get(context));
      Object.assign(answer.output ?? {}, { Responses: {}, UnprocessedKeys: RequestItems });
      return answer;
    },
    { step: 'deserialize', name: 'failAsTold', priority: 'high' },
  );
  return {
    met,
    heal: () => {
      isHealed = true;
    },
  };
}

function errorOf({ error: name, status, reason }: TableRow, input: unknown): Error {
  const message = 'made by the test';
  const $metadata = { httpStatusCode: status };
  if (name === 'TimeoutError') return noAnswer();
  if (!reason) return new DynamoDBServiceException({ name, message, $fault: 'client', $metadata });
  const { TransactItems } = transaction.parse(input);
  const CancellationReasons = TransactItems.map((_, index) => ({ Code: index === 0 ? reason : 'None' }));
  return new TransactionCanceledException({ message, $metadata, CancellationReasons });
}

/** An answer: its status, and its error if any. */
export interface Answer {
  readonly status: number;
  readonly error?: string;
  readonly body?: object;
}

/**
 * A server that stands in for any AWS service that speaks JSON.
 *
 * @param answer answers an operation (`secretsmanager.GetSecretValue`)
 * @returns its address, and a function that stops it
 */
export async function startAws(answer: (operation: string, body: unknown) => Answer) {
  const server = createServer(async (request, response) => {
    const sent: unknown = JSON.parse(await text(request));
    const { status, error, body = {} } = answer(String(request.headers['x-amz-target']), sent);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(error ? { __type: error, message: 'made by the test' } : body));
  });
  const endpoint = `http://${loopback}:${await listen(server, 0)}`;
  return {
    endpoint,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
