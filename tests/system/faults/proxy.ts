/**
 * A proxy between the functions and the emulated AWS, which they find as any endpoint (`AWS_ENDPOINT_URL`). It records
 * each call and makes some of them fail as on AWS.
 */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen, loopback } from '../../../infra/local/ports.ts';

/** One call of a function to AWS. */
export interface AwsCall {
  /** Id of the key that signed it: each role has its own. */
  readonly key: string;
  /** As named in the signature: `dynamodb`. */
  readonly service: string;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface AwsAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/**
 * A fault of a call: an answer that AWS did not give, or the call succeeds and something happens before the answer
 * arrives.
 */
export type Fault = { readonly answer: AwsAnswer } | { readonly unheard: () => Promise<void> };

/** @returns undefined when the call passes */
export type Plan = (call: AwsCall) => Fault | undefined;

export interface FaultProxy {
  readonly endpoint: string;
  readonly calls: AwsCall[];
  /** Target of the calls. */
  target: string;
  /** Faults at this time. The first plan that has one for a call decides. */
  readonly plans: Set<Plan>;
  stop(): Promise<void>;
}

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
    plans: new Set(),
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
  const fault = call && faultOf(proxy, call);
  // Permission is checked before anything else, so a call that then fails is recorded too.
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

function faultOf({ plans }: FaultProxy, call: AwsCall): Fault | undefined {
  for (const plan of plans) {
    const fault = plan(call);
    if (fault) return fault;
  }
  return undefined;
}

/**
 * The forms of AWS calls used here: JSON with the action in a header, a form with the action in a field, and for S3 and
 * Lambda a method and a path.
 */
function readCall({ headers, method = '', url = '' }: IncomingMessage, body: string): AwsCall | undefined {
  const [, key = '', service = ''] =
    /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\//.exec(headers.authorization ?? '') ?? [];
  if (service === '') return undefined;
  if (service === 's3') return { key, service, action: actionOnBucket(method, url), input: {} };
  if (service === 'lambda') {
    const [, FunctionName = ''] = /\/functions\/([^/]+)\/invocations/.exec(decodeURIComponent(url)) ?? [];
    return { key, service, action: FunctionName === '' ? url : 'InvokeFunction', input: { FunctionName } };
  }
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    return { key, service, action: target.slice(target.lastIndexOf('.') + 1), input: JSON.parse(body || '{}') };
  }
  const { Action: action = '', ...input } = Object.fromEntries(new URLSearchParams(body));
  return { key, service, action, input };
}

/** @returns the action that IAM asks for: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
function actionOnBucket(method: string, url: string): string {
  if (/[?&](list-type|prefix)=/.test(url)) return 'ListBucket';
  if (method === 'DELETE' || /[?&]delete\b/.test(url)) return 'DeleteObject';
  return method === 'PUT' ? 'PutObject' : 'GetObject';
}
