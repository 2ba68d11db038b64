/** Limits how long we wait for others. */

/**
 * Waits for the work until the signal aborts; the work itself continues.
 *
 * @throws the reason of the signal when it aborts first
 */
export function untilAborted<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  const over = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, over]);
}
