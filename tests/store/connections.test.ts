/** Connections to AWS: every form of an answer is read, and what ends early is a time-out. */
import { createServer as createSecureServer } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { listen, loopback } from '../../infra/local/ports.ts';
import { openConnections } from '../../shared/platform/aws/http-handler.ts';
import { makeCertificate } from '../fixtures/certificate.ts';

/** Nobody trusts it. */
const localhost = makeCertificate(['localhost']);
const timeouts = { connectionTimeout: 2_000, requestTimeout: 2_000 };
const servers: { close(): unknown }[] = [];
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** A server that answers each request by writing to its connection. */
async function serve(answer: (socket: Socket, request: string, number: number) => unknown) {
  const requests: string[] = [];
  const seen = { requests, connections: 0 };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    seen.connections += 1;
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      requests.push(bytes.toString());
      answer(socket, bytes.toString(), requests.length);
    });
  });
  servers.push(server);
  const port = await new Promise<number>((resolve) => {
    server.listen(0, loopback, () => resolve(z.object({ port: z.number() }).parse(server.address()).port));
  });
  const { handle } = openConnections(timeouts);
  const ask = (body = 'hello') =>
    handle({ method: 'POST', protocol: 'http:', hostname: loopback, port, path: '/', headers: { host: 'x' }, body });
  return { seen, ask };
}

const fine = 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\nX-One: a\r\nX-One: b\r\n\r\nnaïve';
const body = async (asked: Promise<{ response: { body: Buffer } }>) => (await asked).response.body.toString();

describe('an answer', () => {
  it('is read with its status and headers, and the next request uses the same connection', async () => {
    const { seen, ask } = await serve((socket) => socket.write(fine));
    expect((await ask('grüße')).response).toMatchObject({ statusCode: 200, headers: { 'x-one': 'a, b' } });
    expect(await body(ask())).toBe('naïve');
    expect(seen.connections).toBe(1);
    expect(seen.requests[0]).toMatch(/^POST \/ HTTP\/1\.1\r\nhost: x\r\n.*content-length: 7\r\n.*\r\ngrüße$/is);
  });

  it.each([
    ['with a length', fine],
    ['in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nna\xc3\r\n3;x=y\r\n\xafve\r\n0\r\n\r\n'],
    ['after another was announced', `HTTP/1.1 100 Continue\r\n\r\n${fine}`],
  ])('%s is read whole, byte by byte and at once', async (_, text) => {
    const bytes = Buffer.from(text, text.includes('\xc3') && text.includes('chunked') ? 'latin1' : 'utf8');
    const { ask, seen } = await serve((socket, __, number) =>
      number % 2 === 1 ? writeEach(socket, bytes) : socket.write(bytes),
    );
    for (let time = 0; time < 4; time += 1) expect(await body(ask())).toBe('naïve');
    expect(seen.connections).toBe(1);
  });

  it('without a length ends with its connection', async () => {
    const { seen, ask } = await serve((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nall of it'));
    expect(await body(ask())).toBe('all of it');
    expect(await body(ask())).toBe('all of it');
    expect(seen.connections).toBe(2);
  });

  it('that closes its connection is the last on it', async () => {
    const { seen, ask } = await serve((socket) => socket.write(fine.replace('X-One: a', 'Connection: close')));
    expect(await body(ask())).toBe('naïve');
    expect(await body(ask())).toBe('naïve');
    expect(seen.connections).toBe(2);
  });

  it('without a body is read', async () => {
    const { ask } = await serve((socket) => socket.write('HTTP/1.1 204 No Content\r\n\r\n'));
    expect((await ask()).response).toMatchObject({ statusCode: 204 });
  });
});

/** Writes bytes one by one, each in a packet of its own as far as the system lets it. */
async function writeEach(socket: Socket, bytes: Buffer): Promise<void> {
  for (const byte of bytes) {
    socket.write(Buffer.from([byte]));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('the connections', () => {
  it('carry many requests at once, and each gets its own answer', async () => {
    const { seen, ask } = await serve((socket, request) => {
      const sent = request.slice(request.indexOf('\r\n\r\n') + 4);
      setTimeout(() => socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${sent.length}\r\n\r\n${sent}`), 5);
    });
    const asked = Array.from({ length: 120 }, (_, number) => `request ${number}`);
    expect(await Promise.all(asked.map((one) => body(ask(one))))).toEqual(asked);
    expect(seen.connections).toBeLessThanOrEqual(50);
  });

  it('that the server has closed are not used again', async () => {
    const { seen, ask } = await serve((socket) => socket.write(fine));
    await Promise.all([ask(), ask(), ask()]);
    for (const socket of sockets) socket.end();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await body(ask())).toBe('naïve');
    expect(seen.connections).toBe(4);
  });

  it('that ended while the function was frozen cost no failure, however many they are', async () => {
    const old = new Set<Socket>();
    const { seen, ask } = await serve((socket) => (old.has(socket) ? socket.resetAndDestroy() : socket.write(fine)));
    await Promise.all(Array.from({ length: 4 }, () => ask()));
    for (const socket of sockets) old.add(socket);
    expect(await body(ask())).toBe('naïve');
    expect(seen.connections).toBe(5);
    expect(seen.requests).toHaveLength(9);
  });

  it('that end within an answer get no second request', async () => {
    const { seen, ask } = await serve((socket, _, number) => {
      if (number === 1) return socket.write(fine);
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf');
      return setTimeout(() => socket.resetAndDestroy(), 50);
    });
    await ask();
    await expect(ask()).rejects.toMatchObject({ name: 'TimeoutError' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen.requests).toHaveLength(2);
  });

  it('are encrypted, and only to a server with the right name', async () => {
    const server = createSecureServer(localhost, (_, response) => {
      response.end('secret');
    });
    servers.push({ close: () => [server.closeAllConnections(), server.close()] });
    const port = await listen(server, 0);
    const request = { method: 'POST', protocol: 'https:', port, path: '/', headers: {}, body: '{}' };
    const { handle } = openConnections(timeouts, { ca: localhost.cert });
    for (let time = 0; time < 2; time += 1) {
      expect(await body(handle({ ...request, hostname: 'localhost' }))).toBe('secret');
    }
    await expect(handle({ ...request, hostname: '127.0.0.1' })).rejects.toThrow();
    await expect(openConnections(timeouts).handle({ ...request, hostname: 'localhost' })).rejects.toThrow();
  });
});

describe('a request', () => {
  it.each([
    ['ends before the head', 'HTTP/1.1 200 OK\r\nContent-'],
    ['ends within the body', 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf'],
    ['ends within a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nhalf'],
    ['ends without a word', ''],
  ])('whose connection %s has no answer', async (_, text) => {
    const { ask } = await serve((socket) => socket.end(text));
    await expect(ask()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it.each([
    ['is not HTTP', 'SSH-2.0-server\r\n\r\n'],
    ['has two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nhello'],
    ['has a chunk without a length', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n0\r\n\r\n'],
  ])('is refused when the answer %s', async (_, text) => {
    const { ask } = await serve((socket) => socket.write(text));
    await expect(ask()).rejects.toThrow();
  });

  it('that nobody answers, or not to the end, is given up in time', async () => {
    const { ask } = await serve((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf'));
    await expect(ask()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('with a header that would begin another is not sent', async () => {
    const { handle } = openConnections(timeouts);
    const headers = { host: 'x\r\nx-more: y' };
    const request = { method: 'POST', protocol: 'http:', hostname: loopback, port: 9, path: '/', headers, body: '' };
    await expect(handle(request)).rejects.toThrow('Invalid character');
  });
});
