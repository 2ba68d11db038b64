/** No call to AWS may hang for as long as its function may run. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { localAws } from '../../infra/local/environment.ts';
import { listen, loopback } from '../../infra/local/ports.ts';
import { openSqs } from '../../shared/platform/aws/sqs-client.ts';
import { readSecret } from '../../shared/platform/config/secrets-manager.ts';
import { readItem } from '../../shared/platform/store/read.ts';
import { openStore } from '../../shared/platform/store/store.ts';

const silent = createServer(() => {});
let endpoint: string;
beforeAll(async () => {
  endpoint = `http://${loopback}:${await listen(silent, 0)}`;
  const { accessKeyId, secretAccessKey } = localAws.credentials;
  const environment = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: localAws.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_MAX_ATTEMPTS: '1',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});
afterAll(() => {
  vi.unstubAllEnvs();
  silent.closeAllConnections();
  silent.close();
});

test.concurrent.each([
  ['the secret store', () => readSecret('master')],
  ['the queue', () => openSqs().send(new SendMessageBatchCommand({ QueueUrl: `${endpoint}/q`, Entries: [] }))],
  ['the table', () => readItem(openStore('table', { endpoint }), { pk: 'A', sk: 'A' })],
])('a call to %s that gets no answer ends', async (_, call) => {
  await expect(call()).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('every client of a function has timeouts', () => {
  const root = join(import.meta.dirname, '..', '..');
  const made = ['functions', 'shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => readFileSync(join(root, folder, file), 'utf8').match(/new \w+Client\([^)]*\)/g) ?? []),
  );
  expect(made.length).toBeGreaterThanOrEqual(5);
  expect(
    made.filter((one) => !/\(\{ \.\.\.\w*Timeouts\b|\(\w*Timeouts\)|requestHandler: \w*[tT]imeouts\b/.test(one)),
  ).toEqual([]);
});
