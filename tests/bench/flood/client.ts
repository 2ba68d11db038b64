/** Requests as the edge forwards them: from many networks, over few connections. */
import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface Sent {
  readonly path: string;
  readonly network?: string;
  readonly method?: 'GET' | 'POST';
  readonly json?: object;
  readonly form?: Readonly<Record<string, string>>;
  /** Headers besides those that follow from the others. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Client {
  /** @returns status and body of the response */
  readonly send: (sent: Sent) => Promise<{ status: number; body: string }>;
  close(): void;
}

/**
 * @param edgeSecret the secret by which the API recognises its edge, so that it trusts the client address. Without one,
 *   all requests come from this machine
 */
export function openClient(publicUrl: string, edgeSecret?: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  return {
    send({ path, network, method = 'POST', json, form, headers: more }) {
      const content =
        json === undefined
          ? form && { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() }
          : { type: 'application/json', body: JSON.stringify(json) };
      const headers = {
        ...more,
        ...(edgeSecret !== undefined && { 'x-undersigned-edge': edgeSecret }),
        ...(network !== undefined && { 'x-undersigned-viewer': network }),
        accept: json === undefined ? 'text/html' : 'application/json',
        ...(content && { 'content-type': content.type, 'content-length': Buffer.byteLength(content.body) }),
      };
      return new Promise((resolve, reject) => {
        const asking = request(new URL(path, publicUrl), { agent, method, headers }, (answer) => {
          buffer(answer).then(
            (body) => resolve({ status: answer.statusCode ?? 0, body: body.toString() }),
            (error: unknown) => reject(error),
          );
        });
        asking.once('error', reject);
        asking.end(content?.body);
      });
    },
    close: () => agent.destroy(),
  };
}

/** Result of a load. */
export interface Load {
  readonly sent: number;
  readonly perSecond: number;
  /** Number of responses by status. */
  readonly statuses: ReadonlyMap<number, number>;
}

/**
 * Maximum number of open requests. On one machine all functions share a process, so a load beyond its capacity would be
 * measured as waiting for the CPU; in the cloud each function has its own. Where the machine cannot keep up, later
 * requests are dropped, and the load reports how many were sent.
 */
const maxAtOnce = 6;

/**
 * Sends at a rate without waiting for responses, up to a number of open requests. Ends with the last response.
 *
 * @param send sends the request with that number.
 * @returns the status of the response; 0 without one
 */
export async function sendAtRate(
  send: (number: number) => Promise<number>,
  perSecond: number,
  seconds: number,
): Promise<Load> {
  const statuses = new Map<number, number>();
  const underWay = new Set<Promise<void>>();
  const start = performance.now();
  let [sent, due] = [0, 0];
  while (performance.now() - start < seconds * 1000) {
    const planned = Math.floor(((performance.now() - start) / 1000) * perSecond);
    for (; due < planned; due += 1) {
      if (underWay.size >= maxAtOnce) continue;
      const number = sent;
      sent += 1;
      const one = send(number)
        .catch(() => 0)
        .then((status) => {
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          underWay.delete(one);
        });
      underWay.add(one);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(underWay);
  return { sent, perSecond: sent / ((performance.now() - start) / 1000), statuses };
}
