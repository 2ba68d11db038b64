/** Adds a file of evidence to a signature that the secretariat added by hand, and removes it. */
import { type Actor, auditPut } from '../../../shared/audit/audit.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { change, changeUnless } from '../../../shared/signature/change-signature.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { isAdded } from '../../../shared/signature/states.ts';
import { newUpload, readUpload, uploadPut } from '../../../shared/upload/storage.ts';
import type { Upload } from '../../../shared/upload/upload.ts';

/** Maximum number of files for one signature. */
export const maxEvidenceFiles = 5;

interface Acting {
  readonly store: Store;
  readonly by: Actor;
  readonly now: Date;
}

/**
 * Makes room for a file that is uploaded next. In one transaction with the signature, so that erasing the signature
 * finds every file of it.
 *
 * @returns the upload, or undefined when the signature takes no file, or no more
 */
export async function newEvidenceFile(
  { store, by, now }: Acting,
  { id, letter }: Pick<SignatureRecord, 'id' | 'letter'>,
): Promise<Upload | undefined> {
  const upload = newUpload(letter, { kind: 'evidence', signature: id }, now, by);
  const done = await changeUnless<'full'>(
    store,
    id,
    async (record) => {
      // Forms to which nothing was sent have expired.
      const known = (await readEvidenceFiles(store, record)).map((one) => one.id);
      // The answer to the first attempt was lost.
      if (known.includes(upload.id)) return { after: record };
      if (!isAdded(record) || known.length >= maxEvidenceFiles) return { refused: 'full' };
      const after = { ...record, evidenceFiles: [...known, upload.id] };
      return { after, also: () => [uploadPut(store, upload, now)] };
    },
    now,
  );
  return done && 'written' in done ? upload : undefined;
}

/** Deletes the file; the document function deletes its bytes. */
export async function removeEvidenceFile({ store, by, now }: Acting, { id, letter, target }: Upload): Promise<void> {
  if (target.kind !== 'evidence') return;
  const line = { by, did: 'upload.removed', scope: letter, subject: id, after: { kind: target.kind } } as const;
  const without = (record: SignatureRecord) => {
    const files = record.evidenceFiles?.filter((one) => one !== id) ?? [];
    return { ...record, evidenceFiles: files.length > 0 ? files : undefined };
  };
  const also = (steps: readonly unknown[]) => (steps.length > 0 ? [auditPut(store, line, now)] : []);
  await change(store, target.signature, without, now, also);
}

/** @returns the files of a signature, oldest first. One read for each */
export async function readEvidenceFiles(
  store: Store,
  { letter, evidenceFiles = [] }: Pick<SignatureRecord, 'letter' | 'evidenceFiles'>,
): Promise<Upload[]> {
  const found = await Promise.all(evidenceFiles.map((id) => readUpload(store, letter, 'evidence', id)));
  return found.flatMap((one) => one ?? []);
}
