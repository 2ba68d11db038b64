/** Freezes the list of a delivery and makes its documents. Started by the relay and by housekeeping, never waited for. */
import { setTimeout as sleep } from 'node:timers/promises';
import { documentRequest } from '../../shared/delivery/due.ts';
import { openBucket } from '../../shared/platform/bucket/bucket.ts';
import { documentEnv } from '../../shared/platform/config/env.ts';
import { openStore } from '../../shared/platform/store/store.ts';
import { runDelivery } from './run.ts';
import { typesetDocuments } from './typeset.ts';

const env = documentEnv.parse(process.env);
const store = openStore(env.TABLE_NAME);
const bucket = openBucket(env.BUCKET_NAME);

export const handler = async (event: unknown): Promise<void> => {
  const now = () => new Date();
  const context = { store, bucket, now, pause: sleep, typeset: typesetDocuments, publicUrl: env.PUBLIC_URL };
  await runDelivery(context, documentRequest.parse(event));
};
