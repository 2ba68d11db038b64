/** All keys of the table, in one place, which also shows what is stored. No key contains a mailbox in clear text. */
import { createHash } from 'node:crypto';
import type {
  DeliveryId,
  GrantScope,
  LetterSlug,
  MemberId,
  PartnerId,
  SignatureId,
  UpdateId,
  UploadId,
} from '../../ids.ts';

export const letterKey = (slug: LetterSlug) => ({ pk: `LETTER#${slug}`, sk: 'LETTER' });
/** Rows beside the counts of a letter have the same sort key, but are not letters. */
export const isLetterPartition = (pk: string) => pk.startsWith('LETTER#');
export const letterTextKey = (slug: LetterSlug, language: string, sha256: string) => ({
  pk: `LETTER#${slug}`,
  sk: `TEXT#${language}#${sha256}`,
});
/** A letter's own wording of attestation and consents. Never deleted, because signatures name it. */
export const letterWordingKey = (slug: LetterSlug, id: string) => ({ pk: `LETTER#${slug}`, sk: `WORDING#${id}` });
/** Progress of a housekeeping task with a letter, from which the next run continues. */
export const progressKey = (slug: LetterSlug, work: string) => ({ pk: `LETTER#${slug}`, sk: `PROGRESS#${work}` });
/** The breakdowns of a letter's count, as last computed. */
export const snapshotKey = (slug: LetterSlug) => ({ pk: `LETTER#${slug}`, sk: 'SNAPSHOT' });
/** Numbers of submissions of a day that were mailed or held. */
export const figuresPartition = (slug: LetterSlug) => `FIGURES#${slug}`;
export const figuresDayKey = (slug: LetterSlug, day: string) => ({ pk: figuresPartition(slug), sk: day });
/** The featured signatures of a letter, as the public may see them: an attribute for each, named by its id. */
export const featuredKey = (slug: LetterSlug) => ({ pk: `LETTER#${slug}`, sk: 'FEATURED' });
/** One row per letter in one partition: the index that `letter list` reads. */
export const lettersPartition = 'LETTERS';
export const letterIndexKey = (slug: LetterSlug) => ({ pk: lettersPartition, sk: slug });
export const signatureKey = (id: SignatureId) => ({ pk: `SIGNATURE#${id}`, sk: 'SIGNATURE' });
/** @returns the id of the signature in that partition; undefined for other rows */
export const signatureIdIn = (pk: string) => (pk.startsWith('SIGNATURE#') ? pk.slice('SIGNATURE#'.length) : undefined);
/**
 * The undo entry of the secretariat's action on a signature, stored beside it; the id of an entry begins with its time.
 */
export const undoKey = (id: SignatureId, act: string) => ({ ...signatureKey(id), sk: `ACT#${act}` });
/** A request for the links to the signatures of a mailbox; stored until the mail is sent. */
export const linkRequestKey = (id: SignatureId) => ({ pk: `LINKS#${id}`, sk: 'LINKS' });
/** `claimant` names the organisation, or is the keyed hash of an individual. */
export const claimKey = (slug: LetterSlug, claimant: string) => ({ pk: `CLAIM#${slug}#${claimant}`, sk: 'CLAIM' });
/** Claims of signatures for one organisation without a public name: one row per mailbox, so that they never collide. */
export const hiddenClaimPartition = (slug: LetterSlug, claimant: string) => `HIDDEN#${slug}#${claimant}`;
export const hiddenClaimKey = (slug: LetterSlug, claimant: string, provenBy: string) => ({
  pk: hiddenClaimPartition(slug, claimant),
  sk: provenBy,
});
export const mailboxKey = (hash: string) => ({ pk: `MAILBOX#${hash}`, sk: 'MAILBOX' });
/** The mailbox that a link has blocked, under a hash of the link's token: the same link can undo it. */
export const blockKey = (hash: string) => ({ pk: `BLOCK#${hash}`, sk: 'BLOCK' });
/** Codes typed for a mailbox, known or not. In a separate row, so that mails never wait for it. */
export const codeTriesKey = (hash: string) => ({ pk: `CODETRIES#${hash}`, sk: 'TRIES' });

