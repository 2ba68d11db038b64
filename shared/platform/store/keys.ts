/** Every key of the table is made here, so that a glance tells what there is. No key holds a mailbox in clear. */
import { createHash } from 'node:crypto';
import type { GrantScope, LetterSlug, MemberId, PartnerId, SignatureId } from '../../ids.ts';

export const letterKey = (slug: LetterSlug) => ({ pk: `LETTER#${slug}`, sk: 'LETTER' });
export const letterTextKey = (slug: LetterSlug, language: string, sha256: string) => ({
  pk: `LETTER#${slug}`,
  sk: `TEXT#${language}#${sha256}`,
});
/** The words of an attestation and consents that a letter words itself. Never deleted: signatures name them. */
export const letterWordingKey = (slug: LetterSlug, id: string) => ({ pk: `LETTER#${slug}`, sk: `WORDING#${id}` });
/** How far a piece of housekeeping has come with a letter, so that the next run goes on from there. */
export const progressKey = (slug: LetterSlug, work: string) => ({ pk: `LETTER#${slug}`, sk: `PROGRESS#${work}` });
/** The breakdowns of a letter's count, as they were when they were last taken. */
export const snapshotKey = (slug: LetterSlug) => ({ pk: `LETTER#${slug}`, sk: 'SNAPSHOT' });
/** How many submissions of a day were mailed or held. */
export const figuresPartition = (slug: LetterSlug) => `FIGURES#${slug}`;
export const figuresDayKey = (slug: LetterSlug, day: string) => ({ pk: figuresPartition(slug), sk: day });
/** The few signatures that stand first under a letter, as the public may see them: an attribute for each, named by its id. */
export const featuredKey = (slug: LetterSlug) => ({ pk: `LETTER#${slug}`, sk: 'FEATURED' });
/** One row per letter in one partition: the shelf that `letter list` reads. */
export const letterIndexKey = (slug: LetterSlug) => ({ pk: 'LETTERS', sk: slug });
export const signatureKey = (id: SignatureId) => ({ pk: `SIGNATURE#${id}`, sk: 'SIGNATURE' });
/** What the secretariat did to a signature and can take back, beside it; the id of an act begins with its time. */
export const undoKey = (id: SignatureId, act: string) => ({ ...signatureKey(id), sk: `ACT#${act}` });
/** Somebody asked for the links to the signatures of a mailbox; there until the mail is out. */
export const linkRequestKey = (id: SignatureId) => ({ pk: `LINKS#${id}`, sk: 'LINKS' });
/** `claimant` names the organisation, or is the keyed hash of an individual. */
export const claimKey = (slug: LetterSlug, claimant: string) => ({ pk: `CLAIM#${slug}#${claimant}`, sk: 'CLAIM' });
/** Claims of signatures for one organisation whose name nobody sees: one row for each mailbox, so that they never meet. */
export const hiddenClaimPartition = (slug: LetterSlug, claimant: string) => `HIDDEN#${slug}#${claimant}`;
export const hiddenClaimKey = (slug: LetterSlug, claimant: string, provenBy: string) => ({
  pk: hiddenClaimPartition(slug, claimant),
  sk: provenBy,
});
export const mailboxKey = (hash: string) => ({ pk: `MAILBOX#${hash}`, sk: 'MAILBOX' });
/** Which mailbox a link has blocked, under a hash of the link's token: the same link can undo it. */
export const blockKey = (hash: string) => ({ pk: `BLOCK#${hash}`, sk: 'BLOCK' });
/** Codes typed for a mailbox, whether or not anything is known of it: apart, so that no mail waits for it. */
export const codeTriesKey = (hash: string) => ({ pk: `CODETRIES#${hash}`, sk: 'TRIES' });

/** Who says that an organisation did not sign: few a letter, read by the secretariat alone. */
export const disputePartition = (slug: LetterSlug) => `DISPUTES#${slug}`;
/** What a robot filled in the same form: apart, so that it never stands before what a person says. Nobody reads it. */
export const trappedDisputePartition = (slug: LetterSlug) => `TRAPPED#${slug}`;
/** What a network sent in a day, under a keyed hash of both. */
export const networkUseKey = (hash: string) => ({ pk: `NETWORK#${hash}`, sk: 'NETWORK' });
/** How many submissions without a proof of work a letter got in an hour, under a keyed hash of letter, hour and shard. */
export const letterUseKey = (hash: string) => ({ pk: `NETWORK#${hash}`, sk: 'LETTER' });
/** A request that named itself by an Idempotency-Key, under a keyed hash of that; there for a day. */
export const idempotencyRow = (hash: string) => ({ pk: `REQUEST#${hash}`, sk: 'REQUEST' });
/** The lists of whom to deny and whom to allow. */
export const listsKey = (row: 'MAIL' | 'NETWORK') => ({ pk: 'LISTS', sk: row });

/** What is stopped at the moment. */
export const pausesKey = { pk: 'PAUSES', sk: 'PAUSES' };

/** The partners, all in one partition: whoever runs the stack reads them. Requests go by what stands on the letter. */
export const partnersPartition = 'PARTNERS';
export const partnerKey = (id: PartnerId) => ({ pk: partnersPartition, sk: id });
/** How many were asked to confirm through a partner: a row for each letter, page and campaign. */
export const partnerTallyPartition = (id: PartnerId) => `PARTNER#${id}`;
export const partnerTallyKey = (id: PartnerId, slug: LetterSlug, source: string) => ({
  pk: partnerTallyPartition(id),
  sk: `${slug}#${source}`,
});

/** The link by which a partner sees its own figures under a letter: a hash of it. */
export const partnerLinkKey = (slug: LetterSlug, id: PartnerId) => ({ pk: `LETTER#${slug}`, sk: `PARTNERLINK#${id}` });

