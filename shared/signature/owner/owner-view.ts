/** All data stored about a signature, except hashes, as its owner sees and downloads it. */
import * as z from 'zod';
import { evidence } from '../../verification/level.ts';
import { evidenceOf } from '../evidence.ts';
import { type SignatureRecord, signatureRecord, textSeenBy } from '../record.ts';

const { shape } = signatureRecord;

export const signatureState = z.enum([
  'pending',
  'withdrawn',
  'rejected',
  'displaced',
  'duplicate',
  'merged',
  'held',
  'counted',
]);
export type SignatureState = z.infer<typeof signatureState>;

/** The stored data, in the API's terms; absent if there is none. */
export const ownSignatureView = z.object({
  letter: z.string(),
  letterVersion: shape.letterVersion,
  textSeen: shape.letterVersion,
  language: z.string(),
  kind: shape.kind,
  organisation: z.object({
    name: shape.organisationName,
    website: shape.organisationWebsite,
    country: shape.country,
  }),
  signatory: z.object({ name: z.string(), role: shape.signatoryRole, email: z.string() }),
  comment: shape.comment,
  partner: shape.partner,
  source: shape.source,
  display: shape.display,
  /** Consents given with the submission. */
  agreed: z.object({
    at: shape.submittedAt,
    attestation: shape.attestation,
    consents: shape.consents,
    wording: z.string(),
  }),
  /** The wording of the attestation, if a correction renewed it. */
  attestedIn: shape.attestedIn,
  laterConsents: shape.consentLog,
  submittedAt: shape.submittedAt,
  confirmedAt: shape.confirmedAt,
  confirmedBy: shape.confirmedBy,
  verification: shape.verification,
  evidence: z.array(evidence.omit({ note: true })),
  state: signatureState,
  /** Requested changes that await review. */
  proposal: shape.proposal,
  deliverability: shape.deliverability,
  withdrawnAt: shape.withdrawnAt,
  history: shape.history,
});

export function ownView(record: SignatureRecord): z.infer<typeof ownSignatureView> {
  return ownSignatureView.parse({
    ...record,
    evidence: evidenceOf(record),
    textSeen: textSeenBy(record),
    organisation: {
      name: record.organisationName,
      website: record.organisationWebsite,
      country: record.country,
    },
    signatory: { name: record.signatoryName, role: record.signatoryRole, email: record.email },
    agreed: {
      at: record.submittedAt,
      attestation: record.attestation,
      consents: record.consentLog[0]?.consents ?? record.consents,
      wording: record.wording,
    },
    laterConsents: record.consentLog.slice(1),
    state: stateOf(record),
  });
}

/** The state of a signature, in one word for its owner. */
export function stateOf(record: SignatureRecord): SignatureState {
  if (!record.confirmedAt) return 'pending';
  if (record.withdrawnAt) return 'withdrawn';
  if (record.moderation === 'rejected') return 'rejected';
  if (record.mergedAt && record.duplicateOf) return 'merged';
  if (record.displacedAt && record.duplicateOf) return 'displaced';
  if (record.duplicateOf) return 'duplicate';
  return record.moderation === 'held' ? 'held' : 'counted';
}
