/**
 * Brings a signature to a state that may need a claim which another holds. That other is shown by name, or comes from the
 * same mailbox, so the signer may learn of it: the signature is a duplicate, or has the better proof and takes the place.
 */
import { isQuiteDifferent } from '../../organisation/look-alike.ts';
import { backOff, type Store, tooBusy } from '../../platform/store/store.ts';
import { type Also, commit, maxAttempts } from '../commit.ts';
import { coSignatoryName, isOnPaper, isShown, type SignatureRecord } from '../record.ts';
import { readSignature } from '../storage.ts';
import { displaced, duplicateOf, notedDuplicate, otherName, replaced } from '../transitions.ts';
import type { Step } from '../update-item.ts';
import { displaces } from './claim.ts';
import { claimPlaceOf, isFromBefore, isSameMailbox, movedAside } from './claim-key.ts';

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
    const answer = holder && isInTheWay(holder, after) ? answerTo(step, holder, now) : undefined;
    if (answer) {
      committed = await commit(store, [{ before, after: answer.after }, ...answer.others], also);
      if (committed.outcome === 'done') return answer.after;
      if (committed.outcome === 'claimed') continue;
      // Was it ours that changed, or the holder? Ours is looked at by whoever asked.
      const mine = await readSignature(store, before.id);
      if (mine?.revision !== before.revision || mine.confirmedAt !== before.confirmedAt) return undefined;
    }
    if (attempt >= maxAttempts) throw tooBusy('the claim changed hands');
    await backOff(attempt);
    committed = await commit(store, [step], also);
  }
}

/** What becomes of the later signature, and of the holder of the claim that it wanted. */
function answerTo({ before, after: later }: Step, holder: SignatureRecord, now: Date) {
  const isOwn = isSameMailbox(holder, later);
  // A hidden signature is in nobody's way. Until `npm run upgrade` one of the release before may still be in this place.
  if (isFromBefore(holder) && !isOwn) return { after: later, others: [{ before: holder, after: movedAside(holder) }] };
  if (isShown(holder) && isShown(later) && displaces(later, holder)) {
    return { after: later, others: [{ before: holder, after: displaced(holder, later.id, now) }] };
  }
  // Who confirms by mail what they signed on paper shows more: quietly, as no mail goes to paper.
  if (isOnPaper(holder) && !isOnPaper(later)) {
    return { after: later, others: [{ before: holder, after: replaced(holder, later.id, now) }] };
  }
  const second = duplicateOf(withoutTaking(later, before), holder.id);
  const isOther = later.kind === 'organisation' && isQuiteDifferent(coSignatoryName(later), coSignatoryName(holder));
  const after = isOther ? otherName(second) : second;
  const isNews = later.kind === 'organisation' && isShown(later) && isShown(holder) && !isOwn;
  return { after, others: isNews ? [{ before: holder, after: notedDuplicate(holder, now) }] : [] };
}

/** @returns whether the holder has what the later one wants, or is the same mailbox's for the same organisation */
function isInTheWay(holder: SignatureRecord, later: SignatureRecord): boolean {
  const [its, wanted] = [claimPlaceOf(holder), claimPlaceOf(later)];
  if (!its || !wanted || holder.claimant !== later.claimant) return false;
  return its.space === wanted.space ? its.key.sk === wanted.key.sk : isSameMailbox(holder, later);
}

/** A place that could not be taken is nothing to remember. */
function withoutTaking(later: SignatureRecord, { history }: SignatureRecord): SignatureRecord {
  const last = later.history.at(-1);
  return last?.did === 'took-place' && !history.includes(last) ? { ...later, history } : later;
}
