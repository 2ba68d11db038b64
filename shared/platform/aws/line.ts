/**
 * One connection to a service, which carries one request after the other (HTTP/1.1, RFC 9112). Node's own client makes
 * five objects and two streams for each request; the requests of AWS clients are one text, and so are the answers.
 */
import type { Socket } from 'node:net';

export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

export interface Line {
  /** Sends a request when no other is under way. @throws the error that ended the connection */
  readonly send: (request: string) => Promise<HttpAnswer>;
  /** Ends the connection, and with it the request under way. */
  readonly end: (error: Error) => void;
}

interface Waiting {
  readonly resolve: (answer: HttpAnswer) => void;
  readonly reject: (error: Error) => void;
}

interface Head {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  /** Bytes of the head. */
  readonly length: number;
}

const endOfHead = Buffer.from('\r\n\r\n');
/** No service sends as much. */
const longestHead = 65_536;

/** @param over is called when the connection is over, whoever ended it */
export function openLine(socket: Socket, over: () => void): Line {
  let waiting: Waiting | undefined;
  let parts: Buffer[] = [];
  let size = 0;
  let head: Head | undefined;

  const end = (error: Error) => {
    const asking = waiting;
    waiting = undefined;
    socket.destroy();
    asking?.reject(error);
  };
  const finish = ({ statusCode, headers }: Head, body: Buffer) => {
    const asking = waiting;
    waiting = undefined;
    parts = [];
    size = 0;
    head = undefined;
    if (/\bclose\b/i.test(headers['connection'] ?? '')) socket.destroy();
    // An idle connection does not keep the process running.
    else socket.unref();
    asking?.resolve({ statusCode, headers, body });
  };
  const whole = (): Buffer => {
    const [first, ...more] = parts;
    if (first === undefined || more.length > 0) parts = [Buffer.concat(parts)];
    return parts[0] ?? Buffer.alloc(0);
  };
  const readOn = () => {
    head ??= headOf(whole());
    if (!head) {
      if (size > longestHead) end(new Error('an answer has too long a head'));
      return;
    }
    const rest = size - head.length;
    if (/\bchunked\b/i.test(head.headers['transfer-encoding'] ?? '')) {
      const read = chunksIn(whole(), head.length);
      if (read && read.end < size) return end(new Error('an answer came that nobody asked for'));
      if (read) finish(head, read.body);
      return;
    }
    const length = hasNoBody(head.statusCode) ? 0 : lengthOf(head.headers);
    if (length === undefined || rest < length) return;
    if (rest > length) return end(new Error('an answer came that nobody asked for'));
    finish(head, whole().subarray(head.length));
  };
  socket.on('data', (part) => {
    if (!waiting) return end(new Error('an answer came that nobody asked for'));
    parts.push(part);
    size += part.length;
    try {
      readOn();
    } catch (error) {
      end(error instanceof Error ? error : new Error('an answer could not be read'));
    }
  });
  socket.on('end', () => {
    // Without a length, an answer ends with its connection.
    if (waiting && head && lengthOf(head.headers) === undefined && !head.headers['transfer-encoding']) {
      finish({ ...head, headers: { ...head.headers, connection: 'close' } }, whole().subarray(head.length));
    }
    socket.destroy();
  });
  socket.on('error', end);
  socket.on('close', () => {
    end(connectionEnded());
    over();
  });

  return {
    end,
    send: (request) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed || waiting) return reject(connectionEnded());
        waiting = { resolve, reject };
        socket.ref();
        socket.write(request);
      }),
  };
}

/** As Node's client says it. */
function connectionEnded(): Error {
  return Object.assign(new Error('the connection ended before the answer'), { code: 'ECONNRESET' });
}

const hasNoBody = (statusCode: number) => statusCode === 204 || statusCode === 304;

function lengthOf(headers: Readonly<Record<string, string>>): number | undefined {
  const said = headers['content-length'];
  if (said === undefined) return undefined;
  if (!/^\d+$/.test(said)) throw new Error('an answer has no readable length');
  return Number(said);
}

/** @returns the head, without those that only announce another (RFC 9110, 15.2); undefined when it is not complete */
function headOf(bytes: Buffer, start = 0): Head | undefined {
  const end = bytes.indexOf(endOfHead, start);
  if (end < 0) return undefined;
  const [first = '', ...lines] = bytes.toString('latin1', start, end).split('\r\n');
  const statusCode = Number(/^HTTP\/1\.[01] (\d{3})\b/.exec(first)?.[1] ?? Number.NaN);
  if (Number.isNaN(statusCode)) throw new Error('the answer is not HTTP');
  const length = end + endOfHead.length;
  if (statusCode < 200) return headOf(bytes, length);
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon <= 0) throw new Error('a header of the answer is unreadable');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return { statusCode, headers, length };
}

/** Reads a body in chunks (RFC 9112, 7.1). @returns it and where it ends; undefined when it is not complete */
function chunksIn(bytes: Buffer, start: number): { body: Buffer; end: number } | undefined {
  const chunks: Buffer[] = [];
  for (let at = start; ; ) {
    const endOfLine = bytes.indexOf('\r\n', at);
    if (endOfLine < 0) return undefined;
    const said = /^([\da-f]+)\s*(?:;|$)/i.exec(bytes.toString('latin1', at, endOfLine))?.[1];
    if (said === undefined) throw new Error('a chunk of the answer has no length');
    const length = Number.parseInt(said, 16);
    const from = endOfLine + 2;
    if (length === 0) {
      // Trailers, of which AWS sends none, and an empty line.
      const end = bytes.indexOf(endOfHead, endOfLine);
      return end < 0 ? undefined : { body: Buffer.concat(chunks), end: end + endOfHead.length };
    }
    if (bytes.length < from + length + 2) return undefined;
    chunks.push(bytes.subarray(from, from + length));
    at = from + length + 2;
  }
}
