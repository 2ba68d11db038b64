import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Engine } from './engine.ts';
import { type FunctionHandler, lambdaContext } from './invoke.ts';
import { logFailure } from './log.ts';
import { listen, loopback } from './ports.ts';

const invocation = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** Longer than any function here may run, in milliseconds. */
const timeoutMs = 15 * 60 * 1000;

/**
 * Answers `Invoke` as AWS Lambda does for events: it accepts the event at once and calls the handler afterwards. A
 * handler that fails is not called again; the sweep finds the due work.
 *
 * @param handlers of the functions that others start, by name; may be filled in later
 */
export async function startLambda(handlers: ReadonlyMap<string, FunctionHandler<unknown>>): Promise<Engine> {
  const running = new Set<Promise<unknown>>();
  const server = createServer((request, response) => {
    accept(request, response).catch(() => response.destroy());
  });

  async function accept(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, name = ''] = invocation.exec(request.url ?? '') ?? [];
    const handler = handlers.get(decodeURIComponent(name));
    const body = await text(request);
    if (!handler || request.headers['x-amz-invocation-type'] !== 'Event') {
      response.writeHead(404, { 'x-amzn-errortype': 'ResourceNotFoundException' }).end('{}');
      return;
    }
    response.writeHead(202).end();
    const run = Promise.resolve()
      .then(() => handler(JSON.parse(body), lambdaContext(name, timeoutMs)))
      .catch((error: unknown) => logFailure(`${name}: an event failed`, error))
      .finally(() => running.delete(run));
    running.add(run);
  }

  const port = await listen(server, 0);
  return {
    endpoint: `http://${loopback}:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all(running);
    },
  };
}
