/**
 * When the sweep looks at what is due. To move an entry of the index costs two writes, so it stays where it is while one
 * thing is done and the next becomes due: from the submission to the receipt, for whoever confirms within some minutes.
 */

/** What is due and was not done is found so much later at the latest, in milliseconds. */
export const sweepDelay = 10 * 60 * 1000;

/** Clocks of machines differ; nothing is planned for so soon, in milliseconds. */
const tolerance = 10 * 60 * 1000;

/** @returns whether it is too early for what is due then: the sweep finds it when its time has come */
export function isForLater(dueAt: string, now: Date): boolean {
  return Date.parse(dueAt) > now.getTime() + tolerance;
}

/**
 * @param known when the sweep looks at the signature, as it is
 * @returns when it shall look at something that is due at `dueAt`: that stays where it is early enough
 */
export function sweepAt(dueAt: string, known?: string): string {
  const latest = new Date(Date.parse(dueAt) + sweepDelay).toISOString();
  return known !== undefined && known <= latest ? known : latest;
}
