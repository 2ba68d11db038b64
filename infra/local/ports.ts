import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { codeOf, refusal } from './refusal.ts';

/** Everything local listens here and nowhere else: the stack holds people's mailboxes and knows no passwords. */
export const loopback = '127.0.0.1';

/** Makes the server listen on the loopback; port 0 lets the system choose. Answers the port. */
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
 * A port that was free a moment ago, for a child that cannot choose one itself. It lies below those that systems hand
 * out by themselves (Linux from 32768, macOS from 49152): there somebody's connection would take it before the child.
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

/** Refuses, before anything is started, when a port that people chose is taken. */
export async function ensurePortFree(port: number, variable: string): Promise<void> {
  const server = createServer();
  try {
    await listen(server, port);
  } catch (error) {
    throw portRefusal(error, port, variable);
  }
  await new Promise((resolve) => server.close(resolve));
}

/** The sentence about a port that cannot be listened on; any other error passes through. */
export function portRefusal(error: unknown, port: number, variable: string): unknown {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') {
    return refusal(`Port ${port} is taken by another program: choose another one with ${variable}=….`);
  }
  if (code === 'EACCES') {
    return refusal(`Port ${port} may not be used by this user: choose one above 1023 with ${variable}=….`);
  }
  return error;
}
