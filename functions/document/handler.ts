/**
 * Freezes the list of a delivery and makes its documents; draws the pictures of a letter;
 * cleans uploaded files. Started by the relay and by housekeeping, never waited for.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { documentRequest } from '../../shared/delivery/due.ts';
import { pictureRequest } from '../../shared/picture/picture.ts';
import { openBucket } from '../../shared/platform/bucket/bucket.ts';
import { documentEnv, readEnvironment } from '../../shared/platform/config/env.ts';
import { openStore } from '../../shared/platform/store/store.ts';
import { uploadRequest } from '../../shared/upload/due.ts';
import { runDelivery } from './run.ts';
import { typesetDocuments } from './typeset.ts';

const env = readEnvironment(documentEnv);
const store = openStore(env.TABLE_NAME);
const bucket = openBucket(env.BUCKET_NAME);

export const handler = async (event: unknown): Promise<void> => {
  const now = () => new Date();
  const request = z.union([pictureRequest, uploadRequest, documentRequest]).parse(event);
  if ('upload' in request) {
    const { cleanUpload } = await import('./clean-upload.ts');
    return cleanUpload({ store, bucket, now }, request);
  }
  const context = { store, bucket, now, pause: sleep, typeset: typesetDocuments, publicUrl: env.PUBLIC_URL };
  if ('what' in request) await (await import('./share-picture.ts')).makePictures(context, request.letter);
  else await runDelivery(context, request);
};
