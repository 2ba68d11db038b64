/**
 * Uploaded files of the local stack. The double of S3 keeps everything in memory, so they are copied into the data
 * folder when the stack stops, and back when it starts.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keptFileKeys } from '../../shared/delivery/kept-files.ts';
import { type Bucket, putObject, readObject } from '../../shared/platform/bucket/bucket.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { codeOf } from './refusal.ts';

/** Copies the files that the table knows from the folder to the bucket, where it lacks them. */
export async function loadFiles(folder: string, store: Store, bucket: Bucket): Promise<void> {
  for (const key of await keptFileKeys(store)) {
    const body = await readIfThere(join(folder, key));
    if (body && !(await readObject(bucket, key)))
      await putObject(bucket, { key, body, type: 'application/octet-stream' });
  }
}

/** Replaces the folder by the files that the table knows. */
export async function saveFiles(folder: string, store: Store, bucket: Bucket): Promise<void> {
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  for (const key of await keptFileKeys(store)) {
    const body = await readObject(bucket, key);
    if (!body) continue;
    await mkdir(dirname(join(unfinished, key)), { recursive: true });
    await writeFile(join(unfinished, key), body);
  }
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
