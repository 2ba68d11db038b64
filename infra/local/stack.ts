import { join } from 'node:path';
import { type DataDirLock, describeStack, lockDataDir } from './data-dir.ts';
import { launchDynamoDB } from './dynamodb.ts';
import { type Engine, foreignEngine, type LaunchedEngine } from './engine.ts';
import { localSecretariat } from './environment.ts';
import type { Functions } from './functions.ts';
import { launchInbox } from './inbox.ts';
import type { StackOptions } from './options.ts';
import { ensurePortFree, loopback } from './ports.ts';

export interface Stack {
  readonly publicUrl: string;
  readonly inboxUrl: string;
  /** The first owner of the console. */
  readonly secretariatEmail: string;
  /** Slugs of the letters to show. */
  readonly letters: readonly string[];
  /** Resolves with the name of an engine that ended although we did not stop it. */
  readonly broken: Promise<string>;
  /** Stops everything that was started, in an order that loses no data. */
  stop(): Promise<void>;
}

/** Clean-up steps, run last to first when the stack stops or its start fails. */
export type Undo = (() => void | Promise<void>)[];

/**
 * Starts the whole stack and resolves when it accepts requests. The engines start first, as processes of their own, and
 * everything else loads meanwhile (`wiring.ts` holds the slow imports).
 */
export async function startStack(options: StackOptions, load?: () => Promise<Functions>): Promise<Stack> {
  const undo: Undo = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= undoAll(undo);
    return stopping;
  };
  try {
    const lock = await lockDataDir(options.dataDir);
    undo.push(() => lock.release());
    await ensurePortFree(options.port, 'PORT');
    if (options.sesEndpoint === undefined) await ensurePortFree(options.inboxPort, 'INBOX_PORT');
    const engines = await launchEngines(options, lock, undo);
    const { wireStack } = await import('./wiring.ts');
    const { env, letters } = await wireStack(options, engines, undo, load);
    const publicUrl = `http://${loopback}:${options.port}`;
    const inboxUrl = engines.inbox.endpoint;
    describeStack(options.dataDir, { pid: process.pid, publicUrl, inboxUrl, env });
    return { publicUrl, inboxUrl, secretariatEmail: localSecretariat, letters, broken: engines.broken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export interface Engines {
  readonly dynamodb: Engine;
  readonly inbox: Engine;
  /** Resolves when the engines that we started answer. */
  readonly ready: Promise<unknown>;
  readonly broken: Promise<string>;
}

async function launchEngines(options: StackOptions, lock: DataDirLock, undo: Undo): Promise<Engines> {
  const ready: Promise<void>[] = [];
  const broken: Promise<string>[] = [];
  const own = (name: string, engine: LaunchedEngine) => {
    undo.push(engine.stop);
    lock.addChild(engine.pid);
    ready.push(engine.ready);
    broken.push(engine.ended.then(() => name));
    return engine;
  };
  const dynamodb =
    options.dynamodbEndpoint === undefined
      ? own('DynamoDB Local', await launchDynamoDB({ databaseDir: join(options.dataDir, 'dynamodb') }))
      : foreignEngine(options.dynamodbEndpoint);
  const inbox =
    options.sesEndpoint === undefined
      ? own('The inbox', await launchInbox(options.inboxPort, options.dataDir))
      : foreignEngine(options.sesEndpoint);
  return { dynamodb, inbox, ready: Promise.all(ready), broken: Promise.race(broken) };
}

async function undoAll(undo: Undo): Promise<void> {
  const failures: unknown[] = [];
  for (const step of undo.splice(0).toReversed()) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'The stack did not stop cleanly.');
}
