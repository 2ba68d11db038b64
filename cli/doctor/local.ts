/** Checks the local stack. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import { RekeyInProgress } from '../../shared/platform/config/secret.ts';
import { deadLettersOf } from '../dead-letters.ts';
import { findStack, Refusal } from '../stack.ts';
import { answerOf, clientOptions, deliveriesOf, driftOf, messagesIn, reportFailure } from './common.ts';
import { type Finding, fail, ok, warn } from './finding.ts';
import { deadLetters } from './running.ts';

export async function* examineLocal(): AsyncGenerator<Finding> {
  const { env } = process;
  const dataDir = env['DATA_DIR'] ?? '.local';
  const found = await findStack(undefined).catch((error: unknown) => {
    if (error instanceof Refusal) return fail('stack', error.message, 'npm start');
    throw error;
  });
  if ('check' in found) return yield found;
  const { store, publicUrl, keys, mailQueues } = found;
  yield await answerOf(publicUrl);
  yield await keys().then(
    () => ok('secret', 'the master key can be read'),
    (error: unknown) =>
      error instanceof RekeyInProgress
        ? warn('secret', 'the master key is being changed, and signing is paused', 'npm run rekey -- FILE resumes it')
        : fail(
            'secret',
            'the master key cannot be read',
            `is the stack running? Its secret is ${join(dataDir, 'secret.json')}`,
          ),
  );
  yield await inbox(env['AWS_ENDPOINT_URL_SES']);
  if (mailQueues !== undefined) yield await mailDeadLetters(mailQueues.urgent);
  yield* reportFailure('count', () => driftOf(store));
  yield* reportFailure('deliveries', async () => [await deliveriesOf(store, new Date())]);
  yield codeOf(dataDir);
}

/** Accepts any answer: not every emulator has an inbox. */
async function inbox(endpoint: string | undefined): Promise<Finding> {
  const isThere = await fetch(endpoint ?? '', { signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => false,
  );
  if (isThere) return ok('inbox', 'accepts mail');
  return fail('inbox', 'does not accept mail', 'restart the stack; mail that is due is sent then');
}

async function mailDeadLetters(mailQueueUrl: string): Promise<Finding> {
  const sqs = new SQSClient(clientOptions);
  try {
    const setAside = await deadLettersOf(sqs, mailQueueUrl);
    return deadLetters(setAside.slice(setAside.lastIndexOf('/') + 1), await messagesIn(sqs, setAside));
  } catch {
    return deadLetters('the queues of mails', undefined);
  }
}

/** The stack runs the files of this folder as they were when it started. */
function codeOf(dataDir: string): Finding {
  const started = statSync(join(dataDir, 'stack.json'), { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
  const root = join(import.meta.dirname, '..', '..');
  const changed = ['functions', 'shared', 'infra', 'embed'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && statSync(join(root, folder, file)).mtimeMs > started)
      .map((file) => join(folder, file)),
  );
  if (changed.length === 0) return ok('version', 'it runs the local code');
  return warn(
    'version',
    `${changed.length} files changed since it started, as ${changed[0]}`,
    'stop it and run npm start again',
  );
}
