/**
 * Checks Lambda's request events before Hono's adapter reads them. The adapter answers an unreadable event by itself,
 * without our headers, and logs an error that may quote the address. So such an event is replaced by a request that the
 * app refuses like any other.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads (the same as payload format 2.0 of
 * HTTP APIs)
 */
import type { Context, MiddlewareHandler } from 'hono';
import { handle, streamHandle } from 'hono/aws-lambda';
import * as z from 'zod';
import { logError } from '../config/log.ts';
import { type ProblemName, problem } from './problem.ts';

type Adapter = ReturnType<typeof handle>;
type Event = Parameters<Adapter>[0];
type App = Parameters<typeof handle>[0];
type Streaming = ReturnType<typeof streamHandle>;

const readable = z.looseObject({
  rawPath: z.string(),
  rawQueryString: z.string(),
  headers: z.record(z.string(), z.string()),
  cookies: z.array(z.string()).optional(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean(),
  requestContext: z.looseObject({ domainName: z.string(), http: z.looseObject({ method: z.string() }) }),
});

/** Replacements of refused events, with the problem to report. */
const refused = new WeakMap<object, ProblemName>();

function refusal(name: ProblemName): Event {
  const http = { method: 'GET', path: '/', protocol: 'HTTP/1.1', sourceIp: '0.0.0.0', userAgent: '' };
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/',
    rawQueryString: '',
    headers: { accept: 'application/json' },
    body: null,
    isBase64Encoded: false,
    requestContext: {
      accountId: '',
      apiId: '',
      authentication: null,
      authorizer: {},
      domainName: 'refused.invalid',
      domainPrefix: '',
      http,
      requestId: '',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
  };
  refused.set(event, name);
  return event;
}

/** Handles an event like the adapter, except for unpacking the body. @returns whether that succeeds */
function isReadable(event: unknown): boolean {
  try {
    const { rawPath, rawQueryString, headers, cookies, body, isBase64Encoded, requestContext } = readable.parse(event);
    const sent = new Headers();
    if (cookies) sent.set('cookie', cookies.join('; '));
    for (const [name, value] of Object.entries(headers)) sent.set(name, inAscii(value));
    const address = new URL(`https://${requestContext.domainName}${rawPath}?${rawQueryString}`);
    const { method } = requestContext.http;
    new Request(address, { method, headers: sent, ...(body ? { body: '' } : {}) });
    // Ensures that no part of the path became part of the host name.
    const isItsHost = address.host === requestContext.domainName.toLowerCase() && address.username === '';
    return isItsHost && (!isBase64Encoded || isBase64(body ?? ''));
  } catch {
    return false;
  }
}

/** Encodes as the adapter does. @throws URIError for a lone surrogate */
const inAscii = (value: string) => (/[^\0-\x7f]/.test(value) ? encodeURIComponent(value) : value);

const isBase64 = (text: string) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

const soundEvent = (event: Event): Event => (isReadable(event) ? event : refusal('malformed-request'));

/**
 * @returns the handler of a function that answers without streaming. It never throws, so Lambda logs no error by itself
 */
export function lambdaHandler(app: App) {
  const adapter = handle(app);
  return async (event: Event, context?: Parameters<Adapter>[1]) => {
    try {
      return await adapter(soundEvent(event), context);
    } catch (error) {
      logError('request failed', { error: error instanceof Error ? error.name : 'unknown' });
      return adapter(refusal('internal'), context);
    }
  };
}

const runtime = z.object({
  streamifyResponse: z.custom<(handler: Streaming) => Streaming>((value) => typeof value === 'function'),
});

/**
 * The same for a function that streams. @returns undefined where Lambda does not stream: on a local stack or an
 * emulator
 */
export function streamEvents(app: App): Streaming | undefined {
  const found = runtime.safeParse(Reflect.get(globalThis, 'awslambda')).data;
  if (!found) return undefined;
  const adapter = streamHandle(app);
  return found.streamifyResponse((event, stream, context) => adapter(soundEvent(event), stream, context));
}

/** Answers replacements of unreadable events. Runs after the middleware for headers and before everything else. */
export const refuseUnreadable: MiddlewareHandler = async (c, next) => {
  const name = refusedAs(c);
  return name === undefined ? next() : problem(c, name);
};

const inLambda = z.object({ event: z.custom<object>((one) => typeof one === 'object' && one !== null) });

function refusedAs({ env }: Context): ProblemName | undefined {
  const given = inLambda.safeParse(env).data;
  return given && refused.get(given.event);
}
