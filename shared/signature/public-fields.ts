/** The public fields of a signature, as the signer wants them, and the version of them that a page showed. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { SignatureRecord } from './record.ts';
import { correctableFields, typedOf } from './typed-fields.ts';

/** The fields that a decision of the secretariat applies to (rule 14). */
export const publicFieldNames = ['kind', ...correctableFields, 'display'] as const;
export type PublicFields = Pick<SignatureRecord, (typeof publicFieldNames)[number]>;

export function publicFieldsOf(record: PublicFields): PublicFields {
  const { kind, display } = record;
  return { kind, ...typedOf(record), display };
}

/** @returns the fields after all of the signer's requested changes */
export function wantedFields(record: PublicFields & Pick<SignatureRecord, 'proposal'>): PublicFields {
  const { correction, display = record.display } = record.proposal ?? {};
  // The store keeps no undefined fields, so fields that a correction removes are missing there.
  return publicFieldsOf({ ...(correction ?? record), display });
}

export const fieldsVersion = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'is no version of the fields of a signature')
  .describe('`fieldsVersion` of the signature as you saw it: refused when its public fields have changed since');

/**
 * Identifies the fields that a page showed; the page sends it back, so that a decision applies to the fields that were
 * seen. For somebody who may not read a withheld name, the version does not depend on it, since a hash would confirm a
 * guess.
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

/** @returns whether that version shows withheld names or not; undefined when the fields have changed since */
export function seenAs(
  record: PublicFields & Pick<SignatureRecord, 'proposal'>,
  version: string,
): 'named' | 'unnamed' | undefined {
  if (version === fieldsVersionOf(record, { withNames: true })) return 'named';
  return version === fieldsVersionOf(record, { withNames: false }) ? 'unnamed' : undefined;
}
