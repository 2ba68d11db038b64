/**
 * The handover of a delivery: the mails to its addressees with their states, and handovers in person or by post.
 * Mailboxes and cover notes are not here but on the mails (`handover-mail.ts`), which expire.
 */
import * as z from 'zod';
import { deliveryId, letterSlug, type SignatureId, signatureId, type UploadId } from '../ids.ts';
import { languageTag } from '../text/language-tag.ts';
import { line } from '../text/plain-text.ts';
import { isoTimestamp } from '../time.ts';
import { publicFiles } from '../upload/public-files.ts';
import type { Upload, UploadTarget } from '../upload/upload.ts';

/** Why a mail was not sent to an addressee. */
export const notSentBecause = z.enum(['suppressed', 'refused']);

/**
 * A mail and its states, each with its time. They are separate facts: a receiver may accept a mail and return it
 * later.
 */
export const sentCopy = z.strictObject({
  name: line(200),
  /** Place of the addressee among those of the letter; absent for the convener's copy and for others. */
  addressee: z.int().min(0).optional(),
  isCopy: z.boolean(),
  queuedAt: isoTimestamp,
  sentAt: isoTimestamp.optional(),
  deliveredAt: isoTimestamp.optional(),
  bouncedAt: isoTimestamp.optional(),
  /** The receiver marked it as unwanted. */
  complainedAt: isoTimestamp.optional(),
  arrivedAt: isoTimestamp.optional(),
  notSent: z.strictObject({ at: isoTimestamp, because: notSentBecause }).optional(),
});
export type SentCopy = z.infer<typeof sentCopy>;

export const handedOverHow = z.enum(['in-person', 'posted']);

/** The fields that the secretariat types for a handover in person or by post. */
export const byHandFields = z.strictObject({
  how: handedOverHow,
  on: z.iso.date(),
  place: line(200).optional(),
  /** The person who received it; shown only to the secretariat. */
  recipient: line(200).optional(),
  addressee: z.int().min(0).max(19).optional(),
});
export type ByHandFields = z.infer<typeof byHandFields>;

const byHand = z.object({ ...byHandFields.shape, recordedAt: isoTimestamp });
export type ByHand = z.infer<typeof byHand>;

export const byHandId = z.string().regex(/^[0-9a-hjkmnp-tv-z]{12}$/);

export const handover = z.object({
  letter: letterSlug,
  delivery: deliveryId,
  /** Language of the mails and of the document in them. */
  language: languageTag.optional(),
  mails: z.record(signatureId, sentCopy).default({}),
  byHand: z.record(byHandId, byHand).default({}),
  /** Increases whenever a mail or a record is added, or the delivery is cancelled. The states of mails change without it. */
  revision: z.int().default(0),
});
export type Handover = z.infer<typeof handover>;

export const maxAddressees = 20;
/**
 * Largest document that is attached to a mail, in bytes. As base64 it is a third larger, and SES takes messages of
 * 10 MB. https://docs.aws.amazon.com/ses/latest/dg/quotas.html
 */
export const maxAttached = 7 * 1024 * 1024;
export const maxByHand = 20;

/** @returns whether somebody has the document, or will have it */
export function wasHandedOver({ mails, byHand: records }: Pick<Handover, 'mails' | 'byHand'>): boolean {
  return Object.keys(records).length > 0 || Object.values(mails).some((copy) => !copy.notSent);
}

/** @returns whether the mail cannot reach its reader, so that it may be sent again */
export function hasFailed({ notSent, bouncedAt }: SentCopy): boolean {
  return notSent !== undefined || bouncedAt !== undefined;
}

/** The state of a mail that matters most to the secretariat. */
export type CopyState = 'arrived' | 'complained' | 'bounced' | 'not-sent' | 'delivered' | 'sent' | 'queued';

/** @returns that state: what a person said outranks what a server said, and bad news good news */
export function stateOfCopy(copy: SentCopy): CopyState {
  if (copy.arrivedAt) return 'arrived';
  if (copy.complainedAt) return 'complained';
  if (copy.bouncedAt) return 'bounced';
  if (copy.notSent) return 'not-sent';
  if (copy.deliveredAt) return 'delivered';
  return copy.sentAt ? 'sent' : 'queued';
}

/** One handover as the public may know it: neither names of people nor mailboxes (rule 8). */
export interface PublicHandover {
  readonly how: 'mail' | z.infer<typeof handedOverHow>;
  /** A day. */
  readonly on: string;
  readonly place?: string | undefined;
  readonly addressee?: number | undefined;
  /** Scans that the secretariat has published. */
  readonly scans?: readonly UploadId[];
}

/**
 * @param files the uploaded files of the letter
 * @returns the handovers that took place, by day
 */
export function publicHandovers(
  { mails, byHand: records, delivery }: Pick<Handover, 'mails' | 'byHand' | 'delivery'>,
  files: readonly Upload[] = [],
): PublicHandover[] {
  const sent = Object.values(mails).flatMap((copy): PublicHandover[] =>
    copy.isCopy || !copy.sentAt || hasFailed(copy)
      ? []
      : [{ how: 'mail', on: copy.sentAt.slice(0, 10), addressee: copy.addressee }],
  );
  const others = Object.entries(records).map(([id, { how, on, place, addressee }]): PublicHandover => {
    const isOfRecord = (target: UploadTarget) =>
      target.kind === 'scan' && target.delivery === delivery && target.record === id;
    const scans = publicFiles(files, isOfRecord);
    return { how, on, place, addressee, ...(scans.length > 0 ? { scans } : {}) };
  });
  const all = [...sent, ...others].sort((a, b) => a.on.localeCompare(b.on));
  // Mails of one day to recipients outside the letter are shown once.
  return all.filter((one, place) => one.scans || all.findIndex((other) => isSame(one, other)) === place);
}

function isSame(one: PublicHandover, other: PublicHandover): boolean {
  return one.how === other.how && one.on === other.on && one.place === other.place && one.addressee === other.addressee;
}

/** @returns the ids of mails to addressees, in any state */
export function mailIds({ mails }: Pick<Handover, 'mails'>): SignatureId[] {
  return Object.keys(mails).map((id) => signatureId.parse(id));
}
