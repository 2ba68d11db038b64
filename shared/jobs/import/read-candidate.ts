/** Reads the lines of an import with its settings. */
import type { Store } from '../../platform/store/store.ts';
import type { Keys } from '../../platform/token/keys.ts';
import type { ImportJob } from './job.ts';
import { readRow } from './row.ts';
import type { LineOutcome } from './sums.ts';

export interface Advancing {
  readonly store: Store;
  readonly keys: Keys;
  readonly hasTime: () => boolean;
  readonly now: Date;
}

/** @returns the person or organisation on the line, or why it cannot be read; undefined without settings */
export function candidateIn(keys: Keys, { mapping, settings }: ImportJob, row: readonly string[]) {
  return settings && readRow(keys, row, { mapping, settings });
}

export const refused: LineOutcome = { outcome: 'faulty', why: 'nobody has said what the columns hold' };
