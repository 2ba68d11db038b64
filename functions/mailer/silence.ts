/** Nothing is sent to a mailbox that takes no mail, or whose owner wants none. */
import type { Suppression } from '../../shared/mailbox/record.ts';
import { change } from '../../shared/signature/change.ts';
import type { HeldBecause, SignatureRecord } from '../../shared/signature/record.ts';
import { undeliverable } from '../../shared/signature/transitions.ts';
import type { Delivery } from './subject.ts';

/**
 * Asked before the owner of a confirmed signature is told anything.
 *
 * @param suppressed what stands on the row of the mailbox
 * @returns why no mail may go, if none may
 */
export async function silenced(
  { store }: Delivery,
  { id }: SignatureRecord,
  suppressed: Suppression | undefined,
  now: number,
): Promise<HeldBecause | undefined> {
  if (!suppressed) return undefined;
  if (suppressed.because !== 'asked') {
    // It was not there, or not confirmed, when a mail to this mailbox came back: now the secretariat sees it, too.
    const state = suppressed.because === 'bounce' ? 'bounced' : 'complained';
    await change(store, id, (record) => undeliverable(record, { state, at: suppressed.at }), new Date(now));
  }
  return 'suppressed';
}
