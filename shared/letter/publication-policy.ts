/** From which verification a letter publishes signatures without review. */
import type { PublicationPolicy } from '../verification/level.ts';
import type { LetterSettings } from './letter.ts';

/** @returns the letter's policy for each kind of co-signatory */
export function publicationPolicy({
  publishedFrom,
  individualsPublishedFrom,
}: Pick<LetterSettings, 'publishedFrom' | 'individualsPublishedFrom'>): PublicationPolicy {
  return { organisation: publishedFrom, individual: individualsPublishedFrom };
}
