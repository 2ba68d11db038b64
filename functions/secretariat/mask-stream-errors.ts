/** A long answer may break off in the middle. Who runs the function would log the error as it is, with what it quotes. */
import { logError } from '../../shared/platform/config/log.ts';

/** @returns the same answer, whose stream fails with an error that says nothing; the kind of the real one is logged */
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
        logError('an answer broke off', { error: error instanceof Error ? error.name : 'unknown' });
        controller.error(new Error('the answer broke off'));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, answer);
}
