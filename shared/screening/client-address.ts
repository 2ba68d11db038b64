/** The network that a request comes from: as the hop in front of us says, never as a header says (DESIGN §2.10). */
import type { Context } from 'hono';
import * as z from 'zod';
import type { Client } from './network.ts';

/** API Gateway and function URLs write it from the connection: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
const inLambda = z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) });
/** The local server hands over the connection itself. */
const inNode = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) });

/** CloudFront sets it itself (`infra/edge/viewer-request.js`), whatever the client wrote there. */
const viewerHeader = 'x-undersigned-viewer';

/**
 * @param edge whether an edge stands in front of us, whose secret each request has shown
 * @returns who is asking; a request that came through no network at all comes from this machine
 */
export function clientOf({ env, req }: Context, { edge }: { readonly edge?: unknown }): Client {
  // Nothing gets here that did not show the edge's secret.
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
