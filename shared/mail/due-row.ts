/** Attributes of a row, other than a signature, that makes a mail due at once: a request for links, a notice. */
import type { SignatureId } from '../ids.ts';
import { dueShardOf } from '../platform/store/keys.ts';
import { sweepAt } from './sweep-time.ts';

/**
 * @param id names the row in queue messages, as the id of a signature does
 * @param keptFor milliseconds after which the row expires, whether or not the mail went out
 */
export function dueRow(id: SignatureId, keptFor: number, now: Date) {
  const at = now.toISOString();
  const ttl = Math.ceil((now.getTime() + keptFor) / 1000);
  return { id, dueAt: at, dueShard: dueShardOf(id), lookAt: sweepAt(at), ttl };
}
