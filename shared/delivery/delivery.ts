/**
 * A delivery of a letter as stored: made from a list that was frozen once (docs/decisions/053-frozen-state.md).
 * Separate fields record whether the list is frozen, whether the documents are made, how many signers have withdrawn
 * since, and whether it was sent.
 */
import * as z from 'zod';
import { actor } from '../audit/audit.ts';
import { deliveryKind, pageSize } from '../document/choices.ts';
import { documentFile } from '../document/files.ts';
import { deliveryId, letterSlug, uploadId } from '../ids.ts';
import { sha256 } from '../letter/text.ts';
import { languageTag } from '../text/language-tag.ts';
import { timeZone } from '../text/time-zone.ts';
import { isoTimestamp } from '../time.ts';

/** Choices for the layout of the documents. */
export const documentOptions = z.strictObject({
  pageSize: pageSize.default('a4'),
  order: z.enum(['name', 'country']).default('name'),
  logos: z
    .boolean()
    .default(false)
    .describe('Show the reviewed logos of organisations in the PDFs; see docs/documents.md'),
});
export type DocumentOptions = z.infer<typeof documentOptions>;

/** The numbers of a frozen list. Listed by name: organisations + individuals − withheld. */
export const frozenCounts = z.strictObject({
  organisations: z.int().min(0),
  individuals: z.int().min(0),
  /** Of the organisations and individuals, how many asked not to be named. */
  withheld: z.int().min(0),
  /** On paper; in no total. */
  offline: z.int().min(0),
});
export type FrozenCounts = z.infer<typeof frozenCounts>;

/** Written once, when the list is frozen, and never changed. */
export const frozenState = z.strictObject({
  /** The list as it stood at this moment. */
  at: isoTimestamp,
  /** The letter's version, and its text in each language. */
  version: sha256,
  texts: z.record(languageTag, sha256),
  /** Of a translation of an earlier version: when that version was published. */
  older: z.record(languageTag, isoTimestamp).optional(),
  /** The language that binds. */
  language: languageTag,
  timeZone: timeZone.optional(),
  /** The convener's logo. The delivery keeps a copy of the file (`logoCopyKey`). */
  logo: uploadId.optional(),
  /** Address of the public page of the delivery, which is printed in the documents. */
  url: z.url(),
  counts: frozenCounts,
  /** Number of names listed then. */
  number: z.int().min(0),
  /** See `hashOfState`. */
  hash: sha256,
});
export type FrozenState = z.infer<typeof frozenState>;

/**
 * `commitments` lets anybody check the hash and each name; the others are in `shared/document`.
 */
export const deliveryFileKind = z.enum([...documentFile.options, 'commitments']);
export type DeliveryFileKind = z.infer<typeof deliveryFileKind>;

/** A file of ours in the bucket. */
const deliveryFile = z.strictObject({
  file: deliveryFileKind,
  /** Absent where the file is the same in each language. */
  language: languageTag.optional(),
  key: z.string(),
  bytes: z.int().min(0),
  sha256,
});
export type DeliveryFile = z.infer<typeof deliveryFile>;

/**
 * - `unsettled`: the list and the count differed each time that they were compared
 * - `no-names`: nobody is counted, so there is nothing to deliver
 * - `typesetting`: the document could not be typeset
 * - `too-large`: the document needs more memory or time than the function has
 * - `unavailable`: the table or the bucket did not answer
 */
export const failureReason = z.enum(['unsettled', 'no-names', 'typesetting', 'too-large', 'unavailable']);
export type FailureReason = z.infer<typeof failureReason>;

/** Becomes `making` again whenever the documents have to be made again: somebody was erased, or asked for it. */
export const progress = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('freezing'), since: isoTimestamp }),
  z.strictObject({ state: z.literal('making'), since: isoTimestamp }),
  z.strictObject({
    state: z.literal('ready'),
    since: isoTimestamp,
    files: z.array(deliveryFile),
    /** Characters that none of our fonts has. */
    missing: z.array(z.string()),
  }),
  z.strictObject({ state: z.literal('failed'), since: isoTimestamp, why: failureReason }),
  /** Cancelled before its documents were ready, or erased from since: it has no files, and gets none. */
  z.strictObject({ state: z.literal('stopped'), since: isoTimestamp }),
]);
export type Progress = z.infer<typeof progress>;

export const delivery = z.object({
  id: deliveryId,
  letter: letterSlug,
  /** The first delivery of a letter is 1. */
  number: z.int().min(1),
  /** An interim one leaves the letter open. A final one closes it and ends confirmations; a letter has one that was not cancelled. */
  kind: deliveryKind,
  at: isoTimestamp,
  by: actor,
  options: documentOptions,
  progress,
  /** Absent until the list is frozen. */
  frozen: frozenState.optional(),
  /** Cancelled before anything was sent, at any time: while the list was frozen, after a failure, or when it was ready. */
  cancelledAt: isoTimestamp.optional(),
  /** Number of attempts to freeze the list. Only rows of the last one belong to it. */
  attempt: z.int().default(0),
  /** Number of listed names that are no longer shown: withdrawn, hidden or erased since. Exact: see `leave.ts`. */
  left: z.int().default(0),
  /** Increases with each change of `progress`, so that a run that was overtaken cannot write its result. */
  run: z.int().default(0),
  /** End of the lease of the active run, in milliseconds since 1970. */
  leasedUntil: z.number().optional(),
});
export type Delivery = z.infer<typeof delivery>;
export type DeliveryKind = Delivery['kind'];

/** @returns a file of a delivery whose documents are ready, in that language or the same in each */
export function findFile(
  { progress }: Pick<Delivery, 'progress'>,
  file: DeliveryFileKind,
  language: string,
): DeliveryFile | undefined {
  if (progress.state !== 'ready') return undefined;
  return progress.files.find((one) => one.file === file && (one.language ?? language) === language);
}
