/**
 * Logos of organisations in the documents of a delivery. The delivery keeps a copy of each under its own prefix, so
 * that the documents stay the same when an organisation has another logo, or none
 * (docs/decisions/084-logos-in-documents.md).
 */
import type { Delivery, DocumentOptions } from '../../shared/delivery/delivery.ts';
import { logosPrefix, organisationLogoKey } from '../../shared/delivery/files.ts';
import type { FrozenName } from '../../shared/delivery/frozen-names.ts';
import { maxLogos } from '../../shared/document/choices.ts';
import type { SignatureId, UploadId } from '../../shared/ids.ts';
import { type Bucket, deleteObjects, listKeys, putObject, readIfAllowed } from '../../shared/platform/bucket/bucket.ts';
import { keptKey, type Upload } from '../../shared/upload/upload.ts';
import type { CountedName } from './read-list.ts';

/**
 * @returns the signatures that are shown with a logo: featured ones first, then in the order of signing, up to the
 *   limit
 */
export function chooseLogos(names: Iterable<CountedName>, { logos }: DocumentOptions): Set<SignatureId> {
  if (!logos) return new Set();
  const shown = [...names].flatMap(({ id, shown: own }) => (own?.logo ? [{ id, ...own }] : []));
  const sorted = shown.toSorted(
    (a, b) =>
      (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
      a.listed.signedAt.localeCompare(b.listed.signedAt),
  );
  return new Set(sorted.slice(0, maxLogos).map(({ id }) => id));
}

/**
 * @param drawn converts the logo before it is copied
 * @returns the copy of a logo, which is made if there is none yet
 */
export async function readCopy(
  bucket: Bucket,
  key: string,
  upload: Pick<Upload, 'letter' | 'id'>,
  drawn?: (logo: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array | undefined> {
  const copy = await readIfAllowed(bucket, key);
  if (copy) return copy;
  const logo = await readIfAllowed(bucket, keptKey(upload));
  if (!logo) return undefined;
  const body = drawn ? await drawn(logo) : logo;
  await putObject(bucket, { key, body, type: 'image/png' });
  return body;
}

/** In pixels: some 320 dots per inch in the size in which documents show logos. */
const copyBox = { width: 160, height: 80 };

async function small(logo: Uint8Array): Promise<Uint8Array> {
  const { redraw } = await import('./cleaning/redraw.ts');
  return (await redraw(Buffer.from(logo), { box: copyBox, as: 'image/png' })).bytes;
}

/** Logos read at the same time. */
const logosAtOnce = 16;

/**
 * @returns the logos of organisations as they were when the list was frozen, by id; without those that were deleted
 *   before they could be copied
 */
export async function readLogos(
  bucket: Bucket,
  delivery: Pick<Delivery, 'letter' | 'id'>,
  names: readonly Pick<FrozenName, 'logo'>[],
): Promise<ReadonlyMap<UploadId, Uint8Array>> {
  const { letter } = delivery;
  const ids = names.flatMap(({ logo }) => logo ?? []);
  const logos = new Map<UploadId, Uint8Array>();
  for (let start = 0; start < ids.length; start += logosAtOnce) {
    const read = ids.slice(start, start + logosAtOnce).map(async (id) => {
      return [id, await readCopy(bucket, organisationLogoKey(delivery, id), { letter, id }, small)] as const;
    });
    for (const [id, bytes] of await Promise.all(read)) if (bytes) logos.set(id, bytes);
  }
  return logos;
}

/** Deletes the copies of organisations' logos that no name of the list has any more: their owners were erased. */
export async function deleteLogos(
  bucket: Bucket,
  delivery: Pick<Delivery, 'letter' | 'id'>,
  names: readonly Pick<FrozenName, 'logo'>[],
): Promise<void> {
  const named = new Set(names.flatMap(({ logo }) => (logo ? organisationLogoKey(delivery, logo) : [])));
  const copies = await listKeys(bucket, logosPrefix(delivery));
  await deleteObjects(
    bucket,
    copies.filter((key) => !named.has(key)),
  );
}
