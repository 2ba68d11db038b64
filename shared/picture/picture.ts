/**
 * The pictures that networks show with a link to a letter: one for each of its languages, with title and count. They are
 * made now and then by the document function, so that a request is never more than a read
 * (docs/decisions/069-share-picture.md).
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type LetterSlug, letterSlug } from '../ids.ts';
import type { Letter } from '../letter/letter.ts';
import { textsShown } from '../letter/shown-version.ts';
import { changeIf, changeOnce } from '../platform/store/change.ts';
import { pictureRowKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { isoTimestamp } from '../time.ts';

/** Size in pixels, as networks recommend (https://ogp.me, https://developers.facebook.com/docs/sharing/webmasters/images). */
export const pictureSize = { width: 1200, height: 630 } as const;

/** The input of the document function for the pictures of a letter. */
export const pictureRequest = z.strictObject({ letter: letterSlug, what: z.literal('pictures') });
export type PictureRequest = z.infer<typeof pictureRequest>;

const pictureRow = z.object({
  /** When the function was last started for them. */
  startedAt: isoTimestamp.optional(),
  made: z
    .object({
      at: isoTimestamp,
      /** Hash of all that they show, except the count. */
      shows: z.string(),
      /** Number of signatures that they show. */
      signatures: z.int(),
      languages: z.array(z.string()),
    })
    .optional(),
});
type PictureRow = z.infer<typeof pictureRow>;
export type MadePictures = NonNullable<PictureRow['made']>;

/** @returns when the pictures of a letter were made, if they were. One read */
export async function readPictures(store: Store, slug: LetterSlug): Promise<PictureRow> {
  return pictureRow.parse((await readItem(store, pictureRowKey(slug))) ?? {});
}

/** @returns the key of a picture in the bucket */
export const pictureKey = (slug: LetterSlug, language: string) => `pictures/${slug}/${language}.png`;

/** Goes up when the layout changes. */
const design = 2;

/** @returns a hash of the contents of the letter's pictures and signing sheets, without the count */
export function shownOn(letter: Letter): string {
  const shown = [design, textsShown(letter), letter.ownTexts, letter.settings.privacy];
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
}

const hour = 3600 * 1000;
/** Pictures are made again after this time in any case, in milliseconds: the bucket may have lost them. */
const keptFor = 7 * 24 * hour;

/** @returns whether the function was started for them within the last hour: then nothing is due, even after changes */
export function isResting({ startedAt }: PictureRow, now: Date): boolean {
  return startedAt !== undefined && now.getTime() - new Date(startedAt).getTime() < hour;
}

/** @returns whether new pictures are due: there are none, they show other words, or the count passed the next step */
export function arePicturesDue({ made }: PictureRow, letter: Letter, signatures: number, now: Date): boolean {
  if (!made || made.shows !== shownOn(letter)) return true;
  if (now.getTime() - new Date(made.at).getTime() > keptFor) return true;
  const isFinal = letter.state !== 'open';
  return isFinal
    ? signatures !== made.signatures
    : signatures < made.signatures || signatures >= nextStep(made.signatures);
}

/** @returns the next number with which a picture is made: 1, 2 … 9, 10, 20 … 90, 100, 200 … */
export function nextStep(signatures: number): number {
  const unit = 10 ** Math.max(0, String(signatures).length - 1);
  return (Math.floor(signatures / unit) + 1) * unit;
}

/** Records that the function is started now. @returns false when another run has just done so */
export function noteStart(store: Store, slug: LetterSlug, seen: PictureRow, now: Date): Promise<boolean> {
  return changeOnce(store, {
    Key: pictureRowKey(slug),
    UpdateExpression: 'SET startedAt = :now',
    ConditionExpression: seen.startedAt ? 'startedAt = :seen' : 'attribute_not_exists(startedAt)',
    ExpressionAttributeValues: { ':now': now.toISOString(), ...(seen.startedAt ? { ':seen': seen.startedAt } : {}) },
  });
}

/** Records the pictures that were made. */
export async function noteMade(store: Store, slug: LetterSlug, made: MadePictures): Promise<void> {
  await changeIf(store, {
    Key: pictureRowKey(slug),
    UpdateExpression: 'SET made = :made',
    ExpressionAttributeValues: { ':made': made },
  });
}

/** Lets the pictures be made again, for a bucket that lost them. */
export async function forgetPictures(store: Store, slug: LetterSlug): Promise<void> {
  await changeIf(store, {
    Key: pictureRowKey(slug),
    UpdateExpression: 'REMOVE made, startedAt',
    ConditionExpression: 'attribute_exists(pk)',
  });
}
