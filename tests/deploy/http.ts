/**
 * Calls the deployed API by its own address, which here is a name under `localhost`. Browsers and curl take such names
 * to loopback, Node asks the system, which may not know them: so the test resolves them, and the functions need not.
 */
import { request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** @param more headers besides what the body needs */
export function call(
  method: 'GET' | 'POST',
  url: string,
  { json, headers: more = {} }: { json?: unknown; headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  const { hostname, port, host, pathname, search } = new URL(url);
  const body = json === undefined ? undefined : JSON.stringify(json);
  const headers = { host, ...more, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const target = hostname.endsWith('.localhost') ? '127.0.0.1' : hostname;
  return new Promise((resolve, reject) => {
    const outgoing = request({ method, host: target, port, path: pathname + search, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
