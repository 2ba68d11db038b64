/**
 * Converts a table of an earlier release to the current form, row by row, while people continue to sign. Every step can
 * be interrupted, repeated and run twice at once: a row in the current form is left unchanged.
 */

import * as z from 'zod';
import { DeleteCommand, PutCommand, QueryCommand, ScanCommand } from '../platform/store/commands.ts';
import { upgradeKey, upgradePartition } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import type { Keys } from '../platform/token/keys.ts';
import { isoTimestamp } from '../time.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface Upgrading {
  readonly store: Store;
  /** Read when a step needs them. */
  readonly keys: () => Promise<Keys>;
  readonly now: Date;
}

/** A change of form. Names are never reused, since a table remembers the steps it has completed. */
export interface UpgradeStep {
  readonly name: string;
  /** Its purpose, as the command prints it. */
  readonly title: string;
  /** Sort key of the rows to read. */
  readonly rows: string;
  /** @returns the change to the row in a word or two; undefined when there was nothing to do */
  readonly visit: Visit;
  /** The same in reverse, for going back to the previous release. */
  readonly back: Visit;
}
type Visit = (upgrading: Upgrading, row: Row) => Promise<string | undefined>;

/** The result of a run: how many rows each step read, and how many it changed in which way. */
export interface UpgradeReport {
  readonly step: UpgradeStep;
  readonly seen: number;
  readonly did: Readonly<Record<string, number>>;
}

const progress = z.object({
  sk: z.string(),
  after: z.record(z.string(), z.unknown()).optional(),
  doneAt: isoTimestamp.optional(),
});
type Progress = z.infer<typeof progress>;

/** Rows read at once, and rows written concurrently. */
const pageSize = 200;
const atOnce = 10;

/**
 * Runs the remaining steps, page by page, and records the progress after each page.
 *
 * @param again starts over, including completed steps: for a table restored from an older backup
 * @param report called after each step
 */
export async function upgradeTable(
  upgrading: Upgrading,
  steps: readonly UpgradeStep[],
  { again = false, report = () => {} }: { again?: boolean; report?: (done: UpgradeReport) => void } = {},
): Promise<void> {
  const known = again ? [] : await readProgress(upgrading.store);
  for (const step of steps) {
    const before = known.find(({ sk }) => sk === step.name);
    if (before?.doneAt === undefined) report(await runStep(upgrading, step, before?.after));
  }
}

/** Converts the table back to the form of the previous release. Starts over when interrupted. */
export async function takeBack(
  upgrading: Upgrading,
  steps: readonly UpgradeStep[],
  report: (done: UpgradeReport) => void,
): Promise<void> {
  for (const step of steps) {
    await upgrading.store.client.send(
      new DeleteCommand({ TableName: upgrading.store.table, Key: upgradeKey(step.name) }),
    );
    report(await goThrough(upgrading, step, step.back));
  }
}

/** @returns the steps that the table has not completed. One Query */
export async function stepsLeft(store: Store, steps: readonly UpgradeStep[]): Promise<readonly UpgradeStep[]> {
  const known = await readProgress(store);
  return steps.filter(({ name }) => !known.some(({ sk, doneAt }) => sk === name && doneAt !== undefined));
}

/** The progress recorded after each page is enough to continue from there. */
function runStep(upgrading: Upgrading, step: UpgradeStep, start: Progress['after']): Promise<UpgradeReport> {
  const note = (after: Progress['after']) =>
    writeProgress(upgrading.store, {
      sk: step.name,
      ...(after ? { after } : { doneAt: upgrading.now.toISOString() }),
    });
  return goThrough(upgrading, step, step.visit, { start, note });
}

interface Noting {
  readonly start: Progress['after'];
  readonly note: (after: Progress['after']) => Promise<void>;
}

async function goThrough(
  upgrading: Upgrading,
  step: UpgradeStep,
  visit: Visit,
  { start, note }: Noting = { start: undefined, note: async () => {} },
): Promise<UpgradeReport> {
  const { store } = upgrading;
  const did = new Map<string, number>();
  let seen = 0;
  let after = start;
  do {
    const page = await store.client.send(
      new ScanCommand({
        TableName: store.table,
        ConsistentRead: true,
        FilterExpression: 'sk = :rows',
        ExpressionAttributeValues: { ':rows': step.rows },
        ExclusiveStartKey: after,
        Limit: pageSize,
      }),
    );
    const rows = page.Items ?? [];
    seen += rows.length;
    for (let first = 0; first < rows.length; first += atOnce) {
      const words = await Promise.all(rows.slice(first, first + atOnce).map((row) => visit(upgrading, row)));
      for (const word of words) if (word !== undefined) did.set(word, (did.get(word) ?? 0) + 1);
    }
    after = page.LastEvaluatedKey;
    await note(after);
  } while (after);
  return { step, seen, did: Object.fromEntries(did) };
}

async function readProgress(store: Store): Promise<Progress[]> {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :upgrade',
      ExpressionAttributeValues: { ':upgrade': upgradePartition },
      ConsistentRead: true,
    }),
  );
  return z.array(progress).parse(Items ?? []);
}

/** If two runs write alternately, at worst some rows are read again. */
async function writeProgress(store: Store, { sk, ...state }: Progress): Promise<void> {
  await store.client.send(new PutCommand({ TableName: store.table, Item: { ...upgradeKey(sk), ...state } }));
}
