/** Signals about a signature, for the person who decides on it. A signal is a reason to look, never a decision. */
import * as z from 'zod';
import { signatureId } from '../../../shared/ids.ts';
import { likelyPrefixes, skeleton, visualSkeleton } from '../../../shared/organisation/look-alike.ts';
import { claimKey } from '../../../shared/platform/store/keys.ts';
import { readItem } from '../../../shared/platform/store/read.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { unmarkedClaimant } from '../../../shared/signature/claims/claim.ts';
import {
  cutName,
  listPartition,
  nameInPosition,
  namePosition,
  reviewPartition,
} from '../../../shared/signature/lists/index-keys.ts';
import { joinEntries, readEntries, withListed } from '../../../shared/signature/lists/list-index.ts';
import type { Deliverability, SignatureRecord } from '../../../shared/signature/record.ts';
import type { ViewerRights } from '../../../shared/signature/seen-record.ts';
import { claimantsOf } from '../signatures/find.ts';
import { heldReasons } from '../signatures/held-reasons.ts';

export const signal = z.object({
  kind: z.enum([
    'free-mail',
    'disposable-mail',
    'other-domain',
    'held',
    'look-alike',
    'same-name',
    'displaced',
    'duplicate',
    'same-organisation',
    'level',
    'own-hold',
    'mail-back',
  ]),
  text: z.string().describe('One sentence for people'),
  other: signatureId.optional().describe('The signature that it looks like'),
});
export type Signal = z.infer<typeof signal>;

/** Maximum of rows in each read of an index. */
const maxRows = 20;
const maxWaiting = 100;
const maxAlike = 5;

/**
 * @returns the signals. For an organisation at most 10 Queries of the index by name, one of claims and a read, at the
 * same time; else none
 */
export async function signalsOf(store: Store, record: SignatureRecord, { withNames }: ViewerRights): Promise<Signal[]> {
  // Similarities to others may reveal a withheld name: theirs, or its own.
  if (!withNames) return ownSignals(record).map(({ other: _, ...one }) => one);
  const looksFurther = record.kind === 'organisation' && !record.withdrawnAt;
  const [beside, same, alike] = await Promise.all([
    standsBeside(store, record),
    looksFurther ? sameOrganisation(store, record) : [],
    looksFurther ? lookAlikes(store, record) : [],
  ]);
  // Each is named once: the signature that it duplicates is named already.
  const known = new Set([record.duplicateOf, ...[...beside, ...same].map(({ other }) => other)]);
  return [
    ...ownSignals(record),
    ...beside,
    ...same.filter(({ other }) => other !== record.duplicateOf),
    ...alike.filter(({ other }) => !known.has(other)),
  ];
}

/** Hidden signatures are not matched automatically, so the secretariat sees all that are for the same organisation. */
async function sameOrganisation(store: Store, { id, letter, claimant }: SignatureRecord): Promise<Signal[]> {
  if (claimant === undefined) return [];
  const { shown, hidden } = await claimantsOf(store, letter, claimant);
  return [
    ...(shown ? [{ other: shown, text: 'The organisation has already signed.' }] : []),
    ...hidden.map((other) => ({
      other,
      text: 'Another signature, with its name withheld, is for the same organisation. If they are the same, mark one as a duplicate.',
    })),
  ].flatMap(({ other, text }) => (other === id ? [] : [{ kind: 'same-organisation' as const, text, other }]));
}

/**
 * A signature that stays counted beside the holder of its claim (docs/decisions/026-claims-move-to-new-keys.md). One read, only
 * for these.
 */
async function standsBeside(store: Store, { letter, kind, claimant = '' }: SignatureRecord): Promise<Signal[]> {
  const held = unmarkedClaimant(claimant);
  if (held === claimant) return [];
  const row = await readItem(store, claimKey(letter, held));
  const who =
    kind === 'organisation' ? 'Another organisation has' : 'Another signature from the same email address has';
  const text = `${who} the same name, spelled differently. Both are counted.`;
  return [{ kind: 'same-name', text, other: signatureId.safeParse(row?.['signature']).data }];
}

