import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { codeOf, refusal } from './refusal.ts';

/** The only address on which local servers listen: the stack holds people's mailboxes and has no passwords. */
export const loopback = '127.0.0.1';

/** Makes the server listen on the loopback interface; port 0 lets the system choose. Returns the port. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.removeListener('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/**
 * Finds a port that was free a moment ago, for a child that cannot choose one itself. It is below the ranges from which
 * systems assign ports (Linux from 32768, macOS from 49152), where another connection could take it before the child.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_768);
    const server = createServer();
    try {
      await listen(server, port);
    } catch (error) {
      if (codeOf(error) === 'EADDRINUSE') continue;
      throw error;
    }
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

/** Refuses, before anything is started, when a chosen port is taken. */
export async function ensurePortFree(port: number, variable: string): Promise<void> {
  const server = createServer();
  try {
    await listen(server, port);
  } catch (error) {
    throw portRefusal(error, port, variable);
  }
  await new Promise((resolve) => server.close(resolve));
}

/** The refusal for a port that cannot be used; any other error is returned unchanged. */
export function portRefusal(error: unknown, port: number, variable: string): unknown {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') {
    return refusal(`Port ${port} is in use by another program. Choose another one with ${variable}=….`);
  }
  if (code === 'EACCES') {
    return refusal(`Port ${port} needs more rights than this user has. Choose one above 1023 with ${variable}=….`);
  }
  return error;
}
