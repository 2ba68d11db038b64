/** Keeping what is shown up to date. */

/**
 * With what the server keeps in caches, what happens is seen within a minute (`publicCache` in functions/public-api), in
 * milliseconds.
 */
const pause = 15_000;

/** Does it now and then while the page is looked at, until the signal. */
export function repeat(signal: AbortSignal, refresh: () => Promise<void>): void {
  // What does not come this time comes the next time; until then the last one stays, with its "as of".
  const turn = () => void (document.hidden || refresh().catch(() => {}));
  const timer = setInterval(turn, pause);
  document.addEventListener('visibilitychange', turn, { signal });
  signal.addEventListener('abort', () => clearInterval(timer));
}
