/** Actions of the secretariat on a signature, as schemas shared by pages and the API. */
import * as z from 'zod';
import { signatureId } from '../../ids.ts';
import { faultIs } from '../../platform/http/faults.ts';
import { foldName } from '../../text/fold.ts';
import { line } from '../../text/plain-text.ts';
import { maxFeatured } from '../lists/featured.ts';
import { fieldsVersion } from '../public-fields.ts';
import { typedInput } from '../submission.ts';

/** A note of the secretariat that is stored with a decision, for its eyes only. */
const words = line(500);

const yes = z.literal([true, 'true', 'on']).transform((): true => true);
/** A decision may be told to the signer by mail. */
const telling = { tell: yes.optional().describe('Whether to email the signer') } as const;

/** `Ortsgruppe Köln` becomes `ortsgruppe-koln`: the part of a key that tells chapters of one domain apart. */
const chapter = line(80)
  .transform((name) => foldName(name).replaceAll(' ', '-'))
  .pipe(
    z
      .string()
      .refine((key) => key !== '', faultIs('no-letter'))
      .max(80),
  );

const sure = z
  .literal([true, 'true', 'on'], 'tick the box to confirm: this cannot be undone')
  .transform((): true => true);

/** The new names; fields that are left out are removed. */
export const namesCorrected = z.strictObject(typedInput);
export type NamesCorrected = z.infer<typeof namesCorrected>;

/** Actions without parameters, which are possible on many signatures at once. */
const plain = {
  approve: z.strictObject({ do: z.literal('approve'), ...telling }),
  hold: z.strictObject({ do: z.literal('hold') }),
  reject: z.strictObject({
    do: z.literal('reject'),
    why: words,
    ...telling,
    words: words.optional().describe('Your own sentence in that email. `why` is never sent'),
  }),
  withdraw: z.strictObject({ do: z.literal('withdraw') }),
  resend: z.strictObject({ do: z.literal('resend') }),
  release: z.strictObject({ do: z.literal('release') }),
  forget: z.strictObject({ do: z.literal('forget'), sure }),
} as const;

/**
 * A decision applies to the public fields that were seen (rule 14). An action at the signer's wish applies to no
 * fields.
 */
const seen = { fieldsVersion } as const;

export const moderation = z.discriminatedUnion('do', [
  plain.approve.extend(seen),
  plain.hold.extend(seen),
  plain.reject.extend(seen),
  plain.withdraw,
  plain.resend,
  plain.release,
  plain.forget,
  z.strictObject({ do: z.literal('ask'), ...seen }).describe('Ask the signer by email for proof, and wait for it'),
  z.strictObject({ do: z.literal('decline'), ...seen }).describe('The change that the signer asked for is not made'),
  z.strictObject({
    do: z.literal('vouch'),
    note: words.describe('How you know that the organisation signed'),
    ...seen,
  }),
  z.strictObject({
    do: z.literal('feature'),
    ...seen,
    rank: z.coerce.number().int().min(1).max(maxFeatured).optional().describe('Left out: it is not pinned'),
  }),
  z.strictObject({ do: z.literal('merge'), ...seen, into: signatureId.describe('The signature that stays') }),
  z.strictObject({
    do: z.literal('split'),
    ...seen,
    chapter: chapter.optional().describe('Left out: the organisation as a whole'),
  }),
  z.strictObject({ do: z.literal('correct'), ...seen, ...namesCorrected.shape }),
]);
export type Moderation = z.infer<typeof moderation>;

/** Actions that are possible on a whole set. */
export const bulkModeration = z.discriminatedUnion('do', [
  plain.approve,
  plain.hold,
  plain.reject,
  plain.withdraw,
  plain.resend,
  plain.release,
  plain.forget,
]);
export type BulkModeration = z.infer<typeof bulkModeration>;

/** @returns the same action for one signature of the set, whose public fields were seen in that version */
export function moderationOf(wanted: BulkModeration, version: string): Moderation {
  switch (wanted.do) {
    case 'approve':
    case 'hold':
    case 'reject':
      return { ...wanted, fieldsVersion: version };
    default:
      return wanted;
  }
}

/** Reasons why an action is not possible on this signature, in one sentence each. */
export const refusals = {
  'not-confirmed': 'The signer has not confirmed it yet, so you cannot decide about it.',
  'is-withdrawn': 'This signature was withdrawn. You can only undo the withdrawal or erase it.',
  'not-shown': 'You can only pin a signature that is counted and shown by name.',
  'featured-full': `You can pin at most ${maxFeatured} signatures. Unpin another one first.`,
  'merge-unfit': 'Choose another signature of the same type under this letter that is not a duplicate itself.',
  'letter-delivered': 'The letter was delivered and can no longer be signed.',
  'no-change': 'There is no change to decide about. Someone else may have decided already.',
  'no-organisation': 'Only an organisation can be a separate chapter.',
  'no-proof': 'Only an organisation can prove more than its email address.',
  'name-hidden': 'You need the right to see withheld names to decide about this signature.',
  'name-missing': 'An organisation needs a name and a country.',
  'mailbox-erased': 'The email address was erased, so we cannot email the signer.',
  'mailbox-takes-none': 'We cannot email this address: it does not accept our email, or its owner does not want any.',
  'mailed-too-often': 'This address has received several emails recently. Try again later.',
  'mail-on-its-way': 'The email is already on its way.',
  'not-held': 'This signature is not held, so there is nothing to release.',
  'on-a-list': 'The email address or domain is on the blocklist. Remove it from there first.',
} as const;
export type ModerationRefusal = keyof typeof refusals;
