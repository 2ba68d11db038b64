/**
 * Writes a step that may need a claim which another signature holds. That one is shown by name, or comes from the same
 * mailbox, so the signer may learn of it. The signature then becomes a duplicate, or displaces the other by a better
 * proof.
 */
import { isQuiteDifferent } from '../../organisation/look-alike.ts';
import { backOff, conflictError, type Store } from '../../platform/store/store.ts';
import { isRepeat } from '../changed-fields.ts';
import { type Also, commit, maxAttempts } from '../commit.ts';
import type { SignatureRecord } from '../record.ts';
import { coSignatoryName, isAdded, isCounted, isOnPaper, isShown } from '../states.ts';
import { readSignature } from '../storage.ts';
import { displaced, duplicateOf, heldForOtherName, notedDuplicate, replaced } from '../transitions.ts';
import type { Step } from '../update-item.ts';
import { displaces } from './claim.ts';
import { claimPlaceOf, hasFormerPublicClaim, isSameMailbox, movedToInterimClaim } from './claim-key.ts';

/**
 * @param step the signature as read, and as it should be if it gets its claim
 * @param also items written with it
 * @returns the signature as written, or undefined when it changed since it was read
 */
export async function resolveClaim(
  store: Store,
  step: Step,
  now: Date,
  also?: Also,
): Promise<SignatureRecord | undefined> {
  const { before, after } = step;
  let committed = await commit(store, [step], also);
  for (let attempt = 1; ; attempt += 1) {
    if (committed.outcome === 'done') return after;
    if (committed.outcome === 'changed') return undefined;
    const holder = await readSignature(store, committed.by);
    // The holder may be gone by now, or hold another claim after its organisation was corrected.
    const answer = holder && isInTheWay(holder, after) ? answerTo(step, holder, now) : undefined;
    if (answer) {
      const steps = [{ before, after: answer.after }, ...answer.others];
      if (steps.every(isRepeat)) return before;
      committed = await commit(store, steps, also);
      if (committed.outcome === 'done') return answer.after;
      if (committed.outcome === 'claimed') continue;
      // If this signature changed, the caller handles that; if only the holder did, try again.
      const mine = await readSignature(store, before.id);
      if (mine?.revision !== before.revision || mine.confirmedAt !== before.confirmedAt) return undefined;
    }
    if (attempt >= maxAttempts) throw conflictError('the claim changed hands');
    await backOff(attempt);
    committed = await commit(store, [step], also);
  }
}

/** Decides what happens to the later signature and to the holder of the claim. */
function answerTo({ before, after: later }: Step, holder: SignatureRecord, now: Date) {
  const isOwn = isSameMailbox(holder, later);
  // A hidden signature blocks nobody. Until `npm run upgrade`, one of the previous release may still hold the public
  // claim.
  if (hasFormerPublicClaim(holder) && !isOwn)
    return { after: later, others: [{ before: holder, after: movedToInterimClaim(holder) }] };
  // The first signature that its owner confirms takes the place of one that the secretariat added, once it counts.
  if (isAdded(holder) && !isAdded(later) && isCounted(later)) {
    return { after: later, others: [{ before: holder, after: replaced(holder, later.id, now) }] };
  }
  if (isShown(holder) && isShown(later) && displaces(later, holder)) {
    return { after: later, others: [{ before: holder, after: displaced(holder, later.id, now) }] };
  }
  // A confirmation by mail is a better proof than a signature on paper. The paper's signer is not told, since there is
  // no mailbox.
  if (isOnPaper(holder) && !isOnPaper(later)) {
    return { after: later, others: [{ before: holder, after: replaced(holder, later.id, now) }] };
  }
  const second = duplicateOf(withoutTaking(later, before), holder.id);
  const isOther = later.kind === 'organisation' && isQuiteDifferent(coSignatoryName(later), coSignatoryName(holder));
  const after = isOther ? heldForOtherName(second) : second;
  const isNews = later.kind === 'organisation' && isShown(later) && isShown(holder) && !isOwn;
  return { after, others: isNews ? [{ before: holder, after: notedDuplicate(holder, now) }] : [] };
}

/** @returns whether the holder has the claim that the later one needs, or is of the same mailbox and organisation */
function isInTheWay(holder: SignatureRecord, later: SignatureRecord): boolean {
  const [its, wanted] = [claimPlaceOf(holder), claimPlaceOf(later)];
  if (!its || !wanted || holder.claimant !== later.claimant) return false;
  return its.space === wanted.space ? its.key.sk === wanted.key.sk : isSameMailbox(holder, later);
}

/** Removes the history entry about taking a claim that could not be taken. */
function withoutTaking(later: SignatureRecord, { history }: SignatureRecord): SignatureRecord {
  const last = later.history.at(-1);
  return last?.did === 'took-place' && !history.includes(last) ? { ...later, history } : later;
}