/** Disputes of people whose organisation did not sign: few per letter, read only by the secretariat. */
export const disputePartition = (slug: LetterSlug) => `DISPUTES#${slug}`;
/** Disputes from robots, apart from those of people, so that they never push these out of sight. Nobody reads them. */
export const trappedDisputePartition = (slug: LetterSlug) => `TRAPPED#${slug}`;
/** A mail that follows from a dispute, until it is sent. */
export const disputeMailKey = (id: SignatureId) => ({ pk: `DISPUTEMAIL#${id}`, sk: 'MAIL' });
/** Handovers of a letter's deliveries, the answers to the letter, and files: few rows, read by its public page. */
export const handoversPartition = (slug: LetterSlug) => `HANDOVERS#${slug}`;
export const handoverKey = (slug: LetterSlug, delivery: DeliveryId) => ({
  pk: handoversPartition(slug),
  sk: `DELIVERY#${delivery}`,
});
export const answerKey = (slug: LetterSlug, id: string) => ({ pk: handoversPartition(slug), sk: `ANSWER#${id}` });
/** A mail that hands a delivery over to an addressee, with the mailbox; its state is on the handover. */
export const handoverMailKey = (id: SignatureId) => ({ pk: `HANDOVERMAIL#${id}`, sk: 'MAIL' });

/** The updates of a letter: few rows, read by its news page. */
export const updatesPartition = (slug: LetterSlug) => `UPDATES#${slug}`;
export const updateKey = (slug: LetterSlug, id: UpdateId) => ({ pk: updatesPartition(slug), sk: `UPDATE#${id}` });
/** Progress of an update's mails, in a row of its own because it changes with each mail. */
export const sendingKey = (slug: LetterSlug, id: UpdateId) => ({ pk: updatesPartition(slug), sk: `SENDING#${id}` });
/** The times at which updates of a letter were or will be sent, and the one that is being sent. */
export const updatePlanKey = (slug: LetterSlug) => ({ pk: updatesPartition(slug), sk: 'PLAN' });
/** Updates of all letters that are to be sent, or are being sent: a row each until it is done. */
export const updatesDuePartition = 'UPDATESDUE';
export const updateDueKey = (slug: LetterSlug, id: UpdateId) => ({ pk: updatesDuePartition, sk: `${slug}#${id}` });
/** Recipients of an update whose mail was not sent yet: a row each until it is. */
export const unsentPartition = (id: UpdateId) => `UNSENT#${id}`;
export const unsentKey = (id: UpdateId, subscriber: SignatureId) => ({ pk: unsentPartition(id), sk: subscriber });
/** A mailbox that was sent updates of a letter, under a random id, which its links to unsubscribe hold. */
export const subscriberKey = (id: SignatureId) => ({ pk: `SUBSCRIBER#${id}`, sk: 'SUBSCRIBER' });
/** The same by mailbox and letter: names the id. */
export const subscriptionsPartition = (hash: string) => mailboxKey(hash).pk;
export const subscriptionPrefix = 'UPDATES#';
export const subscriptionKey = (hash: string, slug: LetterSlug) => ({
  pk: subscriptionsPartition(hash),
  sk: `${subscriptionPrefix}${slug}`,
});

/** Requests of a network within a day, under a keyed hash of both. */
export const networkUseKey = (hash: string) => ({ pk: `NETWORK#${hash}`, sk: 'NETWORK' });
/**
 * Number of submissions without a proof of work for a letter within an hour, under a keyed hash of letter, hour and
 * shard.
 */
