import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Child, startChild } from './children.ts';
import { type Engine, type LaunchedEngine, launchedEngine } from './engine.ts';
import { freePort, loopback } from './ports.ts';
import { codeOf, refusal } from './refusal.ts';

interface DynamoDBOptions {
  /** Folder of the database. Without one, it is in memory and is lost when stopped. */
  readonly databaseDir?: string | undefined;
  /**
   * Optimises for hundreds of thousands of calls. Compiling for speed costs ten seconds of processor time in the first
   * 40,000 calls, and only later calls take less.
   */
  readonly forManyCalls?: boolean;
}

const emulator = join(
  dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
  'emulator',
);

/** Launches DynamoDB Local on the loopback interface only (see dynamodb.xml). */
export async function launchDynamoDB(options: DynamoDBOptions = {}): Promise<LaunchedEngine> {
  const port = await freePort();
  const child = await startJava(port, options);
  return launchedEngine('DynamoDB Local', child, `http://${loopback}:${port}`, '/');
}

/** Launches DynamoDB Local and waits until it answers. */
export async function startDynamoDB(options: DynamoDBOptions = {}): Promise<Engine> {
  const engine = await launchDynamoDB(options);
  await engine.ready;
  return engine;
}

async function startJava(port: number, { databaseDir, forManyCalls = false }: DynamoDBOptions): Promise<Child> {
  if (databaseDir !== undefined) mkdirSync(databaseDir, { recursive: true });
  const args = [
    ...(forManyCalls ? [] : ['-XX:TieredStopAtLevel=1']),
    '-XX:+UseSerialGC',
    `-Djava.library.path=${join(emulator, 'DynamoDBLocal_lib')}`,
    '-Dorg.eclipse.jetty.util.log.announce=false',
    '-Dorg.eclipse.jetty.LEVEL=WARN',
    '-cp',
    join(emulator, 'DynamoDBLocal.jar'),
    'org.eclipse.jetty.xml.XmlConfiguration',
    fileURLToPath(new URL('dynamodb.xml', import.meta.url)),
    `port=${port}`,
    ...(databaseDir === undefined ? ['inMemory=true'] : ['inMemory=false', `dbPath=${databaseDir}`]),
  ];
  try {
    return await startChild('java', args, { ...process.env, DDB_LOCAL_TELEMETRY: '0' });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    throw refusal(
      'DynamoDB Local needs Java: install it (Debian: "apt-get install openjdk-17-jre-headless", macOS: ' +
        '"brew install openjdk@17"), or name a running one with DYNAMODB_ENDPOINT=….',
    );
  }
}
