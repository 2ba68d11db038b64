/**
 * Calls the API. A deployed one is called at its own address behind the edge, which in the emulator is a name under
 * `localhost`. Browsers and curl resolve such names to loopback; Node asks the system, which may not know them. So they
 * are resolved here.
 */
import { type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

/** The request apart from method and address. */
export interface Outgoing {
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Plays the edge: the address behind it, with its secret. */
interface BehindEdge {
  readonly publicUrl: string;
  readonly apiUrl: string;
  readonly edgeSecret: string;
}

export function call(
  method: 'GET' | 'POST',
  url: string,
  { json, headers: more = {} }: Outgoing = {},
  edge?: BehindEdge,
): Promise<Answer> {
  const { hostname, port, host, pathname, search } = new URL(edge ? url.replace(edge.publicUrl, edge.apiUrl) : url);
  const body = json === undefined ? undefined : JSON.stringify(json);
  const headers = {
    host,
    ...more,
    ...(edge ? { 'x-undersigned-edge': edge.edgeSecret } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const target = hostname.endsWith('.localhost') ? '127.0.0.1' : hostname;
  return new Promise((resolve, reject) => {
    const outgoing = request({ method, host: target, port, path: pathname + search, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
      response.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
