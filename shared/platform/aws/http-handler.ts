/**
 * Sends the requests of AWS clients over connections that stay open, as the SDK's own handler does, at a fifth of its
 * processor time.
 */
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectSecure } from 'node:tls';
import { type HttpAnswer, type Line, openLine } from './line.ts';

export interface Timeouts {
  /** For a connection to stand, in milliseconds. */
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
  readonly query?: Readonly<Record<string, string | readonly string[] | null>> | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** As many as the SDK's own handler opens to one place. */
const mostConnections = 50;

/** The codes that Node gives to a connection that ended, which the SDK also reports as a time-out. */
const ended = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/**
 * @param options for the connections: the certificates of a test
 * @returns the `requestHandler` of a client: sends a request and reads the whole answer
 * @throws (`handle`) TimeoutError when no answer comes in time, or the connection ends before it
 */
export function openConnections({ connectionTimeout, requestTimeout }: Timeouts, options: ConnectionOptions = {}) {
  const places = new Map<string, Place>();

  const open = ({ protocol, hostname, port }: HttpRequest, place: Place): Line => {
    const isSecure = protocol === 'https:';
    const to = { host: hostname, port: port ?? (isSecure ? 443 : 80), noDelay: true, keepAlive: true };
    const socket: Socket = isSecure
      ? connectSecure({
          ...options,
          ...to,
          ...(isIP(hostname) ? {} : { servername: hostname }),
          session: place.session,
        })
      : connectPlain(to);
    place.open += 1;
    const line = openLine(socket, () => {
      place.open -= 1;
      place.idle = place.idle.filter((one) => one !== line);
      place.waiting.shift()?.();
    });
    const timer = setTimeout(() => line.end(timeoutError('no connection came in time')), connectionTimeout);
    const stop = () => clearTimeout(timer);
    socket.once(isSecure ? 'secureConnect' : 'connect', stop).once('close', stop);
    // The next connection begins where this one did.
    socket.on('session', (session: Buffer) => {
      place.session = session;
    });
    return line;
  };

  const send = async (request: HttpRequest, from: { line?: Line; isOver?: true }): Promise<HttpAnswer> => {
    const text = textOf(request);
    const name = `${request.protocol}//${request.hostname}:${request.port}`;
    const place = places.get(name) ?? { idle: [], open: 0, waiting: [] };
    places.set(name, place);
    while (place.idle.length === 0 && place.open >= mostConnections) {
      await new Promise<void>((free) => place.waiting.push(free));
    }
    if (from.isOver) return Promise.reject(timeoutError('no connection was free in time'));
    const line = place.idle.pop() ?? open(request, place);
    from.line = line;
    try {
      const answer = await line.send(text);
      if (!/\bclose\b/i.test(answer.headers['connection'] ?? '')) place.idle.push(line);
      return answer;
    } catch (error) {
      // The others have been idle for as long, and may have ended, too.
      for (const one of place.idle) one.end(timeoutError('the connection ended'));
      place.idle = [];
      throw error;
    } finally {
      place.waiting.shift()?.();
    }
  };

  return {
    handle: async (request: HttpRequest) => {
      const from: { line?: Line; isOver?: true } = {};
      const timer = setTimeout(() => {
        from.isOver = true;
        from.line?.end(timeoutError('no answer came in time'));
      }, requestTimeout);
      try {
        return { response: await send(request, from) };
      } catch (error) {
        throw error instanceof Error ? asTimeout(error) : error;
      } finally {
        clearTimeout(timer);
      }
    },
    // The SDK's interface has these; nothing of ours calls them.
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
  };
}

/** A host with its port, and the connections to it. */
interface Place {
  idle: Line[];
  open: number;
  /** Requests that wait for a connection. */
  readonly waiting: (() => void)[];
  session?: Buffer;
}

function textOf({ method, path, query = {}, headers, body = '' }: HttpRequest): string {
  const text = body instanceof Uint8Array ? Buffer.from(body).toString() : body;
  if (typeof text !== 'string') throw new Error('only texts are sent over these connections');
  let head = `${method} ${path}${queryOf(query)} HTTP/1.1\r\n`;
  for (const name in headers) {
    const value = headers[name] ?? '';
    // Nothing that a header holds may begin another.
    if (/[^\t\x20-\x7e]/.test(value)) throw new Error(`the header ${name} cannot be sent`);
    if (name.toLowerCase() !== 'content-length') head += `${name}: ${value}\r\n`;
  }
  return `${head}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

function queryOf(query: NonNullable<HttpRequest['query']>): string {
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    [values ?? ''].flat().map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function timeoutError(message: string): Error {
  const error = new Error(message);
  error.name = 'TimeoutError';
  return error;
}

function asTimeout(error: Error): Error {
  if ('code' in error && ended.has(String(error.code))) error.name = 'TimeoutError';
  return error;
}
