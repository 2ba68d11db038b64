/** Keeps shown data up to date. */

/**
 * Interval in milliseconds. With the time that responses are cached, changes show within a minute (`publicCache` in
 * functions/public-api).
 */
const pause = 15_000;

/** Repeats a refresh while the page is visible, until the signal aborts. */
export function repeat(signal: AbortSignal, refresh: () => Promise<void>): void {
  // A failed refresh is retried at the next turn. Until then the last data stays, with its "as of".
  const turn = () => void (document.hidden || refresh().catch(() => {}));
  const timer = setInterval(turn, pause);
  document.addEventListener('visibilitychange', turn, { signal });
  signal.addEventListener('abort', () => clearInterval(timer));
}
