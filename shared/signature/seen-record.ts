/**
 * Signatures as members and keys of the secretariat may see them. Pages, the admin API and exports take nothing but a
 * `SeenRecord`, so no way out can show a withheld name by mistake (docs/decisions/037-withheld-names.md).
 */
import { fieldsVersionOf } from './public-fields.ts';
import type { SignatureRecord } from './record.ts';

/** The rights of whoever looks. */
export interface Sight {
  /** May read withheld names: the permission `withheld.read`. */
  readonly withNames: boolean;
}

export interface SeenRecord extends SignatureRecord {
  readonly seen: {
    /** The name is withheld, and whoever looks may not read it. */
    readonly isNameHidden: boolean;
    /** Links between signatures may be shown. Without the right to read withheld names, a link to a named one would tell one. */
    readonly withLinks: boolean;
    /** See `fieldsVersionOf`. */
    readonly fieldsVersion: string;
  };
}

/** @returns the signature with nothing in it that whoever looks may not read */
export function asSeen(record: SignatureRecord, { withNames }: Sight): SeenRecord {
  const isNameHidden = !withNames && record.display === 'withheld';
  return {
    ...(isNameHidden ? withoutNames(record) : record),
    seen: { isNameHidden, withLinks: withNames, fieldsVersion: fieldsVersionOf(record, { withNames }) },
  };
}

/**
 * Kind, country, language, partner, state, times and level stay. Everything else may tell who it is: names, website and
 * mailbox, the key of the organisation, and whatever the signer or the secretariat wrote.
 */
function withoutNames(record: SignatureRecord): SignatureRecord {
  const { proposal } = record;
  return {
    ...record,
    organisationName: undefined,
    organisationWebsite: undefined,
    organisationKey: undefined,
    claimant: undefined,
    provenBy: undefined,
    chapter: undefined,
    signatoryName: '',
    signatoryRole: undefined,
    email: '',
    comment: undefined,
    source: undefined,
    paperNote: undefined,
    rejectedBecause: undefined,
    evidence: record.evidence.map((one) => ({ ...one, note: undefined })),
    proposal: proposal && { at: proposal.at, display: proposal.display },
  };
}
