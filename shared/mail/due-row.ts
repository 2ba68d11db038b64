/** Attributes of a row that makes a mail due at once, besides those of a signature: what asks for a link, a notice. */
import type { SignatureId } from '../ids.ts';
import { dueShardOf } from '../platform/store/keys.ts';
import { sweepAt } from './sweep-time.ts';

/**
 * @param id stands in the message on the queue, as the id of a signature does
 * @param keptFor after how many milliseconds the row goes, whether or not the mail went out
 */
export function dueRow(id: SignatureId, keptFor: number, now: Date) {
  const at = now.toISOString();
  const ttl = Math.ceil((now.getTime() + keptFor) / 1000);
  return { id, dueAt: at, dueShard: dueShardOf(id), lookAt: sweepAt(at), ttl };
}
