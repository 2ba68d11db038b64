/** Not waiting for others longer than we have. */

/** @throws the reason of the signal when it is given before the work is done; the work itself is left to its own end */
export function before<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  const over = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, over]);
}