function ownSignals(record: SignatureRecord): Signal[] {
  const { moderation, reviewBecause, mailboxDomain, heldBecause, kind, deliverability, duplicateOf } = record;
  const isOrganisation = kind === 'organisation';
  const found: (Signal | undefined)[] = [
    moderation === 'held' && reviewBecause === 'displaced'
      ? { kind: 'displaced', text: 'A signature with better proof replaced it.', other: duplicateOf }
      : undefined,
    moderation === 'held' && reviewBecause === 'other-name'
      ? {
          kind: 'duplicate',
          text: 'An organisation with a different name signed with the same website.',
          other: duplicateOf,
        }
      : undefined,
    duplicateOf && reviewBecause !== 'displaced' && reviewBecause !== 'other-name'
      ? {
          kind: 'duplicate',
          text: `${isOrganisation ? 'The organisation' : 'This person'} has already signed.`,
          other: duplicateOf,
        }
      : undefined,
    moderation === 'held' && reviewBecause === 'level' ? { kind: 'level', text: levelWords[kind] } : undefined,
    moderation === 'held' && reviewBecause === 'secretariat'
      ? { kind: 'own-hold', text: 'Held by the secretariat for later.' }
      : undefined,
    isOrganisation && mailboxDomain === 'free'
      ? { kind: 'free-mail', text: 'Signed from a free email service such as Gmail: could be anyone.' }
      : undefined,
    isOrganisation && mailboxDomain === 'disposable'
      ? { kind: 'disposable-mail', text: 'Signed from a disposable email address.' }
      : undefined,
    isOrganisation && mailboxDomain === 'other'
      ? { kind: 'other-domain', text: 'The email address is on a different domain than the website.' }
      : undefined,
    heldBecause ? { kind: 'held', text: `Held as likely spam: ${heldReasons[heldBecause]}.` } : undefined,
    deliverability
      ? {
          kind: 'mail-back',
          text: `Email to this address ${returnedWords[deliverability.state]}.`,
        }
      : undefined,
  ];
  return found.filter((one) => one !== undefined);
}

/** @returns the organisations under the letter whose names are the same apart from script, spelling and legal form */
async function lookAlikes(store: Store, record: SignatureRecord): Promise<Signal[]> {
  const own = nameInPosition(namePosition(record));
  const stretches = [
    ...likelyPrefixes(own)
      .map(cutName)
      .map((prefix) => ({
        partition: listPartition(record.letter, 'organisation'),
        low: prefix,
        high: `${prefix}\u{10ffff}`,
        limit: maxRows,
      })),
    // Few signatures await review, so all of the first ones are compared, however their names begin.
    { partition: reviewPartition(record.letter), limit: maxWaiting },
  ];
  const readings = await Promise.all(stretches.map((stretch) => readEntries(store, { ...stretch, order: 'name' })));
  const { entries } = joinEntries(
    readings.map(({ entries }) => ({ entries, end: undefined })),
    'name',
  );
  // The position begins with the folded name; only that is compared.
  const looksOf = async (position: string) => {
    const folded = nameInPosition(position);
    return [skeleton(folded), await visualSkeleton(folded)];
  };
  const wanted = await looksOf(namePosition(record));
  const compared = await Promise.all(entries.map(async (entry) => ({ entry, looks: await looksOf(entry.position) })));
  const alike = compared.flatMap(({ entry, looks: its }) =>
    entry.id !== record.id && its.some((one, which) => one === wanted[which]) ? [entry] : [],
  );
  const known = await withListed(store, alike.slice(0, maxAlike));
  return known.map(({ id: other, listed }) => ({
    kind: 'look-alike',
    text: `Another organisation has nearly the same name: ${text.parse(listed?.['organisationName'])}.`,
    other,
  }));
}
const text = z.string().default('');

const returnedWords = {
  bounced: 'bounced',
  complained: 'was marked as spam',
  refused: 'is refused by Amazon SES',
} as const satisfies Record<Deliverability['state'], string>;

const levelWords = {
  organisation: 'Below the verification level that you set for this letter.',
  individual: 'You chose to review every individual who signs this letter.',
} as const satisfies Record<SignatureRecord['kind'], string>;
