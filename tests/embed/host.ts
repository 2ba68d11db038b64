/** Pages of other people's sites, on an origin of their own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HostSite {
  readonly origin: string;
  /** @returns the address of a new page that says so */
  page(page: HostPage): string;
  close(): Promise<void>;
}

export async function startHostSite(): Promise<HostSite> {
  const pages: HostPage[] = [];
  const server = createServer(({ url = '' }, response) => {
    const page = pages[Number(/\d+/.exec(url)?.[0])];
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${isPort(address) ? address.port : ''}`;
  return {
    origin,
    page: (page) => `${origin}/page/${pages.push(page) - 1}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const isPort = (address: AddressInfo | string | null): address is AddressInfo => typeof address === 'object';

/** A page as people write it who know no more than the one line. */
export function plainPage(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Partner</title>${head}</head><body><main><h1>Join in</h1>${body}</main></body></html>`;
}

export const scriptTag = (server: string) => `<script type="module" src="${server}/embed/v1.js"></script>`;

/** The element with the link for those without JavaScript. */
export const formTag = (server: string, letter: string, attributes = '') =>
  `<sign-on-form letter="${letter}" ${attributes}><a href="${server}/${letter}/form">Sign this letter</a></sign-on-form>`;
