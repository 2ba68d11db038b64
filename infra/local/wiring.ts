/** The slow imports of the start, loaded while the engines are starting. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { S3Client } from '@aws-sdk/client-s3';
import { remakeMissing } from '../../shared/delivery/missing-files.ts';
import { listLetters } from '../../shared/letter/storage.ts';
import { forgetPictures } from '../../shared/picture/picture.ts';
import { openConnections } from '../../shared/platform/aws/http-handler.ts';
import { openSqs } from '../../shared/platform/aws/sqs-client.ts';
import { secretKeys } from '../../shared/platform/config/secret.ts';
import { openStore } from '../../shared/platform/store/store.ts';
import { upgradeSteps } from '../../shared/upgrade/steps.ts';
import { upgradeTable } from '../../shared/upgrade/upgrade.ts';
import { bundleConsole } from '../build/bundle-console.ts';
import { bundleEmbed } from '../build/bundle-embed.ts';
import { bucketName, createBucket } from './bucket.ts';
import { createTable } from './create-table.ts';
import { type Engine, foreignEngine } from './engine.ts';
import {
  applyEnvironment,
  documentFunction,
  functionEnvironment,
  localAws,
  secretId,
  tableName,
} from './environment.ts';
import { startEventSources } from './event-sources.ts';
import { ensureExampleLetter } from './example-letter.ts';
import { type Functions, loadFunctions, routed } from './functions.ts';
import { serveHttp } from './http.ts';
import type { FunctionHandler } from './invoke.ts';
import { loadFiles, saveFiles } from './kept-files.ts';
import { startLambda } from './lambda.ts';
import type { StackOptions } from './options.ts';
import { withPlayground } from './playground/route.tsx';
import { createMailQueues, startQueue } from './queue.ts';
import { startSecrets } from './secrets.ts';
import type { Engines, Undo } from './stack.ts';

/** Time for a running handler to end when the stack stops. */
const patienceMs = 5000;

export async function wireStack(
  options: StackOptions,
  engines: Engines,
  undo: Undo,
  load: () => Promise<Functions> = loadFunctions,
): Promise<{ env: Record<string, string>; letters: readonly string[] }> {
  const started = <E extends Engine>(engine: E): E => {
    undo.push(engine.stop);
    return engine;
  };
  const queue = started(options.sqsEndpoint === undefined ? await startQueue() : foreignEngine(options.sqsEndpoint));
  const secrets = started(await startSecrets(options.dataDir, secretId));
  // A receive waits for messages, and if it were given up they would be invisible for a while.
  const requestHandler = openConnections({ connectionTimeout: 5_000, requestTimeout: 60_000 });
  const sqs = openSqs({ ...localAws, requestHandler, endpoint: queue.endpoint, useQueueUrlAsEndpoint: false });
  const mailQueues = await createMailQueues(sqs, queue.endpoint);
  const s3 = new S3Client({ ...localAws, endpoint: queue.endpoint, forcePathStyle: true });
  await createBucket(s3);
  const invoked = new Map<string, FunctionHandler<unknown>>();
  const lambda = started(await startLambda(invoked));

  const env = functionEnvironment(options.port, {
    dynamodb: engines.dynamodb.endpoint,
    sqs: queue.endpoint,
    ses: engines.inbox.endpoint,
    secrets: secrets.endpoint,
    mailQueues,
    s3: queue.endpoint,
    lambda: lambda.endpoint,
  });
  applyEnvironment(env);
  const functions = await load();
  invoked.set(documentFunction, functions.document);
  await Promise.all([bundleEmbed(), bundleConsole()]);

  await engines.ready;
  const dynamodb = new DynamoDBClient({ ...localAws, endpoint: engines.dynamodb.endpoint });
  const streams = new DynamoDBStreamsClient({ ...localAws, endpoint: engines.dynamodb.endpoint });
  undo.push(() => {
    for (const client of [sqs, s3, dynamodb, streams]) client.destroy();
  });
  await createTable(dynamodb, tableName);
  // Migrates data of earlier versions before the first request.
  await upgradeTable({ store: openStore(tableName), keys: secretKeys(secretId), now: new Date() }, upgradeSteps, {
    report: ({ step, did }) => {
      const sums = Object.entries(did).map(([what, number]) => `${number} ${what}`);
      if (sums.length > 0) console.log(`Upgraded. ${step.title}: ${sums.join(', ')}.`);
    },
  });
  const letters = await ensureExampleLetter();
  // The engine of the bucket forgets its files.
  for (const { slug } of await listLetters(openStore(tableName))) await forgetPictures(openStore(tableName), slug);
  const bucket = { client: s3, name: bucketName };
  const files = join(options.dataDir, 'files');
  await loadFiles(files, openStore(tableName), bucket);
  undo.push(() => saveFiles(files, openStore(tableName), bucket));
  await remakeMissing(openStore(tableName), bucket, new Date());

  const sources = await startEventSources({ dynamodb, streams, sqs, tableName, mailQueues, functions });
  undo.push(() => Promise.race([sources.stop(), sleep(patienceMs, undefined, { ref: false })]));
  const http = await serveHttp(withPlayground(routed(functions)), options.port);
  undo.push(http.stop);
  return { env, letters };
}
