/**
 * Brings a table that an earlier release wrote into the present form, row by row, while people go on signing. Every step can be
 * interrupted, repeated and run twice at once: a row that is in the present form is left as it is.
 */
import { DeleteCommand, PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
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

/** One change of form. Names are never used again: a table remembers which steps it has behind it. */
export interface UpgradeStep {
  readonly name: string;
  /** What it is for, as the command says it. */
  readonly title: string;
  /** Sort key of the rows that it looks at. */
  readonly rows: string;
  /** @returns in a word or two what was done to the row; undefined when there was nothing to do */
  readonly visit: Visit;
  /** The same the other way, for going back to the release before. */
  readonly back: Visit;
}
type Visit = (upgrading: Upgrading, row: Row) => Promise<string | undefined>;

/** What a run did: how many rows each step looked at, and what it did to how many. */
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

/** How many rows are read at once, and how many of them are written at the same time. */
const pageSize = 200;
const atOnce = 10;

/**
 * Does what is left to do, page by page, and notes after each how far it has come.
 *
 * @param again from the start, also what was done before: for a table into which an older backup was put
 * @param report is told after each step
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

/** Puts the table back into the form of the release before. Interrupted, it starts anew. */
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

/** @returns the steps that the table does not have behind it. One Query */
export async function stepsLeft(store: Store, steps: readonly UpgradeStep[]): Promise<readonly UpgradeStep[]> {
  const known = await readProgress(store);
  return steps.filter(({ name }) => !known.some(({ sk, doneAt }) => sk === name && doneAt !== undefined));
}

/** What is noted after each page is enough to go on from there. */
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

/** Two runs at once write theirs in turn: at the worst some rows are looked at again. */
async function writeProgress(store: Store, { sk, ...state }: Progress): Promise<void> {
  await store.client.send(new PutCommand({ TableName: store.table, Item: { ...upgradeKey(sk), ...state } }));
}
