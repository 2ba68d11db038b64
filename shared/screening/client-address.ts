/** The address that a request comes from: told by the hop in front of us, never by a header of the client (rule 10). */
import type { Context } from 'hono';
import * as z from 'zod';
import type { Client } from './network.ts';

/**
 * API Gateway and function URLs take it from the connection:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
const inLambda = z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) });
/** The local server passes the connection itself. */
const inNode = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) });

/** Set by CloudFront (`infra/edge/viewer-request.js`), which overwrites a client's value. */
const viewerHeader = 'x-undersigned-viewer';

/**
 * @param edge whether an edge is in front of us, whose secret each request has shown
 * @returns the client; a request without a network comes from this machine
 */
export function clientOf({ env, req }: Context, { edge }: { readonly edge?: unknown }): Client {
  // Requests without the edge's secret were refused before.
  if (edge) return { address: req.header(viewerHeader), local: false };
  const bindings: Record<string, unknown> = { ...env };
  if ('requestContext' in bindings) {
    return { address: inLambda.safeParse(bindings).data?.requestContext.http.sourceIp, local: false };
  }
  if ('incoming' in bindings) {
    return { address: inNode.safeParse(bindings).data?.incoming.socket.remoteAddress, local: true };
  }
  return { address: '127.0.0.1', local: true };
}
