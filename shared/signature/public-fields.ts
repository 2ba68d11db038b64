/** The fields that the public may see of a signature, as the signer wants them, and which version of them a page showed. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { SignatureRecord } from './record.ts';

/** The fields that a decision of the secretariat is about (DESIGN rule 14). */
export const publicFieldNames = [
  'kind',
  'organisationName',
  'organisationWebsite',
  'country',
  'signatoryName',
  'signatoryRole',
  'display',
] as const;
export type PublicFields = Pick<SignatureRecord, (typeof publicFieldNames)[number]>;

export function publicFieldsOf(record: PublicFields): PublicFields {
  const { kind, organisationName, organisationWebsite, country, signatoryName, signatoryRole, display } = record;
  return { kind, organisationName, organisationWebsite, country, signatoryName, signatoryRole, display };
}

/** @returns the fields as they will be once everything that the signer asked for is accepted */
export function wantedFields(record: PublicFields & Pick<SignatureRecord, 'proposal'>): PublicFields {
  const { correction, display = record.display } = record.proposal ?? {};
  // The store keeps no field that is undefined, so the fields that a correction takes away are missing there.
  return publicFieldsOf({ ...(correction ?? record), display });
}

export const fieldsVersion = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'is no version of the fields of a signature')
  .describe('`fieldsVersion` of the signature as you saw it: refused when its public fields have changed since');

/**
 * A page sends it back with the decision, so that a decision applies to what was seen. Whoever must not read a withheld
 * name gets a version that does not depend on it: a hash of the name would tell it to those who guess.
 *
 * @returns 128 bits of a SHA-256
 */
export function fieldsVersionOf(
  record: PublicFields & Pick<SignatureRecord, 'proposal'>,
  { withNames }: { withNames: boolean },
): string {
  const { kind, country, display, ...names } = wantedFields(record);
  const seen = withNames || record.display === 'public' ? names : {};
  const ordered = Object.entries({ kind, country, display, ...seen }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex').slice(0, 32);
}

/** @returns how the fields were seen under that version; undefined when they have changed since */
export function seenAs(
  record: PublicFields & Pick<SignatureRecord, 'proposal'>,
  version: string,
): 'named' | 'unnamed' | undefined {
  if (version === fieldsVersionOf(record, { withNames: true })) return 'named';
  return version === fieldsVersionOf(record, { withNames: false }) ? 'unnamed' : undefined;
}
