/**
 * Masks errors in streamed answers. A long answer may fail halfway, and the runtime would log the error with the data
 * that it quotes.
 */
import { logError } from '../../shared/platform/config/log.ts';

/** @returns the same answer, whose stream fails with an error without details; the name of the real error is logged */
export function maskStreamErrors(answer: Response): Response {
  if (!answer.body) return answer;
  const reader = answer.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        logError('a streamed response failed', { error: error instanceof Error ? error.name : 'unknown' });
        controller.error(new Error('the response ended early'));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, answer);
}
