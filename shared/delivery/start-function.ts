/** Starts the document function, which works on its own for up to minutes. */
import type { PictureRequest } from '../picture/picture.ts';
import { logError } from '../platform/config/log.ts';
import type { UploadRequest } from '../upload/due.ts';
import type { DocumentRequest } from './due.ts';

/** Starts the document function for a delivery, for pictures, or for an uploaded file; does not wait for it. */
export type StartFunction = (request: DocumentRequest | PictureRequest | UploadRequest) => Promise<void>;

/**
 * Loads the client of Lambda on the first call, since few runs need it.
 *
 * @param functionName its name or ARN
 * @returns a function that throws Lambda's error when the event was not accepted
 */
export function documentStarter(functionName: string): StartFunction {
  return async (request) => {
    const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
    const { clientTimeouts } = await import('../platform/config/client-timeouts.ts');
    const client = new LambdaClient(clientTimeouts);
    try {
      await client.send(
        new InvokeCommand({
          FunctionName: functionName,
          // Lambda queues the event and answers at once.
          // https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html
          InvocationType: 'Event',
          Payload: Buffer.from(JSON.stringify(request)),
        }),
      );
    } finally {
      client.destroy();
    }
  };
}

/** Logs that a `StartFunction` failed. Housekeeping tries again. */
export function logNotStarted(error: unknown): void {
  logError('the document function was not started', { error: error instanceof Error ? error.name : '' });
}
