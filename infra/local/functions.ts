import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import type { FunctionHandler } from './invoke.ts';

/** What the schedule tells housekeeping. */
export type HousekeepingEvent =
  | { readonly task: 'sweep'; readonly olderThanSeconds: number }
  | { readonly task: 'letters' | 'snapshots' | 'reconcile' | 'retention' };

/** The entries of the functions that the local stack drives. */
export interface Functions {
  readonly fetch: (request: Request, env: object) => Response | Promise<Response>;
  readonly relay: FunctionHandler<DynamoDBStreamEvent>;
  readonly mailer: FunctionHandler<SQSEvent>;
  readonly housekeeping: FunctionHandler<HousekeepingEvent>;
}

/** Loads them only now: they read their environment as they load, and it must be set by then. */
export async function loadFunctions(): Promise<Functions> {
  const [publicApi, relay, mailer, housekeeping] = await Promise.all([
    import('../../functions/public-api/handler.ts'),
    import('../../functions/relay/handler.ts'),
    import('../../functions/mailer/handler.ts'),
    import('../../functions/housekeeping/handler.ts'),
  ]);
  return {
    fetch: publicApi.app.fetch,
    relay: relay.handler,
    mailer: mailer.handler,
    housekeeping: housekeeping.handler,
  };
}