export const letterUseKey = (hash: string) => ({ pk: `NETWORK#${hash}`, sk: 'LETTER' });
/** A request with an Idempotency-Key, under a keyed hash of it; kept for a day. */
export const idempotencyRow = (hash: string) => ({ pk: `REQUEST#${hash}`, sk: 'REQUEST' });
/** The lists of denied and allowed mailboxes, domains and networks. */
export const listsPartition = 'LISTS';
export const listsKey = (row: 'MAIL' | 'NETWORK') => ({ pk: listsPartition, sk: row });

/** Everything that is paused now. */
export const pausesKey = { pk: 'PAUSES', sk: 'PAUSES' };

/**
 * The partners, all in one partition, read by the operators of the stack. Requests read the copy on the letter instead.
 */
export const partnersPartition = 'PARTNERS';
export const partnerKey = (id: PartnerId) => ({ pk: partnersPartition, sk: id });
/** Numbers of people asked to confirm through a partner: a row for each letter, page and campaign. */
export const partnerTallyPartition = (id: PartnerId) => `PARTNER#${id}`;
export const partnerTallyKey = (id: PartnerId, slug: LetterSlug, source: string) => ({
  pk: partnerTallyPartition(id),
  sk: `${slug}#${source}`,
});

/** The link by which a partner sees its own figures under a letter, stored as a hash. */
export const partnerLinkKey = (slug: LetterSlug, id: PartnerId) => ({ pk: `LETTER#${slug}`, sk: `PARTNERLINK#${id}` });

/** The link by which people without an account read a draft, stored as a hash. */
export const previewLinkKey = (slug: LetterSlug) => ({ pk: `LETTER#${slug}`, sk: 'PREVIEWLINK' });

/** A test signature of a draft. */
export const testSignatureKey = (id: SignatureId) => ({ pk: `TEST#${id}`, sk: 'TEST' });
/** The test signatures of a letter: ids, and the hash of the link behind which each was made. */
export const testSignaturesPartition = (slug: LetterSlug) => `TESTS#${slug}`;
export const listedTestKey = (slug: LetterSlug, id: SignatureId) => ({ pk: testSignaturesPartition(slug), sk: id });

/** The mailbox was invited to a letter that follows another. */
export const invitedPrefix = 'INVITED#';
export const invitedKey = (hash: string, slug: LetterSlug) => ({
  pk: mailboxKey(hash).pk,
  sk: `${invitedPrefix}${slug}`,
});

/** When the pictures of a letter were made, for networks that show a link to it. */
export const pictureRowKey = (slug: LetterSlug) => ({ pk: `LETTER#${slug}`, sk: 'PICTURE' });

/** The index of the words of names (`signature/lists/word-index.ts`): its state, and its rows. Made from the lists. */
const wordIndexPartition = (slug: LetterSlug, scope: string) => `WORDS#${slug}#${scope}`;
export const wordIndexKey = (slug: LetterSlug, scope: string) => ({ pk: wordIndexPartition(slug, scope), sk: 'STATE' });
export const wordRowKey = (slug: LetterSlug, scope: string, slot: string, number: number) => ({
  pk: wordIndexPartition(slug, scope),
  sk: `ROW#${slot}#${number}`,
});

/** Signatures under a letter whose mailbox takes no mail: ids only, for the secretariat. */
export const undeliverablePartition = (slug: LetterSlug) => `UNDELIVERABLE#${slug}`;
export const undeliverableKey = (slug: LetterSlug, id: SignatureId) => ({ pk: undeliverablePartition(slug), sk: id });

/** Submissions under a letter that are held as likely spam: ids only, until they expire. */
export const heldPartition = (slug: LetterSlug) => `HELD#${slug}`;
export const heldKey = (slug: LetterSlug, id: SignatureId) => ({ pk: heldPartition(slug), sk: id });

/** Signatures that stay counted beside another of the same name: ids only. */
export const sameNamePartition = (slug: LetterSlug) => `SAMENAME#${slug}`;
export const sameNameKey = (slug: LetterSlug, id: SignatureId) => ({ pk: sameNamePartition(slug), sk: id });

