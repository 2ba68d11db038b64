/**
 * Stands between the functions and what plays AWS, found by them as any endpoint is (`AWS_ENDPOINT_URL`): it writes down
 * each call, and lets some of them fail the way AWS does.
 */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen, loopback } from '../../../infra/local/ports.ts';

/** One call of a function to AWS. */
export interface AwsCall {
  /** Id of the key that signed it: each role has its own. */
  readonly key: string;
  /** As the signature names it: `dynamodb`. */
  readonly service: string;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface AwsAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** What befalls a call: an answer that AWS did not give; or it is done, and something happens before anybody hears of it. */
export type Fault = { readonly answer: AwsAnswer } | { readonly unheard: () => Promise<void> };

/** @returns undefined where the call goes through */
export type Plan = (call: AwsCall) => Fault | undefined;

export interface FaultProxy {
  readonly endpoint: string;
  readonly calls: AwsCall[];
  /** Where calls go. */
  target: string;
  /** What befalls them from now on; `calm` ends it. */
  plan: Plan;
  stop(): Promise<void>;
}

export const calm: Plan = () => undefined;

export async function startProxy(): Promise<FaultProxy> {
  const calls: AwsCall[] = [];
  const server: Server = createServer((incoming, outgoing) => {
    pass(proxy, calls, incoming, outgoing).catch(() => outgoing.destroy());
  });
  const port = await listen(server, 0);
  const proxy: FaultProxy = {
    endpoint: `http://${loopback}:${port}`,
    calls,
    target: '',
    plan: calm,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

async function pass(proxy: FaultProxy, calls: AwsCall[], incoming: IncomingMessage, outgoing: ServerResponse) {
  const body = await buffer(incoming);
  const call = readCall(incoming, body.toString());
  const fault = call && proxy.plan(call);
  // What a function may do is asked of it before anything else: a call that then fails counts as one.
  if (call) calls.push(call);
  if (fault && 'answer' in fault) {
    outgoing.writeHead(fault.answer.status, { 'content-type': fault.answer.type });
    return outgoing.end(fault.answer.body);
  }
  const { method = 'POST', url = '/', headers } = incoming;
  const forwarded = request(new URL(url, proxy.target), { method, headers });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    forwarded.on('response', resolve).on('error', reject);
  });
  forwarded.end(body);
  const response = await answer;
  const content = await buffer(response);
  if (fault) {
    await fault.unheard();
    return outgoing.destroy();
  }
  outgoing.writeHead(response.statusCode ?? 502, response.headers);
  return outgoing.end(content);
}

/** The two ways in which AWS is called here: JSON with the action in a header, a form with the action in a field. */
function readCall({ headers }: IncomingMessage, body: string): AwsCall | undefined {
  const [, key = '', service = ''] =
    /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\//.exec(headers.authorization ?? '') ?? [];
  if (service === '') return undefined;
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    return { key, service, action: target.slice(target.lastIndexOf('.') + 1), input: JSON.parse(body || '{}') };
  }
  const { Action: action = '', ...input } = Object.fromEntries(new URLSearchParams(body));
  return { key, service, action, input };
}
