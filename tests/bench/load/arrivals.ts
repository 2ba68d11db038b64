/** People come when they come, whether or not those before them have been answered. */

/** People under way at once, those who wait for a mail included: SES may refuse for minutes. */
const maxAtOnce = 5_000;

export interface Arrivals {
  /** From now on, so many come a second. */
  rate(perSecond: number): void;
  /** Nobody else comes. Those under way go on. */
  stop(): void;
  readonly underWay: () => number;
}

/**
 * @param come takes one person the whole way
 * @param onError is told about what should not happen
 */
export function openArrivals(come: (number: number) => Promise<void>, onError: (error: unknown) => void): Arrivals {
  const everyMs = 10;
  let [number, perSecond, due, underWay] = [0, 0, 0, 0];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    due += ((now - last) / 1000) * perSecond;
    last = now;
    for (; due >= 1; due -= 1) {
      if (underWay >= maxAtOnce) continue;
      underWay += 1;
      number += 1;
      come(number)
        .catch(onError)
        .finally(() => {
          underWay -= 1;
        });
    }
  }, everyMs);
  return {
    rate(value) {
      perSecond = value;
    },
    stop() {
      clearInterval(timer);
    },
    underWay: () => underWay,
  };
}
