/** Times of the requests and mails that ended since the last look. */

export const measuredKinds = ['submission', 'mail', 'confirmation', 'reader'] as const;
export type MeasuredKind = (typeof measuredKinds)[number];

export type Taken = Readonly<Record<MeasuredKind, readonly number[]>> & {
  /** Requests with an answer other than success, or without one. */
  readonly failed: number;
};

export interface Samples {
  note(kind: MeasuredKind, ms: number): void;
  failed(): void;
  /** @returns everything noted since the last call */
  take(): Taken;
}

export function openSamples(): Samples {
  const empty = () => ({ submission: [], mail: [], confirmation: [], reader: [] });
  let times: Record<MeasuredKind, number[]> = empty();
  let failed = 0;
  return {
    note: (kind, ms) => void times[kind].push(ms),
    failed() {
      failed += 1;
    },
    take() {
      const taken = { ...times, failed };
      times = empty();
      failed = 0;
      return taken;
    },
  };
}

/** @returns the value below which that share of the values lies; NaN of none */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
