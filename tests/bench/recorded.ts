/**
 * A store that records the answers of a real engine once and then replays them from memory. What remains is the cost of
 * our own code, with or without the SDK's.
 */

import { Readable } from 'node:stream';
import type { ServiceOutputTypes } from '@aws-sdk/lib-dynamodb';
import type { Store } from '../../shared/platform/store/store.ts';
import type { BenchEngine } from './bench-store.ts';

/**
 * - `record`: every call goes to the engine
 * - `without-sdk`: answers come before the SDK does anything
 * - `with-sdk`: the SDK writes, signs and sends the request and reads the answer; only the network is missing
 */
export type Mode = 'record' | 'without-sdk' | 'with-sdk';

export interface RecordedStore extends Store {
  mode: Mode;
}

/** A request as the SDK passes it to its HTTP handler. */
interface HttpRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array;
}

interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly bytes: Buffer;
}

export function recordedStore(engine: BenchEngine, real: Store): RecordedStore {
  const answers = { outputs: new Map<string, ServiceOutputTypes>(), http: new Map<string, HttpAnswer>() };
  const requestHandler = {
    async handle(request: HttpRequest) {
      const key = keyOf(request.headers['x-amz-target'] ?? '', textOf(request.body));
      const known = answers.http.get(key);
      const { statusCode, headers, bytes } = known && store.mode === 'with-sdk' ? known : await sendOn(request);
      // A request that first occurs after the recording, as two reads that once were one, is recorded then.
      if (!known) answers.http.set(key, { statusCode, headers, bytes });
      return { response: { statusCode, headers, body: Readable.from([bytes]) } };
    },
  };
  const store: RecordedStore = { ...engine.openAgain(real, { requestHandler }), mode: 'record' };
  store.client.middlewareStack.add(
    (next, context) => async (args) => {
      const key = keyOf(String(context.commandName), JSON.stringify(args.input));
      const known = answers.outputs.get(key);
      if (store.mode === 'without-sdk' && known) return { output: known, response: {} };
      const { output, response } = await next(args);
      if (!known) answers.outputs.set(key, output);
      return { output, response };
    },
    { step: 'initialize', name: 'answerFromRecord', priority: 'high' },
  );
  return store;
}

/**
 * Reads are distinguished by their parameters. Writes hold random ids, so they are distinguished by the item that they
 * change, as only an update returns anything.
 */
function keyOf(operation: string, body: string): string {
  if (/Get|Query/.test(operation)) return `${operation} ${body}`;
  return `${operation} ${/"UpdateExpression":"[^"]*"/.exec(body)?.[0] ?? ''}`;
}

/** The SDK passes bytes that throw when they are used like a string, so they are decoded. */
function textOf(body: string | Uint8Array | undefined): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

async function sendOn({ method, protocol, hostname, port, path, headers, body }: HttpRequest): Promise<HttpAnswer> {
  const { host: _, 'content-length': __, ...rest } = headers;
  const init = { method, headers: rest, ...(body === undefined ? {} : { body: textOf(body) }) };
  const ask = () => fetch(`${protocol}//${hostname}:${port ?? 80}${path}`, init);
  // The engine closes a connection that was idle while answers came from memory.
  const response = await ask().catch(ask);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { statusCode: response.status, headers: Object.fromEntries(response.headers), bytes };
}