/** Signatures that the secretariat added and that count: ids only. */
export const addedPartition = (slug: LetterSlug) => `ADDED#${slug}`;
export const addedKey = (slug: LetterSlug, id: SignatureId) => ({ pk: addedPartition(slug), sk: id });

/** Changes of accepted signatures that await review: ids only, by time. */
export const changesInReviewPartition = (slug: LetterSlug) => `CHANGES#${slug}`;
export const changeInReviewKey = (slug: LetterSlug, since: string, id: SignatureId) => ({
  pk: changesInReviewPartition(slug),
  sk: `${since}#${id}`,
});

/** The members of the secretariat, all in one partition: they are few, and only members read them. */
export const membersPartition = 'MEMBERS';
export const memberKey = (id: MemberId) => ({ pk: membersPartition, sk: id });
export const memberMailboxKey = (hash: string) => ({ pk: `MEMBERMAIL#${hash}`, sk: 'MEMBERMAIL' });
/** A member's request for a sign-in link. */
export const signInKey = (id: SignatureId) => ({ pk: `SIGNIN#${id}`, sk: 'SIGNIN' });
/** A mail to a member that is due: an invitation, a digest. */
export const noticeKey = (id: SignatureId) => ({ pk: `NOTICE#${id}`, sk: 'NOTICE' });
export const sessionKey = (id: string) => ({ pk: `SESSION#${id}`, sk: 'SESSION' });
/** API keys, all in one partition: few, read by owners of letters. */
export const apiKeysPartition = 'APIKEYS';
export const apiKeyKey = (id: string) => ({ pk: apiKeysPartition, sk: id });
/** Actions of the secretariat, by letter and month. */
export const auditPartition = (scope: GrantScope, month: string) => `AUDIT#${scope}#${month}`;
export const auditKey = (scope: GrantScope, at: string, id: string) => ({
  pk: auditPartition(scope, at.slice(0, 7)),
  sk: `${at}#${id}`,
});

/** Bulk jobs, all in one partition: few, and housekeeping searches it for unfinished ones. */
export const bulkPartition = 'BULK';
export const bulkKey = (slug: LetterSlug, job: string) => ({ pk: bulkPartition, sk: `${slug}#${job}` });
/** The exact set of a bulk job, in parts. */
export const bulkSetKey = (job: string, part: number) => ({ pk: `BULKSET#${job}`, sk: String(part).padStart(6, '0') });

/** Import jobs, all in one partition: few. Their lines are stored in other rows until they are processed. */
export const importsPartition = 'IMPORTS';
export const importKey = (id: string) => ({ pk: importsPartition, sk: id });
/** A separate set of lines for each reading of the file, so that two members never mix theirs. */
export const importPartKey = (id: string, reading: string, number: number) => ({
  pk: `IMPORT#${id}`,
  sk: `${reading === '' ? '' : `READING#${reading}#`}${String(number).padStart(5, '0')}`,
});
/** The file itself, in pieces, until the list is imported or cancelled. */
export const importFileKey = (id: string, number: number) => ({
  pk: `IMPORT#${id}`,
  sk: `FILE#${String(number).padStart(5, '0')}`,
});

/** The deliveries of a letter, few per letter, together with the row that changes with each new one. */
export const deliveriesPartition = (slug: LetterSlug) => `DELIVERIES#${slug}`;
export const deliveryKey = (slug: LetterSlug, id: DeliveryId) => ({
  pk: deliveriesPartition(slug),
  sk: `DELIVERY#${id}`,
});
export const deliveryNumberKey = (slug: LetterSlug) => ({ pk: deliveriesPartition(slug), sk: 'NUMBER' });
/** Deliveries whose list is to be frozen or whose documents are to be made: a row each until it is done. */
export const documentsDuePartition = 'DOCUMENTSDUE';
export const documentDueKey = (slug: LetterSlug, id: DeliveryId) => ({
  pk: documentsDuePartition,
  sk: `${slug}#${id}`,
});
/**
 * Uploaded files that are to be cleaned or deleted: in the same partition, as the same function works on both. A slug
 * has no capital letters.
 */
