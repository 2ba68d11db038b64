/** The position at which the next page of the secretariat's list starts. */
import * as z from 'zod';
import { moderationListOrder } from './moderation-query.ts';

const cursorContent = z.tuple([moderationListOrder, z.string().min(1).max(500)]);

export function makeCursor(position: string, order: z.infer<typeof moderationListOrder>): string {
  return Buffer.from(JSON.stringify([order, position])).toString('base64url');
}

/** A cursor may come from anybody: anything but one of ours, for this order, is refused. */
export function readCursor(cursor: string, wanted: z.infer<typeof moderationListOrder>): string | undefined {
  try {
    const [order, position] = cursorContent.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return order === wanted ? position : undefined;
  } catch {
    return undefined; // not ours
  }
}
