/** Uploaded files of a signature: a logo, and evidence of how somebody agreed. They are deleted with what names them. */
import type { Store } from '../platform/store/store.ts';
import type { TransactItems } from '../platform/store/transaction.ts';
import { uploadRemoval } from '../upload/removal.ts';
import type { SignatureRecord } from './record.ts';
import type { Step } from './update-item.ts';

/** @returns the transaction items that delete the files that a step leaves behind */
export function fileMoves(store: Store, steps: readonly Step[], now = new Date()): TransactItems {
  return steps.flatMap(({ before, after }) => {
    const kept = new Set(filesOf(after).map(({ id }) => id));
    return filesOf(before).flatMap((file) => (kept.has(file.id) ? [] : uploadRemoval(store, file, now)));
  });
}

/** @returns the transaction items that delete all files of a signature */
export function fileErasure(store: Store, record: SignatureRecord, now: Date): TransactItems {
  return filesOf(record).flatMap((file) => uploadRemoval(store, file, now));
}

function filesOf({ id: signature, letter, logo, logoUpload, evidenceFiles = [] }: SignatureRecord) {
  const logos = [logo?.id, logoUpload].flatMap((id) => id ?? []);
  return [
    ...logos.map((id) => ({ letter, id, target: { kind: 'logo', signature } as const })),
    ...evidenceFiles.map((id) => ({ letter, id, target: { kind: 'evidence', signature } as const })),
  ];
}
