/** Decisions about logos of organisations. Each is about one file and the organisation as it was seen. */
import { type Actor, auditPut } from '../../../shared/audit/audit.ts';
import { uploadKey } from '../../../shared/platform/store/keys.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { transact } from '../../../shared/platform/store/transaction.ts';
import { changeUnless } from '../../../shared/signature/change-signature.ts';
import { fieldsVersionOf } from '../../../shared/signature/public-fields.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { uploadDue } from '../../../shared/upload/due.ts';
import { readUpload } from '../../../shared/upload/storage.ts';
import { isKept, type Upload } from '../../../shared/upload/upload.ts';

export interface Deciding {
  readonly store: Store;
  readonly upload: Upload;
  /** Version of the public fields that the page showed (rule 14). */
  readonly fieldsVersion: string;
  readonly by: Actor;
  readonly now: Date;
}

/** @returns the version of the fields beside which the logo will stand */
export const seenFields = (record: SignatureRecord): string => fieldsVersionOf(record, { withNames: true });

/** Shows the logo, if it is not shown yet. @returns false when the signature or its logo changed since it was seen */
export async function approveLogo({ store, upload, fieldsVersion, by, now }: Deciding): Promise<boolean> {
  const { target } = upload;
  const size = isKept(upload) ? upload.progress.file.size : undefined;
  if (target.kind !== 'logo' || !size) return false;
  // It no longer awaits a decision (`count-waiting.ts`).
  const shown = {
    Update: {
      TableName: store.table,
      Key: uploadKey(upload.letter, 'logo', upload.id),
      UpdateExpression: 'SET isPublic = :yes',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':yes': true },
    },
  };
  const done = await changeUnless(
    store,
    target.signature,
    (record) => {
      if (record.logo?.id === upload.id) return { after: record };
      return record.logoUpload === upload.id && seenFields(record) === fieldsVersion
        ? {
            after: { ...record, logo: { id: upload.id, ...size }, logoUpload: undefined },
            also: () => [shown, trail({ store, upload, by, now }, 'logo.approved')],
          }
        : { refused: 'stale' as const };
    },
    now,
  );
  return done !== undefined && !('refused' in done);
}

/** Tells the owner why it is not shown, and deletes the file. @returns false when it was decided otherwise before */
export async function declineLogo({ store, upload, by, now }: Omit<Deciding, 'fieldsVersion'>, reason: string) {
  const { written } = await transact(store, [
    {
      Update: {
        TableName: store.table,
        Key: uploadKey(upload.letter, 'logo', upload.id),
        UpdateExpression: 'SET progress = :declined',
        ConditionExpression: 'progress.#state = :kept',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':declined': { state: 'declined', reason }, ':kept': 'kept' },
      },
    },
    uploadDue(store, upload, 'delete', now),
    trail({ store, upload, by, now }, 'logo.declined'),
  ]);
  if (written) return true;
  const known = await readUpload(store, upload.letter, 'logo', upload.id);
  return known?.progress.state === 'declined' && known.progress.reason === reason;
}

function trail({ store, upload, by, now }: Omit<Deciding, 'fieldsVersion'>, did: 'logo.approved' | 'logo.declined') {
  const { letter, target } = upload;
  return auditPut(
    store,
    { by, did, scope: letter, ...(target.kind === 'logo' ? { subject: target.signature } : {}) },
    now,
  );
}