const uploadDueStart = 'UPLOAD#';
export const uploadsDue = { pk: documentsDuePartition, start: uploadDueStart };
export const uploadDueKey = (slug: LetterSlug, id: UploadId) => ({
  pk: documentsDuePartition,
  sk: `${uploadDueStart}${slug}#${id}`,
});
/** Logos that organisations uploaded: one or two for each that has one. */
export const logosPartition = (slug: LetterSlug) => `LOGOS#${slug}`;
/**
 * Files that the secretariat uploaded are in the partition of the handovers and answers that most of them belong to.
 */
export const fileStart = 'FILE#';
/** Evidence for signatures that were added by hand. Their ids are on the signatures; only a backup lists them. */
export const evidencePartition = (slug: LetterSlug) => `EVIDENCE#${slug}`;
export const uploadKey = (slug: LetterSlug, kind: 'upload' | 'logo' | 'evidence', id: UploadId) =>
  kind === 'upload'
    ? { pk: handoversPartition(slug), sk: `${fileStart}${id}` }
    : { pk: kind === 'logo' ? logosPartition(slug) : evidencePartition(slug), sk: id };
/** Number of partitions of a frozen list. With 16, a list of 20,000 names is written within seconds. */
const frozenShards = 16;
const frozenPartition = (id: DeliveryId, number: number) => `FROZEN#${id}#${number}`;
/** A listed signature of a frozen list: its commitment, and its salt and public fields until it is erased. */
export const frozenKey = (delivery: DeliveryId, id: SignatureId) => ({
  pk: frozenPartition(delivery, shard(id, frozenShards)),
  sk: id,
});
export const frozenPartitions = (delivery: DeliveryId) =>
  Array.from({ length: frozenShards }, (_, number) => frozenPartition(delivery, number));

/** The ledger of erasures, by time: a restored table has to repeat them. */
export const erasureKey = (at: string, id: SignatureId) => ({ pk: 'ERASURES', sk: `${at}#${id}` });

/** Upgrade steps that the table has completed, and the progress of the current one. */
export const upgradePartition = 'UPGRADE';
export const upgradeKey = (step: string) => ({ pk: upgradePartition, sk: step });

/**
 * Number of count rows of a letter. With 16, 500 confirmations/s make 31 writes/s per row, and transactions rarely
 * collide.
 */
export const countShards = 16;
/**
 * Number of partitions for these rows. Each confirmation takes two write units of its row, so 500 a second would fill a
 * single partition to its limit of 1,000.
 */
const countPartitionCount = 4;
const countPartition = (slug: LetterSlug, number: number) => `COUNT#${slug}#${number % countPartitionCount}`;
const countRowKey = (slug: LetterSlug, number: number) => ({
  pk: countPartition(slug, number),
  sk: String(number).padStart(2, '0'),
});
export const countKey = (slug: LetterSlug, id: SignatureId) => countRowKey(slug, shard(id, countShards));
/** The partitions of a letter's count: all of its rows, and the row that describes the letter. */
export const countPartitions = (slug: LetterSlug) =>
  Array.from({ length: countPartitionCount }, (_, number) => countPartition(slug, number));
/** Keys of all count rows of a letter. */
export const countKeys = (slug: LetterSlug) =>
  Array.from({ length: countShards }, (_, number) => countRowKey(slug, number));

/**
 * The parts of the letter that a reader of the count needs, stored beside the count rows, so that it reads nothing
 * else.
 */
export const countedLetterKey = (slug: LetterSlug) => ({ pk: countPartition(slug, 0), sk: 'LETTER' });

/** Number of shards of the index of due work. With 32, 10,000 submissions/s make about 300 writes/s per shard. */
export const dueShards = 32;
export const dueShardName = (number: number) => `DUE#${String(number).padStart(2, '0')}`;
export const dueShardOf = (id: SignatureId) => dueShardName(shard(id, dueShards));

function shard(id: SignatureId, shards: number): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % shards;
}
