/** The public API and its pages: handles every request of the HTTP API (payload format 2.0). */

import type { Bucket } from '../../shared/platform/bucket/bucket.ts';
import { publicApiEnv, readEnvironment } from '../../shared/platform/config/env.ts';
import { edgeSecrets, secretKeys } from '../../shared/platform/config/secret.ts';
import { lambdaHandler } from '../../shared/platform/http/lambda-event.ts';
import { openStore } from '../../shared/platform/store/store.ts';
import { createApp } from './app.ts';
import { cachedLetters } from './letter-cache.ts';

const env = readEnvironment(publicApiEnv);
const store = openStore(env.TABLE_NAME);
const edge = env.EDGE_SECRET_ID === undefined ? undefined : edgeSecrets(env.EDGE_SECRET_ID);
// Every request needs the secret, so reading begins while Lambda loads the rest. The first request reports a failure.
edge?.().catch(() => undefined);

/** Opened with the first file, since most requests need none. */
let bucket: Bucket | undefined;

export const app = createApp({
  store,
  letters: cachedLetters(store),
  keys: secretKeys(env.SECRET_ID),
  edge,
  network: async () => (await import('../../shared/platform/fetch/network.ts')).openNetwork(),
  linkToFile: async (key, fileName) => {
    const { linkTo, openBucket } = await import('../../shared/platform/bucket/bucket.ts');
    return linkTo(openBucket(env.BUCKET_NAME), key, fileName);
  },
  readFile: async (key) => {
    const { openBucket, readIfAllowed } = await import('../../shared/platform/bucket/bucket.ts');
    bucket ??= openBucket(env.BUCKET_NAME);
    return readIfAllowed(bucket, key);
  },
  writeIncoming: async (key, body) => {
    const { openBucket, putObject } = await import('../../shared/platform/bucket/bucket.ts');
    await putObject(openBucket(env.BUCKET_NAME), { key, body, type: 'application/octet-stream' });
  },
  publicUrl: env.PUBLIC_URL,
  mailFrom: env.MAIL_FROM,
  operator: env.OPERATOR === undefined ? undefined : { name: env.OPERATOR, contact: env.OPERATOR_CONTACT },
  now: () => new Date(),
});

export const handler = lambdaHandler(app);
