/** Makes the files of a delivery from its frozen state and stores them in the bucket. */
import { createHash } from 'node:crypto';
import type { Delivery, DeliveryFile, DeliveryFileKind } from '../../shared/delivery/delivery.ts';
import { logoCopyKey, madePrefix, typeOf } from '../../shared/delivery/files.ts';
import type { DocumentData } from '../../shared/document/document-data.ts';
import { type Bucket, deleteObjects, listKeys, putObject } from '../../shared/platform/bucket/bucket.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { commitmentsFile, dataIn, type FrozenDelivery, readList } from './document-data.ts';
import { deleteLogos, readCopy, readLogos } from './organisation-logos.ts';

/** One file in one language, set from the data of a document. */
export interface MadeFile {
  readonly file: Exclude<DeliveryFileKind, 'commitments'>;
  readonly bytes: Uint8Array;
  /** Characters that no font has. */
  readonly missing: readonly string[];
}

/** Sets all files of one language, one after the other, so that only one is in memory. */
export type Typeset = (data: DocumentData) => AsyncGenerator<MadeFile>;

/** The document could not be typeset: an error of ours, or of the text. */
export class TypesettingFailed extends Error {}

export interface Made {
  readonly files: DeliveryFile[];
  readonly missing: string[];
}

/**
 * Deletes the files that were made before, and then makes all of them. The same state gives the same bytes.
 *
 * @throws TypesettingFailed when a document cannot be typeset, and the errors of table and bucket
 */
export async function makeFiles(
  { store, bucket, typeset }: { store: Store; bucket: Bucket; typeset: Typeset },
  delivery: FrozenDelivery,
): Promise<Made> {
  await deleteMade(bucket, delivery);
  const names = await readList(store, delivery);
  await deleteLogos(bucket, delivery, names);
  const logo = await readLogo(bucket, delivery);
  const logos = await readLogos(bucket, delivery, names);
  const files: DeliveryFile[] = [];
  const missing = new Set<string>();
  const keep = async (file: DeliveryFileKind, body: Uint8Array, language?: string) => {
    const sha256 = createHash('sha256').update(body).digest('hex');
    const key = `${madePrefix(delivery)}${delivery.run}/${[file, ...(language ? [language] : [])].join('.')}`;
    await putObject(bucket, { key, body, type: typeOf(file) });
    files.push({ file, ...(language ? { language } : {}), key, bytes: body.byteLength, sha256 });
  };
  await keep('commitments', commitmentsFile(delivery, names));
  for (const language of Object.keys(delivery.frozen.texts).toSorted()) {
    const data = await dataIn(store, language, delivery, { names, logo, logos });
    for await (const made of setOrFail(typeset, data)) {
      for (const character of made.missing) missing.add(character);
      await keep(made.file, made.bytes, language);
    }
  }
  return { files, missing: [...missing].toSorted() };
}

async function* setOrFail(typeset: Typeset, data: DocumentData): AsyncGenerator<MadeFile> {
  try {
    yield* typeset(data);
  } catch (error) {
    // Without the message of the other error, which may hold names.
    throw new TypesettingFailed(error instanceof Error ? error.name : '');
  }
}

/**
 * The logo as it was when the list was frozen. With the first documents it is copied, since the letter may get another.
 *
 * @returns undefined for a letter without a logo, and when the file was deleted before it could be copied
 */
async function readLogo(bucket: Bucket, delivery: FrozenDelivery): Promise<Uint8Array | undefined> {
  const { logo: id } = delivery.frozen;
  return id === undefined ? undefined : readCopy(bucket, logoCopyKey(delivery), { letter: delivery.letter, id });
}

/** Deletes every file that was made for a delivery. */
export async function deleteMade(bucket: Bucket, delivery: Pick<Delivery, 'letter' | 'id'>): Promise<void> {
  await deleteObjects(bucket, await listKeys(bucket, madePrefix(delivery)));
}
