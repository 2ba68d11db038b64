/**
 * When the sweep looks at something due. Moving an entry of the index costs two writes, so it stays in place while one
 * thing is done and the next becomes due: from the submission to the receipt, for signers who confirm within minutes.
 */

/** Maximum delay after which the sweep finds an overdue entry, in milliseconds. */
export const sweepDelay = 10 * 60 * 1000;

/** Clocks differ between machines, so nothing is planned sooner than this, in milliseconds. */
const tolerance = 10 * 60 * 1000;

/** @returns whether it is too early for something due then: the sweep finds it in time */
export function isForLater(dueAt: string, now: Date): boolean {
  return Date.parse(dueAt) > now.getTime() + tolerance;
}

/**
 * @param known the current sweep time of the signature
 * @returns the sweep time for something due at `dueAt`: the current one, if it is early enough
 */
export function sweepAt(dueAt: string, known?: string): string {
  const latest = new Date(Date.parse(dueAt) + sweepDelay).toISOString();
  return known !== undefined && known <= latest ? known : latest;
}
