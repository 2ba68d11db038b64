/** The data of a signature that is kept after its letter's retention period. */
import { noMailbox } from '../../shared/signature/claims/claim-key.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { isOnPaper } from '../../shared/signature/states.ts';
import { nothingTyped } from '../../shared/signature/typed-fields.ts';

/**
 * Erases unpublished data, above all the mailbox, once the letter and its retention period are over. Consents and their
 * times stay: they are the reason that the name may be published.
 */
export function withoutUnpublishedData(record: SignatureRecord): SignatureRecord {
  const next: SignatureRecord = {
    ...record,
    email: '',
    provenBy: isOnPaper(record) || record.kind === 'individual' ? record.provenBy : noMailbox.erased,
    evidenceFiles: undefined,
    comment: undefined,
    proposal: undefined,
    request: undefined,
    source: undefined,
    deliverability: undefined,
    domainChecks: [],
    corrections: undefined,
    confirmTokens: [],
    manageTokens: [],
    due: undefined,
    dueAt: undefined,
    dueNext: [],
  };
  if (record.display === 'public') return next;
  return { ...next, ...nothingTyped, country: record.country };
}
