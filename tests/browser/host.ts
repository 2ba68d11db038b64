/** Somebody else's site: pages as a webmaster writes them, under an origin that is registered and one that is not. */
import { createServer } from 'node:http';
import { listen, loopback } from '../../infra/local/ports.ts';

export interface Host {
  /** The origin that is registered for a partner. */
  readonly origin: string;
  /** The same pages under an origin that is not. */
  readonly stranger: string;
  /** Puts a page there, from now on. */
  show(path: string, body: string): void;
  close(): Promise<void>;
}

export async function openHost(): Promise<Host> {
  const pages = new Map<string, string>();
  const server = createServer(({ url = '' }, response) => {
    const body = pages.get(new URL(url, 'http://host').pathname);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="en"><title>Valley Radio</title><body>${body ?? ''}</body></html>`);
  });
  const port = await listen(server, 0);
  return {
    origin: `http://localhost:${port}`,
    stranger: `http://${loopback}:${port}`,
    show: (path, body) => pages.set(path, body),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
