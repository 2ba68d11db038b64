/**
 * Stores and letters for the benchmarks. The engine is DynamoDB Local in memory, or the one that the environment names.
 */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { readLetterFiles } from '../../cli/letter-files.ts';
import { createTable } from '../../infra/local/create-table.ts';
import { startDynamoDB } from '../../infra/local/dynamodb.ts';
import { localAws } from '../../infra/local/environment.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { openStore, type Store } from '../../shared/platform/store/store.ts';

export interface BenchEngine {
  readonly endpoint: string;
  /** Creates a table without a stream, whose records would slow down every later call, and a client for it. */
  freshStore(): Promise<Store>;
  /** Opens another client for the same table. */
  openAgain(store: Store, config?: DynamoDBClientConfig): Store;
  stop(): Promise<void>;
}

export async function startEngine(): Promise<BenchEngine> {
  const { DYNAMODB_ENDPOINT } = process.env;
  const engine = DYNAMODB_ENDPOINT ? undefined : await startDynamoDB();
  const config = { ...localAws, endpoint: DYNAMODB_ENDPOINT ?? engine?.endpoint ?? '' };
  return {
    endpoint: config.endpoint,
    async freshStore() {
      const name = `bench-${randomUUID()}`;
      await createTable(new DynamoDBClient(config), name, false);
      return openStore(name, config);
    },
    openAgain: ({ table }, more = {}) => openStore(table, { ...config, ...more }),
    stop: async () => engine?.stop(),
  };
}

/** The example letter of the repository, in two languages. */
export function exampleLetter(): ReturnType<typeof readLetterFiles> {
  return readLetterFiles(fileURLToPath(new URL('../../docs/examples/keep-the-river-open.md', import.meta.url)));
}

/** @returns the example letter, imported and open */
export async function openExample(store: Store): Promise<Letter> {
  const { file, translations } = await exampleLetter();
  const plan = await importLetter(store, file, translations, { now: new Date(), open: true });
  if (plan.outcome === 'refused') throw new Error(plan.why);
  return plan.letter;
}
