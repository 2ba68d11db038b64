/** Whether a step kept its rate, and which component kept it from doing so. */

/** Part of the requested rate from which it counts as kept. */
const nearly = 0.9;
/** Part of its capacity from which a component counts as saturated. */
const full = 0.9;

/** Each a number per second. */
export interface Rates {
  readonly asked: number;
  readonly submission: number;
  readonly mail: number;
  readonly confirmation: number;
  /** Readers, and how many were asked for. */
  readonly reader: number;
  readonly readersAsked: number;
}

/** @returns the stages that did not keep the rate, in the order of a signature */
export function behind({ asked, submission, mail, confirmation, reader, readersAsked }: Rates): string[] {
  const stages = [
    ['submissions', submission, asked],
    ['mails', mail, asked],
    ['confirmations', confirmation, asked],
    ['readers', reader, readersAsked],
  ] as const;
  return stages.filter(([, done, wanted]) => done < nearly * wanted).map(([name]) => name);
}

/** The load of each component, from 0 to 1 of what it can do. */
export interface Busy {
  /** Part of the time for which the only thread with our code was not idle. */
  readonly stack: number;
  /** Processor time, of all cores: it has many threads. */
  readonly database: number;
  /** Processor time, of one core. */
  readonly inbox: number;
  /** Part of the time for which this benchmark's thread was not idle. */
  readonly bench: number;
  /** Processor time of everything that runs on this machine, of all cores. */
  readonly machine: number;
  /** The part of it that is not ours. */
  readonly others: number;
}

const names = {
  stack: "our stack's thread",
  database: 'the database',
  inbox: 'the inbox',
  bench: 'the benchmark itself',
} as const;

/** @returns what is behind, which components have no time left, and how busy each of them is */
export function culprit(busy: Busy, late: readonly string[]): string {
  const { machine, others, stack, database, inbox, bench } = busy;
  const ranked = Object.entries({ stack, database, inbox, bench }).toSorted(([, one], [, other]) => other - one);
  const saturated = ranked.filter(([, share]) => share >= full).map(([name]) => nameOf(name));
  const shares = ranked.map(([name, share]) => `${nameOf(name)} ${percent(share)}`).join(', ');
  const cores = `all cores of this machine (${percent(machine)} busy, ${percent(others)} with work that is not ours)`;
  const who = [...saturated, ...(machine >= full ? [cores] : [])].join(' and ') || 'no process';
  return `Behind: ${late.join(', ')}. Saturated: ${who}. Busy: ${shares}.`;
}

const nameOf = (name: string) => Object.entries(names).find(([key]) => key === name)?.[1] ?? name;
export const percent = (share: number) => `${Math.round(share * 100)} %`;
