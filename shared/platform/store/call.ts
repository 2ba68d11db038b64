/**
 * Calls the table. The SDK's client finds region, endpoint, credentials and connections. What the SDK does for each call
 * (rules for endpoints, schemas, a description of itself, layers of middleware) this file does for our operations alone,
 * in a quarter of the processor time: docs/decisions/093-calls-to-the-table.md.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { requestSigner } from '../aws/sign-request.ts';
import type { AttributeMap } from './attribute-values.ts';
import { serviceError } from './service-error.ts';

type Config = DynamoDBClient['config'];

/** DynamoDB's answer, with items as attribute values. */
export interface Answer {
  readonly Item?: AttributeMap;
  readonly Items?: readonly AttributeMap[];
  readonly Attributes?: AttributeMap;
  readonly LastEvaluatedKey?: AttributeMap;
  readonly Responses?: Readonly<Record<string, readonly AttributeMap[]>>;
  readonly UnprocessedKeys?: Readonly<Record<string, { readonly Keys: readonly AttributeMap[] }>>;
  readonly UnprocessedItems?: Readonly<Record<string, readonly UnprocessedWrite[]>>;
  readonly Count?: number;
  readonly ScannedCount?: number;
}

interface UnprocessedWrite {
  readonly PutRequest?: { readonly Item: AttributeMap };
  readonly DeleteRequest?: { readonly Key: AttributeMap };
}

/** About an answer, as in the SDK. */
export interface Metadata {
  readonly httpStatusCode: number;
  readonly requestId?: string;
}

export interface Called {
  readonly answer: Answer;
  readonly $metadata: Metadata;
}

/** @throws what DynamoDB answers, or TimeoutError */
type Call = (operation: string, body: string) => Promise<Called>;

const calls = new WeakMap<Config, Call>();

/** @returns a function that makes one call with those settings, without retries */
export function callWith(config: Config): Call {
  const known = calls.get(config);
  if (known) return known;
  const made = caller(config);
  calls.set(config, made);
  return made;
}

const answer = z.custom<Answer>((one) => typeof one === 'object' && one !== null);
const httpAnswer = z.object({
  statusCode: z.number(),
  headers: z.custom<Readonly<Record<string, string>>>((one) => typeof one === 'object' && one !== null),
  body: z.custom<Uint8Array | AsyncIterable<Uint8Array>>((one) => typeof one === 'object' && one !== null),
});

/** Errors when the clocks differ by more than the five minutes for which a signature is valid. */
const saysTooLate: ReadonlySet<string> = new Set(['InvalidSignatureException', 'RequestExpired']);
const clocksMayDiffer = 4 * 60 * 1000;

function caller(config: Config): Call {
  let found: ReturnType<typeof placeOf> | undefined;
  /** How far the clock of this machine is behind that of DynamoDB, in milliseconds. */
  let behind = 0;
  const call = async (operation: string, body: string, isLast: boolean): Promise<Called> => {
    found ??= placeOf(config);
    const [{ url, host, sign }, credentials] = await Promise.all([found, config.credentials()]);
    const headers = sign(
      { 'content-type': 'application/x-amz-json-1.0', host, 'x-amz-target': `DynamoDB_20120810.${operation}` },
      body,
      credentials,
      new Date(Date.now() + behind),
    );
    headers['content-length'] = String(Buffer.byteLength(body));
    const sent = await config.requestHandler.handle({ ...url, method: 'POST', query: {}, headers, body });
    const { statusCode, headers: got, body: bytes } = httpAnswer.parse(sent.response);
    const text = await textOf(bytes);
    const requestId = got['x-amzn-requestid'];
    const $metadata = { httpStatusCode: statusCode, ...(requestId === undefined ? {} : { requestId }) };
    if (statusCode < 300) return { answer: answer.parse(JSON.parse(text)), $metadata };
    const error = serviceError(text, $metadata);
    const more = Date.parse(got['date'] ?? '') - Date.now() - behind;
    if (isLast || !saysTooLate.has(error.name) || !(Math.abs(more) > clocksMayDiffer)) throw error;
    behind += more;
    return call(operation, body, true);
  };
  return (operation, body) => call(operation, body, false);
}

async function textOf(body: Uint8Array | AsyncIterable<Uint8Array>): Promise<string> {
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString();
}

/** Where DynamoDB is for this client, and a signature for there. */
async function placeOf(config: Config) {
  const [region, own, configured, UseFIPS, UseDualStack] = await Promise.all([
    config.region(),
    config.endpoint?.(),
    config.serviceConfiguredEndpoint?.(),
    config.useFipsEndpoint(),
    config.useDualstackEndpoint(),
  ]);
  const { url } = config.endpointProvider({
    ...{ Region: region, UseFIPS, UseDualStack },
    ...(own || configured === undefined ? {} : { Endpoint: configured }),
  });
  const { protocol, hostname, port } = own ?? url;
  const number = port === undefined || port === '' ? undefined : Number(port);
  return {
    url: { protocol, hostname, port: number, path: '/' },
    host: number === undefined ? hostname : `${hostname}:${number}`,
    sign: requestSigner({ region, service: 'dynamodb' }),
  };
}
