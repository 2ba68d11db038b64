import { channel } from 'node:diagnostics_channel';
import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import type { FunctionHandler } from './invoke.ts';

/** Input of a scheduled run of housekeeping. */
export type HousekeepingEvent =
  | { readonly task: 'sweep'; readonly olderThanSeconds: number }
  | { readonly task: 'letters' | 'bulk' | 'snapshots' | 'reconcile' | 'retention' | 'digest' };

/** Entries of the functions that the local stack runs. */
export interface Functions {
  readonly fetch: (request: Request, env: object) => Response | Promise<Response>;
  /** The console and its API: every path that matches `consolePaths`. */
  readonly secretariat: (request: Request, env: object) => Response | Promise<Response>;
  readonly relay: FunctionHandler<DynamoDBStreamEvent>;
  readonly mailer: FunctionHandler<SQSEvent>;
  readonly housekeeping: FunctionHandler<HousekeepingEvent>;
  readonly document: FunctionHandler<unknown>;
}

/** Paths that the edge sends to the secretariat's function (`infra/edge/edge.ts`). */
const consolePaths = /^\/(console|v1\/admin)(\/|$)/;

/** @returns a handler that routes each request as the edge does */
export function routed({ fetch, secretariat }: Pick<Functions, 'fetch' | 'secretariat'>): Functions['fetch'] {
  return (request, env) => (consolePaths.test(new URL(request.url).pathname) ? secretariat : fetch)(request, env);
}

/** Publishes which function runs: tests limit each one to its role (`tests/fixtures/bounded-process.ts`). */
const running = channel('undersigned.function');

function named<Args extends unknown[], Answer>(
  name: string,
  run: (...args: Args) => Answer,
): (...args: Args) => Answer {
  return (...args) => running.runStores({ name }, () => run(...args));
}

/** Loads the functions late: they read their environment as they load, so it must be set by then. */
export async function loadFunctions(): Promise<Functions> {
  const [publicApi, secretariat, relay, mailer, housekeeping] = await Promise.all([
    import('../../functions/public-api/handler.ts'),
    import('../../functions/secretariat/handler.ts'),
    import('../../functions/relay/handler.ts'),
    import('../../functions/mailer/handler.ts'),
    import('../../functions/housekeeping/handler.ts'),
  ]);
  return {
    fetch: named('public-api', publicApi.app.fetch),
    secretariat: named('secretariat', secretariat.app.fetch),
    relay: named('relay', relay.handler),
    mailer: named('mailer', mailer.handler),
    housekeeping: named('housekeeping', housekeeping.handler),
    // Loaded with the first delivery: the typesetter and its fonts are large.
    document: named('document', async (event) => (await import('../../functions/document/handler.ts')).handler(event)),
  };
}
