/**
 * Signatures as members and API keys may see them. Pages, the admin API and exports take only a `SeenRecord`, so none
 * of them can show a withheld name by mistake (docs/decisions/037-withheld-names.md).
 */
import { fieldsVersionOf } from './public-fields.ts';
import type { SignatureRecord } from './record.ts';
import { nothingTyped } from './typed-fields.ts';

/** The viewer's rights. */
export interface ViewerRights {
  /** May read withheld names: the permission `withheld.read`. */
  readonly withNames: boolean;
}

export interface SeenRecord extends SignatureRecord {
  readonly seen: {
    /** The name is withheld, and the viewer may not read it. */
    readonly isNameHidden: boolean;
    /**
     * Links between signatures may be shown. Without the right to read withheld names, a link to a named signature
     * would reveal one.
     */
    readonly withLinks: boolean;
    /** See `fieldsVersionOf`. */
    readonly fieldsVersion: string;
  };
}

/** @returns the signature without anything that the viewer may not read */
export function asSeen(record: SignatureRecord, { withNames }: ViewerRights): SeenRecord {
  const isNameHidden = !withNames && record.display === 'withheld';
  return {
    ...(isNameHidden ? withoutNames(record) : record),
    seen: { isNameHidden, withLinks: withNames, fieldsVersion: fieldsVersionOf(record, { withNames }) },
  };
}

/**
 * Keeps kind, country, language, partner, state, times and level. Everything else may identify the signer: names,
 * website and mailbox, the key of the organisation, and any text by the signer or the secretariat.
 */
function withoutNames(record: SignatureRecord): SignatureRecord {
  const { proposal } = record;
  return {
    ...record,
    ...nothingTyped,
    country: record.country,
    organisationKey: undefined,
    claimant: undefined,
    provenBy: undefined,
    chapter: undefined,
    email: '',
    comment: undefined,
    source: undefined,
    paperNote: undefined,
    rejectedBecause: undefined,
    told: undefined,
    evidence: record.evidence.map((one) => ({ ...one, note: undefined })),
    proposal: proposal && { at: proposal.at, display: proposal.display },
  };
}
