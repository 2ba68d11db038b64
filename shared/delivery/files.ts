/** Names and types of a delivery's files, in the bucket and for people who download them. */
import { fileName, mediaType } from '../document/files.ts';
import type { UploadId } from '../ids.ts';
import type { Delivery, DeliveryFile, DeliveryFileKind } from './delivery.ts';

/** Everything under it belongs to the delivery. */
export function deliveryPrefix({ letter, id }: Pick<Delivery, 'letter' | 'id'>): string {
  return `deliveries/${letter}/${id}/`;
}

/** Everything under it is made from the frozen state and can be made again. */
export function madePrefix(delivery: Pick<Delivery, 'letter' | 'id'>): string {
  return `${deliveryPrefix(delivery)}made/`;
}

/** @returns the key of the copy of the convener's logo, which is needed whenever the documents are made again */
export function logoCopyKey(delivery: Pick<Delivery, 'letter' | 'id'>): string {
  return `${deliveryPrefix(delivery)}logo.png`;
}

/** The copies of organisations' logos. Each is named by a row of the frozen list. */
export function logosPrefix(delivery: Pick<Delivery, 'letter' | 'id'>): string {
  return `${deliveryPrefix(delivery)}logos/`;
}

/** @returns the key of the copy of an organisation's logo, by the id of its upload */
export function organisationLogoKey(delivery: Pick<Delivery, 'letter' | 'id'>, logo: UploadId): string {
  return `${logosPrefix(delivery)}${logo}.png`;
}

/** @returns the name under which people save a file: letters, digits, hyphens and one full stop */
export function downloadName(
  { letter, number }: Pick<Delivery, 'letter' | 'number'>,
  { file, language }: Pick<DeliveryFile, 'file' | 'language'>,
): string {
  const ending = file === 'commitments' ? '-commitments.json' : fileName(file, letter).slice(letter.length);
  return [letter, number, ...(language ? [language] : [])].join('-') + ending;
}

export function typeOf(file: DeliveryFileKind): string {
  return file === 'commitments' ? 'application/json' : mediaType(file);
}
