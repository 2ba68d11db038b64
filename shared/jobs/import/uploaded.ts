/** Stores the uploaded file of a list, so that it can be read in another way without being uploaded again. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as z from 'zod';
import { PutCommand } from '../../platform/store/commands.ts';
import { importFileKey } from '../../platform/store/keys.ts';
import { readItem } from '../../platform/store/read.ts';
import type { Store } from '../../platform/store/store.ts';
import type { PartsPlace } from './parts.ts';

/**
 * Size of a piece. A DynamoDB item holds 400 kB, and pieces are stored in base64, since backups hold no binary
 * attributes.
 */
const pieceBytes = 280_000;
/** Maximum size of an unpacked file, larger than any upload. */
const maxBytes = 16 * 1024 * 1024;

const piece = z.object({ base64: z.base64().min(1) });

/** @returns the number of pieces stored */
export async function storeFile(
  store: Store,
  { sk, ttl }: Omit<PartsPlace, 'reading'>,
  bytes: Uint8Array,
): Promise<number> {
  const packed = await promisify(gzip)(bytes);
  const count = Math.ceil(packed.length / pieceBytes);
  for (let number = 0; number < count; number += 1) {
    const Item = {
      ...importFileKey(sk, number),
      base64: packed.subarray(number * pieceBytes, (number + 1) * pieceBytes).toString('base64'),
      ttl,
    };
    await store.client.send(new PutCommand({ TableName: store.table, Item }));
  }
  return count;
}

/** @returns the bytes, or undefined when they were deleted */
export async function readFile(store: Store, { sk, filePieces }: KeptFile): Promise<Uint8Array | undefined> {
  const pieces: Buffer[] = [];
  for (let number = 0; number < filePieces; number += 1) {
    const read = piece.safeParse(await readItem(store, importFileKey(sk, number)));
    if (!read.success) return undefined;
    pieces.push(Buffer.from(read.data.base64, 'base64'));
  }
  if (pieces.length === 0) return undefined;
  return promisify(gunzip)(Buffer.concat(pieces), { maxOutputLength: maxBytes });
}

/** Deletes the file once its list is imported or cancelled. */
export async function clearFile(store: Store, { sk, filePieces }: KeptFile, ttl: number): Promise<void> {
  for (let number = 0; number < filePieces; number += 1) {
    const Item = { ...importFileKey(sk, number), base64: '', ttl };
    await store.client.send(new PutCommand({ TableName: store.table, Item }));
  }
}

interface KeptFile {
  readonly sk: string;
  readonly filePieces: number;
}
