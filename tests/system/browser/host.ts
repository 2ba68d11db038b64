/** Somebody else's site: pages as a webmaster writes them, on a registered origin and on an unregistered one. */
import { createServer } from 'node:http';
import { listen, loopback } from '../../../infra/local/ports.ts';

export interface HostPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Host {
  /** Origin that is registered for a partner. */
  readonly origin: string;
  /** The same pages on an unregistered origin. */
  readonly stranger: string;
  /** Serves a page at that path from now on. */
  show(path: string, body: string): void;
  /** @returns the address of a new page with exactly this content */
  page(page: HostPage): string;
  close(): Promise<void>;
}

export async function openHost(): Promise<Host> {
  const pages = new Map<string, HostPage>();
  const server = createServer(({ url = '' }, response) => {
    const page = pages.get(new URL(url, 'http://host').pathname);
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html);
  });
  const port = await listen(server, 0);
  const origin = `http://localhost:${port}`;
  return {
    origin,
    stranger: `http://${loopback}:${port}`,
    show: (path, body) =>
      pages.set(path, {
        html: `<!doctype html><html lang="en"><title>Valley Radio</title><body>${body}</body></html>`,
      }),
    page(page) {
      const path = `/pages/${pages.size}`;
      pages.set(path, page);
      return origin + path;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
