/** A signature as the secretariat sees it: everything stored except hashes, and the mailbox only on request. */
import * as z from 'zod';
import { signatureId } from '../../../shared/ids.ts';
import { evidenceOf } from '../../../shared/signature/evidence.ts';
import { ownSignatureView, ownView } from '../../../shared/signature/owner/owner-view.ts';
import { fieldsVersion } from '../../../shared/signature/public-fields.ts';
import { signatureRecord } from '../../../shared/signature/record.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { evidence } from '../../../shared/verification/level.ts';

const { shape } = signatureRecord;

export const secretariatView = z.object({
  id: signatureId,
  ...ownSignatureView.omit({ signatory: true, evidence: true }).shape,
  nameHidden: z.boolean().describe('The name is withheld, and to read it takes `withheld.read`'),
  signatory: ownSignatureView.shape.signatory.extend({
    name: z.string().describe('Empty when it is hidden or was erased'),
    email: z.string().optional().describe('Only in the answer to the request for it'),
  }),
  evidence: z.array(evidence),
  organisationKey: z.string().optional().describe('What makes two endorsements come from the same organisation'),
  chapter: shape.chapter,
  mailboxDomain: shape.mailboxDomain,
  moderation: shape.moderation,
  fieldsVersion,
  proposal: shape.proposal.describe('What the signer wants changed; approving makes the change'),
  reviewBecause: shape.reviewBecause,
  rejectedBecause: shape.rejectedBecause,
  duplicateOf: shape.duplicateOf.describe('With `withheld.read` alone'),
  heldBecause: shape.heldBecause,
  featured: shape.featured,
  due: shape.due,
  dueAt: shape.dueAt,
  dueNext: shape.dueNext,
});
export type SecretariatView = z.infer<typeof secretariatView>;

/** @param withMailbox the caller requested it, may see it, and has recorded that it was seen */
export function viewOf(record: SeenRecord, { withMailbox = false } = {}): SecretariatView {
  const { signatory, ...own } = ownView(record);
  const { isNameHidden, withLinks, fieldsVersion: version } = record.seen;
  return secretariatView.parse({
    ...record,
    ...own,
    signatory: { ...signatory, email: withMailbox ? record.email : undefined },
    evidence: evidenceOf(record),
    nameHidden: isNameHidden,
    fieldsVersion: version,
    duplicateOf: withLinks ? record.duplicateOf : undefined,
    organisationKey: record.kind === 'organisation' ? (record.claimant ?? record.organisationKey) : undefined,
  });
}
