/** What is left of a signature when its letter is over. */
import { provenByNobody } from '../../shared/signature/claims/claim-key.ts';
import { isOnPaper, type SignatureRecord } from '../../shared/signature/record.ts';

/**
 * The letter is over and its time to keep things, too: what is not published is erased, the mailbox first of all. What
 * was agreed to, and when, stays: it is why the name may stand there.
 */
export function minimised(record: SignatureRecord): SignatureRecord {
  const next: SignatureRecord = {
    ...record,
    email: '',
    provenBy: isOnPaper(record) || record.kind === 'individual' ? record.provenBy : provenByNobody.erased,
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
  return {
    ...next,
    signatoryName: '',
    signatoryRole: undefined,
    organisationName: undefined,
    organisationWebsite: undefined,
  };
}
