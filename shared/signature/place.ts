/**
 * Brings a signature to a state that may need a claim which somebody else holds: then it is either a duplicate, or it
 * has the better proof and the other gives way.
 */
import { canonicalMailbox } from '../mailbox/address.ts';
import { backOff, type Store } from '../store/store.ts';
import { displaces } from './claim.ts';
import { type Also, commit, mostAttempts } from './commit.ts';
import { holdsClaimOf, isOnPaper, type SignatureRecord } from './record.ts';
import { readSignature } from './storage.ts';
import { displaced, duplicateOf, notedDuplicate, replaced } from './transitions.ts';
import type { Step } from './update.ts';

/**
 * @param step the signature as it was read, and as it shall be if its claim can be had
 * @param also what is written with it
 * @returns the signature as it is written now, or undefined when somebody changed it since it was read
 */
export async function place(store: Store, step: Step, now: Date, also?: Also): Promise<SignatureRecord | undefined> {
  const { before, after } = step;
  let committed = await commit(store, [step], also);
  for (let attempt = 1; ; attempt += 1) {
    if (committed.outcome === 'done') return after;
    if (committed.outcome === 'changed') return undefined;
    const holder = await readSignature(store, committed.by);
    // It may have gone since, or hold another claim by now: that of the organisation that it was corrected to.
    const answer = holder && holdsClaimOf(holder, after) ? answerTo(step, holder, now) : undefined;
    if (answer) {
      committed = await commit(store, [{ before, after: answer.after }, ...answer.others], also);
      if (committed.outcome === 'done') return answer.after;
      if (committed.outcome === 'claimed') continue;
      // Was it ours that changed, or the holder? Ours is looked at by whoever asked.
      const mine = await readSignature(store, before.id);
      if (mine?.revision !== before.revision || mine.confirmedAt !== before.confirmedAt) return undefined;
    }
    if (attempt >= mostAttempts) throw new Error('the claim changed hands again and again');
    await backOff(attempt);
    committed = await commit(store, [step], also);
  }
}

/** What becomes of the later signature, and of the holder of the claim that it wanted. */
function answerTo({ before, after: later }: Step, holder: SignatureRecord, now: Date) {
  if (displaces(later, holder)) {
    return { after: later, others: [{ before: holder, after: displaced(holder, later.id, now) }] };
  }
  // Who shows a mailbox has shown more than a line on paper: quietly, as nobody can be told by mail.
  if (isOnPaper(holder) && !isOnPaper(later)) {
    return { after: later, others: [{ before: holder, after: replaced(holder, later.id, now) }] };
  }
  const after = duplicateOf(withoutTaking(later, before), holder.id);
  const isNews =
    !isOnPaper(later) &&
    later.kind === 'organisation' &&
    canonicalMailbox(later.email) !== canonicalMailbox(holder.email);
  return { after, others: isNews ? [{ before: holder, after: notedDuplicate(holder, now) }] : [] };
}

/** A place that could not be taken is nothing to remember. */
function withoutTaking(later: SignatureRecord, { history }: SignatureRecord): SignatureRecord {
  const last = later.history.at(-1);
  return last?.did === 'took-place' && !history.includes(last) ? { ...later, history } : later;
}
