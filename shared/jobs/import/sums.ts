/** Outcomes of the lines of a file: each line is in exactly one of these sums. */
import * as z from 'zod';
import { type AsideKind, asideKind } from './lines.ts';

/** Outcome, actual or expected, of a line with somebody on it. */
export const outcome = z.enum(['good', 'faulty', 'twice', 'duplicate', 'imported', 'already']);
export type Outcome = z.infer<typeof outcome>;

export const lineOutcome = z.object({ outcome, why: z.string().optional() });
export type LineOutcome = z.infer<typeof lineOutcome>;

/** `unchecked` counts lines that were not checked yet. */
export type SumName = AsideKind | Outcome | 'unchecked';

interface Summed {
  readonly rows: number;
  readonly sums: Readonly<Partial<Record<Outcome, number>>>;
  readonly understood?: { readonly aside: Readonly<Partial<Record<AsideKind, number>>> } | undefined;
}

/** @returns the sums that are not 0, in the order shown; together they are all lines of the file */
export function sumsOf({ rows, sums, understood }: Summed): readonly (readonly [SumName, number])[] {
  const looked = total(Object.values(sums));
  if (looked > rows) throw new Error('more outcomes than lines');
  const all: readonly (readonly [SumName, number])[] = [
    ...outcome.options.map((name) => [name, sums[name] ?? 0] as const),
    ['unchecked', rows - looked],
    ...asideKind.options.map((name) => [name, understood?.aside[name] ?? 0] as const),
  ];
  return all.filter(([, sum]) => sum > 0);
}

/** @returns the sums with the outcomes of more lines added */
export function addSums(sums: Summed['sums'], found: readonly LineOutcome[]): Partial<Record<Outcome, number>> {
  const next = { ...sums };
  for (const { outcome: name } of found) next[name] = (next[name] ?? 0) + 1;
  return next;
}

export const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
