/**
 * Sends the requests of AWS clients over connections that stay open. Replaces the SDK's own handler for small requests
 * and answers, at a third of its processor time: no streams, one timer.
 */
import { Agent as PlainAgent, request as sendPlain } from 'node:http';
import { type AgentOptions, Agent as SecureAgent, request as sendSecure } from 'node:https';

export interface Timeouts {
  /** Timeout for connecting, in milliseconds. */
  readonly connectionTimeout: number;
  /** From the call to the whole answer, in milliseconds. */
  readonly requestTimeout: number;
}

/** A request, in the form of the SDK. */
export interface HttpRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number | undefined;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
}

export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** As many as the SDK's own handler opens. */
const connections = { keepAlive: true, maxSockets: 50 };

/** The codes that Node gives to a connection that ended, which the SDK also reports as a time-out. */
const ended = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** Of these, the ones that a write to a connection gets when the other side closed it before. */
const closed = new Set(['ECONNRESET', 'EPIPE']);

/**
 * A frozen function does not notice that its idle connections are closed. A request on such a connection is sent again,
 * on the next one and in the end on a new one (https://nodejs.org/api/http.html#requestreusedsocket).
 *
 * @param options for encrypted connections: the certificates of a test
 * @returns the `requestHandler` of a client: sends a request and reads the whole answer
 * @throws (`handle`) TimeoutError when no answer comes in time, or the connection ends before it
 */
export function openConnections({ connectionTimeout, requestTimeout }: Timeouts, options: AgentOptions = {}) {
  const plain = new PlainAgent(connections);
  const secure = new SecureAgent({ ...connections, ...options });
  const send = (request: HttpRequest) =>
    new Promise<HttpAnswer>((resolve, reject) => {
      const { protocol, hostname, port, method, path, headers, body } = request;
      const isSecure = protocol === 'https:';
      const to = { host: hostname, port, method, path, headers, agent: isSecure ? secure : plain };
      const sent = (isSecure ? sendSecure : sendPlain)(to);
      const giveUp = () => sent.destroy(timeoutError('no answer came in time'));
      const timer = setTimeout(giveUp, requestTimeout);
      const fail = (error: Error) => {
        clearTimeout(timer);
        reject(asTimeout(error));
      };
      let hasAnswer = false;
      sent.on('error', (error) => {
        // A request that was partly answered has been executed.
        if (hasAnswer || !sent.reusedSocket || !hasCode(error, closed)) return fail(error);
        clearTimeout(timer);
        resolve(send(request));
      });
      sent.on('socket', (socket) => {
        if (!socket.connecting) return;
        const connecting = setTimeout(giveUp, connectionTimeout);
        const stop = () => clearTimeout(connecting);
        socket.once(isSecure ? 'secureConnect' : 'connect', stop).once('close', stop);
      });
      sent.on('response', (answer) => {
        hasAnswer = true;
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', fail);
        answer.on('end', () => {
          clearTimeout(timer);
          const [first, ...more] = parts;
          const whole = more.length === 0 ? (first ?? Buffer.alloc(0)) : Buffer.concat(parts);
          resolve({ statusCode: answer.statusCode ?? 0, headers: textHeaders(answer.headers), body: whole });
        });
      });
      sent.end(body);
    });
  return {
    handle: async (request: HttpRequest) => ({ response: await send(request) }),
    // The SDK's interface has these; nothing of ours calls them.
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
  };
}

function textHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) texts[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return texts;
}

function timeoutError(message: string): Error {
  const error = new Error(message);
  error.name = 'TimeoutError';
  return error;
}

function hasCode(error: Error, codes: ReadonlySet<string>): boolean {
  return 'code' in error && codes.has(String(error.code));
}

function asTimeout(error: Error): Error {
  if (hasCode(error, ended)) error.name = 'TimeoutError';
  return error;
}
