/** All data stored about a signature, except hashes, as its owner sees and downloads it. */
import * as z from 'zod';
import { evidence } from '../../verification/level.ts';
import { evidenceOf } from '../evidence.ts';
import { type SignatureRecord, signatureRecord, textSeenBy } from '../record.ts';
import { typedValues, typedView } from '../typed-fields.ts';

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
  ...typedView,
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
    ...nested(typedValues(record)),
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

/** @returns the values under the levels that their names have in a plain form: `signatory.name` */
function nested(values: ReadonlyMap<string, string | undefined>): Record<string, Record<string, string | undefined>> {
  const levels: Record<string, Record<string, string | undefined>> = {};
  for (const [name, value] of values) {
    const [level = '', last = ''] = name.split('.');
    levels[level] = { ...levels[level], [last]: value };
  }
  return levels;
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
