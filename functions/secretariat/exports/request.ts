/** Options of an export. */
import * as z from 'zod';
import type { LetterSlug } from '../../../shared/ids.ts';
import {
  listPartition,
  notCountedPartition,
  paperPartition,
  reviewPartition,
} from '../../../shared/signature/lists/index-keys.ts';

/**
 * Groups of signatures in the file:
 * - `published`: counted and shown by name
 * - `withheld`: counted, the name withheld from the public
 * - `waiting`: confirmed, awaiting review
 * - `paper`: signed on paper, counted separately
 * - `aside`: duplicates, and rejected signatures
 */
export const exportGroup = z.enum(['published', 'withheld', 'paper', 'waiting', 'aside']);
export type ExportGroup = z.infer<typeof exportGroup>;

export const exportFormat = z.enum(['csv', 'xlsx', 'json']);

export const exportRequest = z.strictObject({
  format: exportFormat.default('csv'),
  groups: z
    .array(exportGroup)
    .min(1)
    .transform((groups) => exportGroup.options.filter((group) => groups.includes(group)))
    .default(['published']),
  /** Includes the mailboxes; needs the permission `mailbox.read`. */
  mailboxes: z.boolean().default(false),
  /** CSV with a byte order mark; without it some spreadsheets do not recognise UTF-8. */
  bom: z.boolean().default(false),
});
export type ExportRequest = z.infer<typeof exportRequest>;

/** @returns the partitions of the index by time that contain the group */
export function partitionsOf(letter: LetterSlug, group: ExportGroup): readonly string[] {
  const lists = (['organisation', 'individual'] as const).map((kind) => listPartition(letter, kind));
  switch (group) {
    case 'published':
      return lists;
    case 'withheld':
      return lists.map((list) => `${list}#withheld`);
    case 'paper':
      return [paperPartition(letter)];
    case 'waiting':
      return [reviewPartition(letter)];
    case 'aside':
      return [notCountedPartition(letter)];
  }
}