/** Signatures under a letter whose mailbox takes no mail: ids only, for the secretariat. */
export const undeliverablePartition = (slug: LetterSlug) => `UNDELIVERABLE#${slug}`;
export const undeliverableKey = (slug: LetterSlug, id: SignatureId) => ({ pk: undeliverablePartition(slug), sk: id });

/** Signatures that stay counted beside another of the same name: ids only. */
export const sameNamePartition = (slug: LetterSlug) => `SAMENAME#${slug}`;
export const sameNameKey = (slug: LetterSlug, id: SignatureId) => ({ pk: sameNamePartition(slug), sk: id });

/** Changes of accepted signatures that await review: ids only, by time. */
export const changesInReviewPartition = (slug: LetterSlug) => `CHANGES#${slug}`;
export const changeInReviewKey = (slug: LetterSlug, since: string, id: SignatureId) => ({
  pk: changesInReviewPartition(slug),
  sk: `${since}#${id}`,
});

/** The members of the secretariat, all in one partition: few, and whoever runs a letter reads them. */
export const membersPartition = 'MEMBERS';
export const memberKey = (id: MemberId) => ({ pk: membersPartition, sk: id });
export const memberMailboxKey = (hash: string) => ({ pk: `MEMBERMAIL#${hash}`, sk: 'MEMBERMAIL' });
/** A member asked for a link to sign in. */
export const signInKey = (id: SignatureId) => ({ pk: `SIGNIN#${id}`, sk: 'SIGNIN' });
/** A mail to a member that is on its way: an invitation, a digest. */
export const noticeKey = (id: SignatureId) => ({ pk: `NOTICE#${id}`, sk: 'NOTICE' });
export const sessionKey = (id: string) => ({ pk: `SESSION#${id}`, sk: 'SESSION' });
/** Keys for machines, all in one partition: few, and whoever owns a letter reads them. */
export const apiKeysPartition = 'APIKEYS';
export const apiKeyKey = (id: string) => ({ pk: apiKeysPartition, sk: id });
/** What the secretariat did, by letter and month. */
export const auditPartition = (scope: GrantScope, month: string) => `AUDIT#${scope}#${month}`;
export const auditKey = (scope: GrantScope, at: string, id: string) => ({
  pk: auditPartition(scope, at.slice(0, 7)),
  sk: `${at}#${id}`,
});

/** What is done to many signatures at once, all in one partition: few, and housekeeping looks for what is under way. */
export const bulkPartition = 'BULK';
export const bulkKey = (slug: LetterSlug, job: string) => ({ pk: bulkPartition, sk: `${slug}#${job}` });
/** The exact set of such a job, in parts. */
export const bulkSetKey = (job: string, part: number) => ({ pk: `BULKSET#${job}`, sk: String(part).padStart(6, '0') });

/** Lists that are being imported, all in one partition: few. Their lines stand beside, until they are dealt with. */
export const importsPartition = 'IMPORTS';
export const importKey = (id: string) => ({ pk: importsPartition, sk: id });
/** Lines anew for each way in which the file was read, so that two members never mix theirs. */
export const importPartKey = (id: string, reading: string, number: number) => ({
  pk: `IMPORT#${id}`,
  sk: `${reading === '' ? '' : `READING#${reading}#`}${String(number).padStart(5, '0')}`,
});
/** The file itself, in pieces, until the list is imported or dropped. */
export const importFileKey = (id: string, number: number) => ({
  pk: `IMPORT#${id}`,
  sk: `FILE#${String(number).padStart(5, '0')}`,
});

/** The ledger of erasures, by time: what a restored table has to forget again. */
export const erasureKey = (at: string, id: SignatureId) => ({ pk: 'ERASURES', sk: `${at}#${id}` });

/** Which changes of form the table has behind it, and how far one under way has come. */
export const upgradePartition = 'UPGRADE';
export const upgradeKey = (step: string) => ({ pk: upgradePartition, sk: step });

/** Count rows of a letter. 16, so that 500 confirmations/s make 31 writes/s a row and transactions seldom meet. */
export const countShards = 16;
/**
 * They stand in four partitions: each confirmation takes two write units of its row, so 500 a second would fill one
 * partition to its limit of 1,000.
 */
const countPartitionCount = 4;
const countPartition = (slug: LetterSlug, number: number) => `COUNT#${slug}#${number % countPartitionCount}`;
const countRowKey = (slug: LetterSlug, number: number) => ({
  pk: countPartition(slug, number),
  sk: String(number).padStart(2, '0'),
});
export const countKey = (slug: LetterSlug, id: SignatureId) => countRowKey(slug, shard(id, countShards));
/** The partitions of a letter's count: all of its rows, and beside them the one that tells of the letter. */
export const countPartitions = (slug: LetterSlug) =>
  Array.from({ length: countPartitionCount }, (_, number) => countPartition(slug, number));
/** Of all rows of a letter's count. */
export const countKeys = (slug: LetterSlug) =>
  Array.from({ length: countShards }, (_, number) => countRowKey(slug, number));

/** Beside the count rows: what a reader of the count needs of the letter, so that counting reads nothing else. */
export const countedLetterKey = (slug: LetterSlug) => ({ pk: countPartition(slug, 0), sk: 'LETTER' });

/** Shards of the index of what is due. 32, so that 10,000 submissions/s make about 300 writes/s a shard. */
export const dueShards = 32;
export const dueShardName = (number: number) => `DUE#${String(number).padStart(2, '0')}`;
export const dueShardOf = (id: SignatureId) => dueShardName(shard(id, dueShards));

function shard(id: SignatureId, shards: number): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % shards;
}
