/** A signature as the secretariat sees it: everything that is held but hashes, and the mailbox only when asked for. */
import * as z from 'zod';
import { evidence } from '../verification/level.ts';
import { evidenceOf } from './evidence.ts';
import { signatureId } from './id.ts';
import { ownSignatureView, ownView } from './own-view.ts';
import { fieldsVersion, fieldsVersionOf } from './public-fields.ts';
import { type SignatureRecord, signatureRecord } from './record.ts';

const { shape } = signatureRecord;

export const secretariatView = z.object({
  id: signatureId,
  ...ownSignatureView.omit({ signatory: true, evidence: true }).shape,
  signatory: z.object({
    name: z.string(),
    role: shape.signatoryRole,
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
  duplicateOf: shape.duplicateOf,
  heldBecause: shape.heldBecause,
  featured: shape.featured,
  due: shape.due,
  dueAt: shape.dueAt,
  dueNext: shape.dueNext,
});
export type SecretariatView = z.infer<typeof secretariatView>;

/** @param withMailbox the caller has asked for it, may see it, and has written down that it was seen */
export function viewOf(record: SignatureRecord, { withMailbox = false } = {}): SecretariatView {
  const { signatory, ...own } = ownView(record);
  return secretariatView.parse({
    ...record,
    ...own,
    signatory: { name: signatory.name, role: signatory.role, ...(withMailbox ? { email: record.email } : {}) },
    evidence: evidenceOf(record),
    fieldsVersion: fieldsVersionOf(record, { withNames: true }),
    organisationKey: record.kind === 'organisation' ? (record.claimant ?? record.organisationKey) : undefined,
  });
}
