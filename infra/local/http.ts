import { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import type { Functions } from './functions.ts';
import { listen, portRefusal } from './ports.ts';

/** Serves the pages and the API on the loopback interface. */
export async function serveHttp(fetch: Functions['fetch'], port: number): Promise<{ stop(): Promise<void> }> {
  const server = createAdaptorServer({ fetch });
  if (!(server instanceof Server)) throw new Error('The adapter made a different kind of server than requested.');
  await listen(server, port).catch((error: unknown) => {
    throw portRefusal(error, port, 'PORT');
  });
  return {
    /** Accepts no more requests and lets running ones finish; closes connections after two seconds. */
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await Promise.race([closed, sleep(2000, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
}
